/**
 * Every route file × every role × ids in reach, out of reach, unknown and malformed; pages, their data, their forms.
 * What is not allowed is a 404, what nobody is signed in for leads to the login page, and nothing else ever happens.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { can, reachesOf } from "../../app/modules/access/capabilities";
import { type Role, roles } from "../../app/modules/access/roles";
import { demoPassword } from "../../prisma/demo/demo-logins";
import { createVisitor, signIn, type Visitor } from "../setup/visitor";
import { goneRoutes, importRoutes, pathOf, type RouteRule, type Rule, routeRules } from "./route-rules";
import { emailOf, type Params, prepareWorld, secretComment, secretPay, type World } from "./world";

const origin = inject("baseUrl");
const files = readdirSync(path.join(import.meta.dirname, "../../app/routes")).map((name) =>
  name.replace(/\.tsx?$/, ""),
);

const unknownId = "0190f000-0000-7000-8000-000000000000";
const malformedIds = [
  "1",
  "not-a-uuid",
  "'; drop table users; --",
  "%00",
  "../../etc/passwd",
  "0".repeat(500),
];

interface Answer {
  readonly role: Role | "nobody";
  readonly what: string;
  readonly status: number;
  readonly body: string;
}
const answers: Answer[] = [];

let world: World;
const visitors = new Map<Role, Visitor>();

beforeAll(async () => {
  world = await prepareWorld(inject("databaseUrl"));
  for (const role of roles) visitors.set(role, await signIn(origin, emailOf(role), demoPassword));
});
afterAll(() => world.sql.end());

const isAllowed = (role: Role, rule: Rule) =>
  rule === "signed in" || rule === "everybody" || (rule !== null && can([role], rule));
const reachesAll = (role: Role, rule: Rule) =>
  rule === null || rule === "signed in" || rule === "everybody" || reachesOf([role], rule).has("all");

function fill(template: string, params: Params): string {
  return template.replace(/\$(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? name));
}

function addressOf(file: string, rule: RouteRule, params: Params): string {
  return fill(pathOf(file), params) + (rule.query ? `?${fill(rule.query, params)}` : "");
}

function hasId(file: string, rule: RouteRule): boolean {
  return /\$(id|accountId|userId|runId|key|goalId|riskId|problemId|responsibilityId|announcementId|item|programme|scenarioId)/.test(
    file + (rule.query ?? ""),
  );
}

function paramsFor(role: Role, rule: RouteRule): Params {
  return rule.subject === "leaver" ? { ...world.mine[role], id: world.leaver } : world.mine[role];
}

/** The first id in the path, or in the query, made into something else; ids further right stay real. */
function withFirstId(file: string, rule: RouteRule, params: Params, id: string): Params {
  const [, name = "id"] =
    /\$(id|accountId|userId|runId|key|goalId|riskId|problemId|responsibilityId|announcementId|item|programme|scenarioId)/.exec(
      file + (rule.query ?? ""),
    ) ?? [];
  return { ...params, [name]: id };
}

async function ask(role: Role | "nobody", address: string): Promise<Answer> {
  const visitor = role === "nobody" ? createVisitor(origin) : visitors.get(role)!;
  const response = await visitor.get(address);
  const answer = { role, what: `GET ${address}`, status: response.status, body: await response.text() };
  answers.push(answer);
  return answer;
}

async function send(role: Role | "nobody", address: string, asData: boolean): Promise<Answer> {
  const visitor = role === "nobody" ? createVisitor(origin) : visitors.get(role)!;
  const response = await visitor.post(asData ? dataOf(address) : address, {});
  const answer = { role, what: `POST ${address}`, status: response.status, body: await response.text() };
  answers.push(answer);
  return answer;
}

/** The request that a page in the browser makes; `_routes` asks one loader alone, without those around it. */
function dataOf(address: string, file?: string): string {
  const [pathname = "", query = ""] = address.split("?");
  const search = [query, file && `_routes=${encodeURIComponent(`routes/${file}`)}`].filter(Boolean).join("&");
  return `${pathname === "/" ? "/_root" : pathname}.data${search && `?${search}`}`;
}

const pagesWithRules = files
  .filter((file) => file in routeRules)
  .map((file) => [file, routeRules[file]!] as const);
const isSentOn = (role: Role, { redirects }: RouteRule) =>
  redirects === true || Boolean(redirects?.includes(role));
const isPage = (file: string) => file.startsWith("_app.");

