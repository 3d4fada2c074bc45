import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { addDays, todayIn } from "~/kernel/calendar";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
} from "../../../tests/builders/company";
import { summariseAccounts } from "../../../tests/builders/summaries";
import { changeOwnPassword } from "./change-own-password.server";
import { saveSettings } from "./company-settings.server";
import { listAuditEvents } from "./list-audit-events.server";
import { hashPassword } from "./password.server";
import { requireAccountInScope, requireEmployeeInScope } from "./row-scope.server";
import { saveExchangeRate } from "./save-exchange-rate.server";
import { createUser, setUserDisabled, updateUser } from "./save-user.server";
import { createSession, findSessionUser, revokeSession } from "./session.server";
import { signIn } from "./sign-in.server";

const password = "correct horse battery";

async function buildUser(
  email: string,
  { unitId = null as string | null, roles = ["admin"] } = {},
): Promise<string> {
  const id = uuidv7();
  await sql()`insert into users (id, email, name, password_hash, org_unit_id) values (${id}, ${email}, ${email}, ${await hashPassword(password)}, ${unitId})`;
  await sql()`insert into user_roles (user_id, role) select ${id}::uuid, unnest(${roles}::role[])`;
  return id;
}

const attempt = (email: string, given = password, address = "10.0.0.1") =>
  signIn({ email, password: given, address, userAgent: null });

beforeAll(() => buildCompany());

describe("signing in", () => {
  it("opens a session for the right password, whatever the case of the e-mail", async () => {
    await buildUser("ada@example.com");
    const token = await attempt("Ada@Example.com");
    expect((await findSessionUser(token!))?.email).toBe("ada@example.com");
  });

  it("keeps only the token's hash", async () => {
    const id = await buildUser("hash@example.com");
    const token = await createSession(id, null);
    const [row] =
      await sql()`select encode(token_hash, 'escape') as stored from sessions where user_id = ${id}`;
    expect(row?.["stored"]).not.toContain(token);
  });

  it("answers an unknown e-mail, a wrong password and a disabled user alike", async () => {
    const id = await buildUser("gone@example.com");
    await sql()`update users set disabled_at = now() where id = ${id}`;
    expect(await attempt("nobody@example.com")).toBeNull();
    expect(await attempt("gone@example.com")).toBeNull();
    expect(await attempt("ada@example.com", "wrong")).toBeNull();
  });

  it.each([
    "known@example.com",
    "unknown@example.com",
  ])("refuses %s after eight failures, even with the right password", async (email) => {
    if (email.startsWith("known")) await buildUser(email);
    for (let i = 0; i < 8; i++) expect(await attempt(email, "wrong", `10.1.0.${i}`)).toBeNull();
    await expect(attempt(email)).rejects.toMatchObject({ code: "throttled" });
  });

  it("counts failures of one address over many e-mails", async () => {
    for (let i = 0; i < 60; i++) {
      await sql()`insert into login_throttles (key, failures, window_started_at) values ('address:10.9.9.9', 1, now())
                  on conflict (key) do update set failures = login_throttles.failures + 1`;
    }
    expect(await attempt("someone@example.com", "wrong", "10.9.9.9")).toBeNull();
    await expect(attempt("another@example.com", "wrong", "10.9.9.9")).rejects.toMatchObject({
      code: "throttled",
    });
  });
});

describe("sessions", () => {
  it("end when revoked, idle for eight hours, or a week old", async () => {
    const id = await buildUser("session@example.com");
    const [revoked, idle, old] = await Promise.all([
      createSession(id, null),
      createSession(id, null),
      createSession(id, null),
    ]);
    await revokeSession(revoked);
    expect(await findSessionUser(revoked)).toBeNull();
    await sql()`update sessions set last_seen_at = now() - interval '8 hours 1 minute' where user_id = ${id} and revoked_at is null`;
    expect(await findSessionUser(idle)).toBeNull();
    await sql()`update sessions set last_seen_at = now(), expires_at = now() - interval '1 minute' where user_id = ${id}`;
    expect(await findSessionUser(old)).toBeNull();
  });

  it("carry the whole subtree of the user's unit", async () => {
    const root = await buildUnit();
    const child = await buildUnit({ parentId: root });
    const grandchild = await buildUnit({ parentId: child });
    await buildUnit();
    const id = await buildUser("tree@example.com", { unitId: root, roles: ["sales_manager"] });
    const user = await findSessionUser(await createSession(id, null));
    expect(new Set(user?.unitIds)).toEqual(new Set([root, child, grandchild]));
  });

  it("end elsewhere when the user changes the password", async () => {
    const id = await buildUser("change@example.com");
    const token = await createSession(id, null);
    const user = (await findSessionUser(token))!;
    expect(await changeOwnPassword(user, "wrong", "a new long password")).toBe(false);
    expect(await changeOwnPassword(user, password, "a new long password")).toBe(true);
    expect(await findSessionUser(token)).toBeNull();
  });
});

