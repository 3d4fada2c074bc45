/** A unit North with Ada (owner of Mill) and a unit South with Ben (owner of Dock): what a manager of North may see and do. */
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { decodeCursor } from "~/kernel/page";
import type { NewAccountInput } from "~/modules/customers/account";
import { newAccountForm } from "~/modules/customers/account";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
  companyDay,
  daysAgo,
} from "../../../../tests/builders/company";
import { refreshAllRollups } from "../panel/refresh-all-rollups.server";
import { readAccountFilters, readAccountSort } from "./account-filters";
import { countAccounts } from "./count-accounts.server";
import { createAccount } from "./create-account.server";
import { exportAccounts } from "./export-accounts.server";
import { getAccount } from "./get-account.server";
import { getAccountOverview } from "./get-account-overview.server";
import { getAccountTeam } from "./get-account-team.server";
import { listAccountChoices } from "./list-account-choices.server";
import { listAccountHistory } from "./list-account-history.server";
import { listAccounts } from "./list-accounts.server";
import { listTimeline } from "./list-timeline.server";
import { lookupAccounts } from "./lookup-accounts.server";
import { recordChurn, withdrawChurn } from "./record-churn.server";
import { updateAccount } from "./update-account.server";

let north: string;
let ada: string;
let mill: string;
let dock: string;
let orphan: string;

const leader = () => buildScope("customers.read", { roles: ["leadership"] });
const manager = () => buildScope("customers.read", { roles: ["sales_manager"], unitIds: [north] });
const writer = () => buildScope("customers.write", { roles: ["sales_manager"], unitIds: [north] });
const notFound = { code: "not_found" };
const today = companyDay();

const input = (changes: Partial<Record<string, string>> = {}): NewAccountInput =>
  newAccountForm.parse({
    accountNumber: "A-NEW",
    name: "Fresh Foods",
    ownerNumber: "E-ADA",
    type: "customer",
    acquiredOn: "2026-01-01",
    ...changes,
  });