describe("the walk", () => {
  it("knows every route file", () => {
    const known = [...Object.keys(routeRules), ...importRoutes, ...goneRoutes];
    expect(files.filter((file) => !known.includes(file))).toEqual([]);
    expect(known.filter((file) => !files.includes(file))).toEqual([]);
  });
});

describe.each(pagesWithRules)("%s", (file, rule) => {
  it("answers each role as its capabilities say", async () => {
    for (const role of roles) {
      const address = addressOf(file, rule, paramsFor(role, rule));
      const expected = file === "login" || isSentOn(role, rule) ? 302 : 200;
      const { status, body } = await ask(role, address);
      expect(status, `${role} ${address}`).toBe(isAllowed(role, rule.load) ? expected : 404);
      if (status === 404)
        expect(body, address).toContain(isPage(file) ? 'role="alert"' : "There is nothing here");
    }
  });

  if (isPage(file) && !rule.redirects)
    it("gives the page's data to the same roles alone", async () => {
      for (const role of roles) {
        const address = dataOf(addressOf(file, rule, paramsFor(role, rule)), file);
        const { status } = await ask(role, address);
        const expected = isSentOn(role, rule) ? 202 : 200;
        expect(status, `${role} ${address}`).toBe(isAllowed(role, rule.load) ? expected : 404);
      }
    });

  if (rule.load !== "everybody")
    it("leads whoever is not signed in to the login page, and says nothing", async () => {
      const address = addressOf(file, rule, world.mine.hr);
      const response = await createVisitor(origin).get(address);
      expect(response.status).toBe(302);
      expect(response.headers.get("Location")).toMatch(/^\/login/);
      if (!isPage(file)) return;
      const data = await ask("nobody", dataOf(address, file));
      expect(data.status).toBe(202);
      expect(data.body).toContain("/login");
      expect(data.body.length).toBeLessThan(600);
    });

  if (hasId(file, rule))
    it("hides what is out of reach, unknown or malformed behind the same 404", async () => {
      for (const role of roles.filter((candidate) => isAllowed(candidate, rule.load))) {
        const own = paramsFor(role, rule);
        const ids = [unknownId, ...malformedIds];
        const wrong = ids.map((id) => addressOf(file, rule, withFirstId(file, rule, own, id)));
        const foreign = world.foreign[role];
        if (foreign && !reachesAll(role, rule.load)) wrong.push(addressOf(file, rule, foreign));
        for (const address of wrong) {
          expect((await ask(role, address)).status, `${role} ${address}`).toBe(404);
          if (!isPage(file) || /%00|%2F/.test(address)) continue;
          const data = dataOf(address, file);
          expect((await ask(role, data)).status, `${role} ${data}`).toBe(404);
        }
      }
    });

  if (/\$(caseId|contactId|assignmentId)/.test(file))
    it("hides what belongs to another account", async () => {
      const name = /\$(caseId|contactId|assignmentId)/.exec(file)?.[1] ?? "";
      for (const role of ["sales_manager", "employee"] as const) {
        if (!isAllowed(role, rule.load)) continue;
        for (const id of [world.foreign[role]![name]!, unknownId, "x"]) {
          const address = addressOf(file, rule, { ...world.mine[role], [name]: id });
          expect((await ask(role, address)).status, `${role} ${address}`).toBe(404);
          expect((await send(role, address, true)).status, `${role} POST ${address}`).toBe(404);
        }
      }
    });

  if (rule.act !== null && rule.act !== "everybody")
    it("takes its form from the same roles alone", async () => {
      for (const asData of [true, false]) {
        for (const role of roles) {
          const own = addressOf(file, rule, paramsFor(role, rule));
          if (!isAllowed(role, rule.act)) {
            expect((await send(role, own, asData)).status, `${role} POST ${own}`).toBe(404);
            continue;
          }
          expect([200, 202, 302, 422], `${role} POST ${own}`).toContain(
            (await send(role, own, asData)).status,
          );
          if (!hasId(file, rule) || rule.query) continue;
          const wrong = [unknownId, "x"].map((id) =>
            addressOf(file, rule, withFirstId(file, rule, own ? paramsFor(role, rule) : {}, id)),
          );
          const foreign = world.foreign[role];
          if (foreign && !reachesAll(role, rule.act)) wrong.push(addressOf(file, rule, foreign));
          for (const address of wrong)
            expect((await send(role, address, asData)).status, `${role} POST ${address}`).toBe(404);
        }
        const nobody = await send("nobody", addressOf(file, rule, world.mine.hr), asData);
        expect(asData ? 202 : 302).toBe(nobody.status);
      }
    });

  if (rule.act === null && isPage(file) && !rule.redirects)
    it("refuses a form it does not have", async () => {
      for (const role of roles) {
        const { status } = await send(role, addressOf(file, rule, paramsFor(role, rule)), false);
        expect([404, 405], `${role}`).toContain(status);
      }
    });
});

