/** Status codes of every account route, as signed-in people of two units meet them. */
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import type { Role } from "~/modules/access/roles";
import { createSession } from "~/modules/access/session.server";
import { writeSessionCookie } from "~/modules/access/session-cookie.server";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";
import * as list from "~/routes/_app.accounts._index";
import * as head from "~/routes/_app.accounts.$accountId";
import * as overview from "~/routes/_app.accounts.$accountId._index";
import * as cases from "~/routes/_app.accounts.$accountId.cases";
import * as contacts from "~/routes/_app.accounts.$accountId.contacts";
import * as history from "~/routes/_app.accounts.$accountId.history";
import * as satisfaction from "~/routes/_app.accounts.$accountId.satisfaction";
import * as team from "~/routes/_app.accounts.$accountId.team";
import * as timeline from "~/routes/_app.accounts.$accountId.timeline";
import * as resolveCase from "~/routes/_app.accounts_.$accountId.cases.$caseId";
import * as newCase from "~/routes/_app.accounts_.$accountId.cases.new";
import * as churn from "~/routes/_app.accounts_.$accountId.churn";
import * as editContact from "~/routes/_app.accounts_.$accountId.contacts.$contactId";
import * as newContact from "~/routes/_app.accounts_.$accountId.contacts.new";
import * as edit from "~/routes/_app.accounts_.$accountId.edit";
import * as log from "~/routes/_app.accounts_.$accountId.log";
import * as answer from "~/routes/_app.accounts_.$accountId.satisfaction.new";
import * as create from "~/routes/_app.accounts_.new";
import * as search from "~/routes/_app.search";
import * as csv from "~/routes/accounts[.]csv";
import * as lookup from "~/routes/lookup.accounts";
import { buildAccount, buildAssignment, buildCompany, buildEmployee, buildUnit } from "../builders/company";

type Handler = (args: never) => Promise<unknown>;
type Params = Record<string, string>;

let manager: string;
let admin: string;
let leader: string;
let mill: string;
let dock: string;

async function signedIn(role: Role, unitId: string | null): Promise<string> {
  const id = uuidv7();
  await sql()`insert into users (id, email, name, password_hash, org_unit_id)
              values (${id}, ${`${id}@example.com`}, ${role}, 'none', ${unitId})`;
  await sql()`insert into user_roles (user_id, role) values (${id}, ${role}::role)`;
  return (await writeSessionCookie(await createSession(id, null))).split(";")[0]!;
}