describe("row scope", () => {
  it("reaches people of the subtree and nobody else, and answers a malformed id like an unknown one", async () => {
    const unit = await buildUnit();
    const other = await buildUnit();
    const inside = await buildEmployee({ unitId: unit });
    const outside = await buildEmployee({ unitId: other });
    const scope = buildScope("people.read", { roles: ["sales_manager"], unitIds: [unit] });
    await expect(requireEmployeeInScope(sql(), scope, inside)).resolves.toBeUndefined();
    for (const id of [outside, uuidv7(), "1", "' or true --"]) {
      await expect(requireEmployeeInScope(sql(), scope, id)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("lets an employee reach the own record and accounts served now, not those of the past", async () => {
    const unit = await buildUnit();
    const self = await buildEmployee({ unitId: unit });
    const colleague = await buildEmployee({ unitId: unit });
    const [served, past] = [await buildAccount(), await buildAccount()];
    await buildAssignment({ accountId: served, employeeId: self });
    await buildAssignment({ accountId: past, employeeId: self, endsOn: "2025-01-01", endCause: "planned" });
    await summariseAccounts([served, past]);
    const read = buildScope("customers.read", { roles: ["employee"], employeeId: self });
    await expect(requireAccountInScope(sql(), read, served)).resolves.toBeUndefined();
    await expect(requireAccountInScope(sql(), read, past)).rejects.toMatchObject({ code: "not_found" });
    const people = buildScope("people.read", { roles: ["employee"], employeeId: self });
    await expect(requireEmployeeInScope(sql(), people, self)).resolves.toBeUndefined();
    await expect(requireEmployeeInScope(sql(), people, colleague)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("reaches from the company's first minute of the day, not the server's", async () => {
    const zone = ["Pacific/Kiritimati", "Etc/GMT+12"].find((name) => todayIn(name) !== todayIn("UTC"))!;
    await sql()`update company_settings set time_zone = ${zone}`;
    const self = await buildEmployee({ unitId: await buildUnit() });
    const today = todayIn(zone);
    const serving = async (startsOn: string, endsOn: string | null) => {
      const accountId = await buildAccount();
      const endCause = endsOn === null ? null : "planned";
      await buildAssignment({ accountId, employeeId: self, startsOn, endsOn, endCause });
      await summariseAccounts([accountId]);
      return accountId;
    };
    const read = buildScope("customers.read", { roles: ["employee"], employeeId: self });
    for (const id of [await serving(today, null), await serving("2025-01-01", addDays(today, 1))])
      await expect(requireAccountInScope(sql(), read, id)).resolves.toBeUndefined();
    for (const id of [await serving(addDays(today, 1), null), await serving("2025-01-01", today)])
      await expect(requireAccountInScope(sql(), read, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("gives no scope for pay to a sales manager", () => {
    expect(() =>
      buildScope("pay.read", { roles: ["sales_manager", "leadership", "employee", "admin"] }),
    ).toThrow();
  });
});

describe("users", () => {
  const admin = () => buildScope("users.manage", { roles: ["admin"] });

  it("are created with roles and an audit event in one transaction", async () => {
    const outcome = await createUser(
      admin(),
      { name: "New", email: "new@example.com", roles: ["hr"], unitCode: null, employeeNumber: null },
      password,
    );
    expect(outcome).toHaveProperty("userId");
    const audit = buildScope("audit.read", { roles: ["admin"] });
    const page = await listAuditEvents(
      audit,
      { action: "user.create", text: null, from: null, to: null },
      null,
    );
    expect(page.rows[0]).toMatchObject({ subjectName: "New", actorName: "Test user" });
    expect(JSON.stringify(page.rows)).not.toContain(password);
  });

  it("cannot share an e-mail, and an unknown unit or person is named", async () => {
    const details = {
      name: "Two",
      email: "new@example.com",
      roles: ["hr" as const],
      unitCode: null,
      employeeNumber: null,
    };
    expect(await createUser(admin(), details, password)).toMatchObject({
      problem: { field: "email", key: "taken" },
    });
    expect(await createUser(admin(), { ...details, unitCode: "NOPE" }, password)).toMatchObject({
      problem: { field: "unitCode", params: { code: "NOPE" } },
    });
  });

  it("keep at least one administrator", async () => {
    await sql()`delete from user_roles where role = 'admin'`;
    const last = await buildUser("last@example.com");
    await expect(setUserDisabled(admin(), last, true)).rejects.toMatchObject({ code: "conflict" });
    await expect(
      updateUser(admin(), last, {
        name: "Last",
        email: "last@example.com",
        roles: ["hr"],
        unitCode: null,
        employeeNumber: null,
      }),
    ).rejects.toMatchObject({ code: "conflict" });
    const [row] = await sql()`select role from user_roles where user_id = ${last}`;
    expect(row?.["role"]).toBe("admin");
  });
});

describe("settings", () => {
  const scope = () => buildScope("settings.manage", { roles: ["admin"] });

  it("keep the reporting currency once money is recorded", async () => {
    const unitId = await buildUnit();
    await saveSettings(scope(), { name: "Nordwerk", reportingCurrency: "CHF", timeZone: "Europe/Zurich" });
    await sql()`insert into cost_entries (id, org_unit_id, category, amount_minor, currency, incurred_on) values (${uuidv7()}, ${unitId}, 'training', 100, 'CHF', '2026-01-01')`;
    await expect(
      saveSettings(scope(), { name: "Nordwerk", reportingCurrency: "EUR", timeZone: "Europe/Zurich" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("put the rollups of a currency behind when its rate changes", async () => {
    const accountId = await buildAccount();
    await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency) values (${accountId}, ${uuidv7()}, '2026-01-01', 100, 'USD')`;
    await saveExchangeRate(scope(), { currency: "USD", month: "2026-01-01", rate: "0.92" });
    const queued = await sql()`select key from rollup_queue where kind = 'account'`;
    expect(queued.map((row) => row["key"])).toEqual([accountId]);
  });
});