describe("imports", () => {
  const kinds = { hr: "employees", admin: "accounts" } as const;
  const other = { hr: "admin", admin: "hr" } as const;

  it("are open to HR for people and to the administrator for customers, and to nobody else", async () => {
    for (const role of roles) {
      const importer = role === "hr" || role === "admin" ? role : null;
      expect((await ask(role, "/import")).status, role).toBe(importer ? 200 : 404);
      for (const owner of ["hr", "admin"] as const) {
        const expected = importer === owner ? 200 : 404;
        const run = world.runs[owner];
        expect((await ask(role, `/import/${run}`)).status, `${role} run of ${owner}`).toBe(expected);
        expect((await ask(role, `/import/${run}.data`)).status, `${role} data of ${owner}`).toBe(expected);
        expect((await ask(role, `/import/${run}/failed.csv`)).status, `${role} failed rows of ${owner}`).toBe(
          expected,
        );
        const file = `/import/files/${kinds[owner]}-template.csv`;
        expect((await ask(role, file)).status, `${role} ${file}`).toBe(expected);
        if (importer !== owner) expect((await send(role, `/import/${run}`, true)).status).toBe(404);
      }
    }
  });

  it("hide unknown and malformed runs and files", async () => {
    for (const role of ["hr", "admin"] as const) {
      for (const id of [unknownId, "1", "not-a-uuid", world.runs[other[role]]]) {
        expect((await ask(role, `/import/${id}`)).status, id).toBe(404);
        expect((await ask(role, `/import/${id}/failed.csv`)).status, id).toBe(404);
      }
      expect((await ask(role, "/import/files/nothing-template.csv")).status).toBe(404);
      expect((await ask(role, "/import/files/passwd")).status).toBe(404);
    }
  });
});

describe("what no answer ever holds", () => {
  it("pay and the cost of a person, for anybody but HR", async () => {
    for (const role of roles.filter((candidate) => candidate !== "hr")) {
      const { id } = world.mine[role];
      for (const address of [
        "/employees.csv?columns=all",
        `/employees/${id}?salary=1`,
        "/lookup/employees?q=9876",
        "/search?q=9876",
        "/employees?q=9876",
        "/accounts.csv",
        "/employees?sort=-engagement&columns=engagement",
        "/employees.csv?columns=engagement&columns=salary&sort=-salary",
        "/accounts.csv?columns=engagement&sort=-engagement",
        "/at-risk?factor=pay_position&sort=-engagement",
        "/at-risk/people?sort=-salary",
        "/at-risk/people.csv",
        "/data-quality/employees_without_pay",
        "/data-quality/survey_answers_outside_employment.csv",
        `/employees/${id}/leave-impact`,
        "/",
      ])
        await ask(role, address);
    }
    const pay = answers.filter(({ role, body }) => role !== "hr" && secretPay.test(body));
    expect(pay.map(({ role, what }) => `${role} ${what}`)).toEqual([]);
  });

  it("which HR does see where it belongs, so that the search above is known to work", async () => {
    const { body } = await ask("hr", `/employees/${world.mine.hr["id"]}/costs`);
    expect(body).toMatch(secretPay);
    const data = await ask("hr", `/employees/${world.mine.hr["id"]}/costs.data`);
    expect(data.body).toMatch(secretPay);
    const csv = await ask("hr", `/employees/${world.mine.hr["id"]}/costs.csv`);
    expect(csv.body).toMatch(secretPay);
  });

  it("what one person answered in a survey, for anybody at all", () => {
    const leaks = answers.filter(({ body }) => body.includes(secretComment));
    expect(leaks.map(({ role, what }) => `${role} ${what}`)).toEqual([]);
  });

  it("a stack trace, a query or a failure nobody expected", () => {
    const broken = answers.filter(
      ({ status, body }) =>
        status >= 500 || /node_modules|at .*\.js:\d+:\d+|PostgresError|PrismaClient/.test(body),
    );
    expect(broken.map(({ role, what, status }) => `${role} ${what} → ${status}`)).toEqual([]);
  });
});