/** The status the handler answers or throws with; 200 where it gives data. */
async function statusOf(
  handler: Handler,
  {
    cookie = manager,
    params = {},
    path = "/x",
    form,
  }: { cookie?: string; params?: Params; path?: string; form?: Params },
): Promise<number> {
  const request = new Request(`http://localhost${path}`, {
    headers: { Cookie: cookie },
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
  const done = await handler({ request, params, context: {} } as never).catch((thrown: unknown) => thrown);
  if (done instanceof Response) return done.status;
  if (done instanceof Error) throw done;
  const init = (done as { init?: { status?: number } | null }).init;
  return init?.status ?? 200;
}

const tabs: readonly [string, Handler][] = [
  ["head", head.loader],
  ["overview", overview.loader],
  ["team", team.loader],
  ["timeline", timeline.loader],
  ["contacts", contacts.loader],
  ["cases", cases.loader],
  ["satisfaction", satisfaction.loader],
  ["history", history.loader],
];
const forms: readonly [string, Handler, Handler][] = [
  ["edit", edit.loader, edit.action],
  ["churn", churn.loader, churn.action],
  ["log", log.loader, log.action],
  ["answer", answer.loader, answer.action],
  ["new case", newCase.loader, newCase.action],
  ["new contact", newContact.loader, newContact.action],
];

beforeAll(async () => {
  await buildCompany();
  const north = await buildUnit();
  const south = await buildUnit();
  const ada = await buildEmployee({ unitId: north, name: "Ada", number: "E-ADA" });
  const ben = await buildEmployee({ unitId: south, name: "Ben", number: "E-BEN" });
  mill = await buildAccount({ name: "Mill" });
  dock = await buildAccount({ name: "Dock" });
  await buildAssignment({ accountId: mill, employeeId: ada });
  await buildAssignment({ accountId: dock, employeeId: ben });
  await refreshAllRollups(sql());
  manager = await signedIn("sales_manager", north);
  leader = await signedIn("leadership", null);
  admin = await signedIn("admin", null);
});

const unreachable = () => [dock, uuidv7(), "xyz", "1 or 1=1", ""];

describe.each(tabs)("the %s of an account", (_name, loader) => {
  it("is there in scope and for leadership, and 404 for anything else", async () => {
    expect(await statusOf(loader, { params: { accountId: mill } })).toBe(200);
    expect(await statusOf(loader, { params: { accountId: dock }, cookie: leader })).toBe(200);
    expect(await statusOf(loader, { params: { accountId: mill }, cookie: admin })).toBe(404);
    for (const accountId of unreachable())
      expect(await statusOf(loader, { params: { accountId } })).toBe(404);
  });

  it("sends a stranger to the login page", async () => {
    expect(await statusOf(loader, { params: { accountId: mill }, cookie: "" })).toBe(302);
  });

  it("shows the first page for a cursor that nobody made", async () => {
    expect(
      await statusOf(loader, { params: { accountId: mill }, path: "/x?at=WzEsIm5vbnNlbnNlIiwieCJd" }),
    ).toBe(200);
  });
});

describe.each(forms)("the form: %s", (_name, loader, action) => {
  it("opens in scope, and is 404 for anything else, also when posted", async () => {
    expect(await statusOf(loader, { params: { accountId: mill } })).toBe(200);
    expect(await statusOf(loader, { params: { accountId: mill }, cookie: leader })).toBe(404);
    for (const accountId of unreachable()) {
      expect(await statusOf(loader, { params: { accountId } })).toBe(404);
      expect(await statusOf(action, { params: { accountId }, form: {} })).toBe(404);
    }
  });

  it("answers 422 to an empty post", async () => {
    expect(await statusOf(action, { params: { accountId: mill }, form: { name: "" } })).toBe(422);
  });
});

describe("records below an account", () => {
  it.each([
    ["case", resolveCase.loader, resolveCase.action, "caseId"],
    ["contact", editContact.loader, editContact.action, "contactId"],
  ] as const)("answers 404 to a %s that is unknown, malformed or another account's", async (_name, loader, action, name) => {
    for (const id of [uuidv7(), "xyz", ""]) {
      expect(await statusOf(loader, { params: { accountId: mill, [name]: id } })).toBe(404);
      expect(
        await statusOf(action, { params: { accountId: mill, [name]: id }, form: { intent: "archive" } }),
      ).toBe(404);
    }
  });
});

describe("creating", () => {
  it("redirects to the new account, keeps what was typed where it cannot, and is not there for leadership", async () => {
    const form = {
      accountNumber: "A-1",
      name: "New",
      ownerNumber: "E-ADA",
      type: "customer",
      acquiredOn: "2026-01-01",
    };
    expect(await statusOf(create.action, { form })).toBe(303);
    expect(await statusOf(create.action, { form })).toBe(422);
    expect(
      await statusOf(create.action, { form: { ...form, accountNumber: "A-2", ownerNumber: "E-BEN" } }),
    ).toBe(422);
    expect(await statusOf(create.action, { form, cookie: leader })).toBe(404);
    expect(await statusOf(create.loader, { cookie: leader })).toBe(404);
  });
});

describe("lists", () => {
  it.each([
    ["list", list.loader],
    ["file", csv.loader],
    ["lookup", lookup.loader],
    ["search", search.loader],
  ] as const)("gives the %s whatever the URL says", async (_name, loader) => {
    for (const query of [
      "",
      "?q=Mi",
      "?q=%00%25_\\",
      "?q=北方",
      "?sort=nonsense&at=nonsense&owner=x&segment=%00",
      "?status=x",
    ]) {
      expect(await statusOf(loader, { path: `/x${query}` })).toBe(200);
    }
  });

  it("gives an administrator neither list nor file, and a search without results", async () => {
    expect(await statusOf(list.loader, { cookie: admin })).toBe(404);
    expect(await statusOf(csv.loader, { cookie: admin })).toBe(404);
    expect(await statusOf(search.loader, { cookie: admin, path: "/x?q=Mill" })).toBe(200);
  });
});