beforeAll(async () => {
  await buildCompany();
  north = await buildUnit({ name: "North" });
  const south = await buildUnit({ name: "South" });
  ada = await buildEmployee({ unitId: north, name: "Ada", number: "E-ADA" });
  const ben = await buildEmployee({ unitId: south, name: "Ben", number: "E-BEN" });
  mill = await buildAccount({ name: "Mill 北方科技", number: "A-MILL" });
  dock = await buildAccount({ name: "Dock Ltd", number: "A-DOCK" });
  orphan = await buildAccount({ name: "Orphan", number: "A-ORPHAN" });
  await buildAssignment({ accountId: mill, employeeId: ada });
  await buildAssignment({ accountId: dock, employeeId: ben });
  await sql()`insert into interactions (account_id, id, channel, occurred_at, employee_id, subject)
    select ${mill}, gen_random_uuid(), 'phone', now() - make_interval(days => n), ${ada}, 'Call ' || n from generate_series(1, 7) n`;
  await sql()`insert into satisfaction_responses (account_id, id, kind, score, answered_on)
    select ${mill}, gen_random_uuid(), 'csat', score, ${daysAgo(10)} from unnest(array[4, 5, 3, 4]) score`;
  await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
    values (${mill}, gen_random_uuid(), ${daysAgo(20)}, 120000, 'EUR')`;
  await refreshAllRollups(sql());
});

const page = (params: string, cursor: string | null = null, size = 50) => {
  const search = new URLSearchParams(params);
  return {
    filters: readAccountFilters(search),
    sort: readAccountSort(search),
    cursor: decodeCursor(cursor),
    today,
    size,
  };
};
const namesOf = async (params: string, scope = leader()) =>
  (await listAccounts(scope, page(params))).rows.map((row) => row.name);

describe("the list", () => {
  it("shows a manager the unit's accounts and a leader all", async () => {
    expect(await namesOf("sort=name", manager())).toEqual(["Mill 北方科技"]);
    expect(await namesOf("sort=name")).toEqual(["Dock Ltd", "Mill 北方科技", "Orphan"]);
    expect(await countAccounts(manager(), readAccountFilters(new URLSearchParams()), today, 1000)).toEqual({
      count: 1,
      isMore: false,
    });
    expect(await countAccounts(leader(), readAccountFilters(new URLSearchParams()), today, 2)).toEqual({
      count: 2,
      isMore: true,
    });
  });

  it.each([
    ["q=mill", ["Mill 北方科技"]],
    ["q=MI", ["Mill 北方科技"]],
    ["q=il", []],
    ["q=科技", ["Mill 北方科技"]],
    ["q=北方科技", ["Mill 北方科技"]],
    ["q=技科", []],
    ["q=北", ["Mill 北方科技"]],
    ["q=a-dock", ["Dock Ltd"]],
    ["q=dock ltd", ["Dock Ltd"]],
    ["q=100%25_", []],
    ["unowned=1", ["Orphan"]],
    ["handed=1", []],
    ["status=lost", []],
    ["quiet=1&sort=name", ["Dock Ltd", "Orphan"]],
    ["owner=00000000-0000-7000-8000-000000000000", []],
  ])("finds by %s", async (params, names) => {
    expect(await namesOf(params)).toEqual(names);
  });

  it.each([
    "name",
    "-name",
    "number",
    "revenue",
    "-revenue",
    "csat",
    "-csat",
    "handovers",
    "since",
    "-since",
  ])("walks by %s, page by page and back, and misses none", async (sort) => {
    const whole = (await listAccounts(leader(), page(`sort=${sort}`))).rows.map((row) => row.id);
    const walked: string[] = [];
    const back: (string | null)[] = [];
    let at: string | null = null;
    do {
      const one = await listAccounts(leader(), page(`sort=${sort}`, at, 1));
      walked.push(...one.rows.map((row) => row.id));
      back.push(one.previous);
      at = one.next;
    } while (at);
    expect(walked).toEqual(whole);
    const before = await listAccounts(leader(), page(`sort=${sort}`, back[2], 1));
    expect(before.rows.map((row) => row.id)).toEqual([whole[1]]);
  });

  it("puts an account without answers last in either direction", async () => {
    expect((await namesOf("sort=csat"))[0]).toBe("Mill 北方科技");
    expect((await namesOf("sort=-csat"))[0]).toBe("Mill 北方科技");
  });

  it("exports and suggests what is in scope", async () => {
    const { lines } = await exportAccounts(manager(), new URLSearchParams(), ((key: string) => key) as never);
    const rows: (readonly unknown[])[] = [];
    for await (const line of lines) rows.push(line);
    expect(rows.slice(1).map((row) => row[0])).toEqual(["A-MILL"]);
    expect(rows[1]).toContain("1200.00");
    expect((await lookupAccounts(manager(), "dock")).length).toBe(0);
    expect((await lookupAccounts(leader(), "A-DOCK"))[0]?.name).toBe("Dock Ltd");
    expect((await listAccountChoices(manager())).regions).toEqual([]);
  });
});

describe("the page", () => {
  it.each([
    ["head", (id: string) => getAccount(manager(), id)],
    ["overview", (id: string) => getAccountOverview(manager(), id)],
    ["team", (id: string) => getAccountTeam(manager(), id)],
    ["timeline", (id: string) => listTimeline(manager(), id, { kind: null, cursor: null, size: 5 })],
    ["history", (id: string) => listAccountHistory(manager(), id, { cursor: null, size: 5 })],
  ])("gives the %s of an account in scope, and nothing of any other", async (_name, read) => {
    await expect(read(mill)).resolves.toBeTruthy();
    for (const id of [dock, orphan, uuidv7(), "xyz", ""])
      await expect(read(id)).rejects.toMatchObject(notFound);
  });

  it("states satisfaction with n and interval: 4, 5, 3, 4 have mean 4", async () => {
    const { csat, owner } = await getAccount(manager(), mill);
    expect([csat.n, csat.mean, csat.upper]).toEqual([4, 4, 5]);
    expect(csat.lower).toBeCloseTo(2.7008, 3);
    expect(owner?.name).toBe("Ada");
  });

  it("walks the timeline to its end without repeating an entry", async () => {
    const seen: string[] = [];
    let at: string | null = null;
    do {
      const one = await listTimeline(manager(), mill, { kind: null, cursor: decodeCursor(at), size: 3 });
      seen.push(...one.entries.map((entry) => `${entry.event} ${entry.id}`));
      at = one.next;
    } while (at);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(7 + 4 + 1);
  });

  it("sees the changes of owner as the panel counts them, gaps, overlaps and shares included", async () => {
    const bea = await buildEmployee({ unitId: north, name: "Bea" });
    const cid = await buildEmployee({ unitId: north, name: "Cid" });
    const plant = await buildAccount({ name: "Plant" });
    const owned = (employeeId: string, from: number, to: number | null) =>
      buildAssignment({
        accountId: plant,
        employeeId,
        startsOn: daysAgo(from),
        endsOn: to === null ? null : daysAgo(to),
      });
    await owned(ada, 340, 300);
    await owned(ada, 300, 250);
    await owned(bea, 230, 120);
    await owned(cid, 130, 90);
    await owned(ada, 40, null);
    await refreshAllRollups(sql());
    const { strip } = await getAccountTeam(manager(), plant);
    expect(strip.handovers.map(({ toName, gapDays }) => [toName, gapDays])).toEqual([
      ["Bea", 20],
      ["Cid", -10],
      ["Ada", 50],
    ]);
    expect((await getAccount(manager(), plant)).handovers12m).toBe(strip.handovers.length);
  });

  it("hides figures of a unit of one from a colleague who only sees their own accounts", async () => {
    const own = buildScope("customers.read", { roles: ["employee"], employeeId: ada });
    expect((await getAccountTeam(own, mill)).comparison?.unit).toBeNull();
    expect((await getAccountTeam(manager(), mill)).comparison?.unit?.people).toBeGreaterThan(0);
  });
});

describe("creating", () => {
  it("makes the account, its owner and its row in the list at once, and once when sent twice", async () => {
    const id = uuidv7();
    await createAccount(writer(), id, input());
    await createAccount(writer(), id, input());
    const { owner, status, health } = await getAccount(manager(), id);
    expect([owner?.name, status, health]).toEqual(["Ada", "customer", "watch"]);
    const events = await sql()`select action from audit_events where subject_id = ${id}`;
    expect(events.map((event) => event["action"])).toEqual(["account.create"]);
  });

  it("sums up a new account as the full refresh does", async () => {
    const id = uuidv7();
    await createAccount(writer(), id, input({ accountNumber: "A-SAME" }));
    const [before] = await sql()`select * from account_summaries where account_id = ${id}`;
    await refreshAllRollups(sql());
    const [after] = await sql()`select * from account_summaries where account_id = ${id}`;
    expect(before).toEqual(after);
  });

  it.each([
    ["a number in use", { accountNumber: "A-DOCK" }, "accountNumber", "taken"],
    ["an owner out of scope", { ownerNumber: "E-BEN" }, "ownerNumber", "unknownOwner"],
    ["an owner nobody knows", { ownerNumber: "E-404" }, "ownerNumber", "unknownOwner"],
    ["a parent out of scope", { parentNumber: "A-DOCK" }, "parentNumber", "unknownAccount"],
    ["a day to come", { acquiredOn: "2199-01-01" }, "acquiredOn", "inFuture"],
  ])("refuses %s beside its field and writes nothing", async (_name, changes, field, key) => {
    const id = uuidv7();
    await expect(
      createAccount(writer(), id, input({ accountNumber: "A-ODD", ...changes })),
    ).rejects.toMatchObject({
      code: "invalid",
      detail: { fields: { [field]: { key } } },
    });
    expect(await sql()`select 1 from accounts where id = ${id}`).toHaveLength(0);
  });
});

describe("changing", () => {
  const edit = { ...input(), name: "Mill 北方科技" };

  it("edits and shows it in the list at once", async () => {
    await updateAccount(writer(), mill, { ...edit, region: "North Sea" });
    expect((await getAccount(manager(), mill)).region).toBe("North Sea");
    await expect(updateAccount(writer(), dock, edit)).rejects.toMatchObject(notFound);
  });

  it("refuses a parent below the account itself", async () => {
    await expect(updateAccount(writer(), mill, { ...edit, parentNumber: "A-MILL" })).rejects.toMatchObject({
      detail: { fields: { parentNumber: { key: "ownParent" } } },
    });
  });

  it("records a loss, refuses one before the beginning, and takes it back", async () => {
    await recordChurn(writer(), mill, { churnedOn: "2026-06-01", churnReason: "Price" });
    expect((await getAccount(manager(), mill)).status).toBe("lost");
    await expect(
      recordChurn(writer(), mill, { churnedOn: "2019-01-01", churnReason: null }),
    ).rejects.toMatchObject({
      detail: { fields: { churnedOn: { key: "beforeAcquisition" } } },
    });
    await withdrawChurn(writer(), mill);
    expect((await getAccount(manager(), mill)).status).toBe("customer");
    await expect(
      recordChurn(writer(), dock, { churnedOn: "2026-06-01", churnReason: null }),
    ).rejects.toMatchObject(notFound);
    await expect(withdrawChurn(writer(), dock)).rejects.toMatchObject(notFound);
  });
});
