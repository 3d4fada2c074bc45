/** The studies as each role meets them: who gets in, which teams leave the server, and which never do. */
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import type { Role } from "~/modules/access/roles";
import { createSession } from "~/modules/access/session.server";
import { writeSessionCookie } from "~/modules/access/session-cookie.server";
import type { SpecResult } from "~/modules/linkage/drivers/result";
import * as handovers from "~/routes/_app.drivers_.handovers";
import * as importance from "~/routes/_app.drivers_.importance";
import * as leaving from "~/routes/_app.drivers_.leaving";
import * as retention from "~/routes/_app.drivers_.retention";
import * as teams from "~/routes/_app.drivers_.teams";
import { buildCompany, buildUnit } from "../builders/company";
import { buildSpecResult } from "../builders/driver-results";
import { buildLeaving, buildStudyResults, buildTeam } from "../builders/study-results";

type Loader = (args: never) => Promise<unknown>;
const pages: readonly [string, Loader][] = [
  ["handovers", handovers.loader],
  ["retention", retention.loader],
  ["importance", importance.loader],
  ["teams", teams.loader],
  ["leaving", leaving.loader],
];

const cookies = new Map<string, string>();
let own: readonly string[] = [];

async function signIn(name: string, role: Role, unitId: string | null): Promise<void> {
  const id = uuidv7();
  await sql()`insert into users (id, email, name, password_hash, org_unit_id)
              values (${id}, ${`${name}@example.com`}, ${name}, 'none', ${unitId})`;
  await sql()`insert into user_roles (user_id, role) values (${id}, ${role}::role)`;
  cookies.set(name, (await writeSessionCookie(await createSession(id, null))).split(";")[0]!);
}

let runs = 0;
/** A finished run, later than the ones before. */
async function storeRun(results: readonly SpecResult[]): Promise<void> {
  const id = uuidv7();
  runs += 1;
  const at = new Date(Date.UTC(2026, 10, 1, 0, runs)).toISOString();
  await sql()`insert into driver_runs (id, status, as_of, data_stamp, code_version, progress, started_at, finished_at)
              values (${id}, 'finished', '2026-10-31', 'stamp', 'test', 1, ${at}, ${at})`;
  for (const result of results)
    await sql()`insert into driver_results (run_id, spec, result)
                values (${id}, ${result.spec}, ${sql().json(result as never)})`;
}

/** What the page's loader gives, or the status it answers with. */
async function open(loader: Loader, name: string, query = ""): Promise<Record<string, never> | number> {
  const request = new Request(`http://localhost/drivers/x${query}`, {
    headers: { Cookie: cookies.get(name) ?? "" },
  });
  const answer = await loader({ request, params: {}, context: {} } as never).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Response) return answer.status;
  if (answer instanceof Error) throw answer;
  const { init, data } = answer as { init?: { status?: number } | null; data?: unknown };
  return init?.status ?? ((data ?? answer) as Record<string, never>);
}

const sentTo = async (loader: Loader, name: string, query = "") =>
  JSON.stringify(await open(loader, name, query));

const sizes = { North: 8, "North East": 9, South: 12, West: 10 };

beforeAll(async () => {
  await buildCompany();
  const north = await buildUnit({ name: "North" });
  const northEast = await buildUnit({ name: "North East", parentId: north });
  const others = [await buildUnit({ name: "South" }), await buildUnit({ name: "West" })];
  own = [north, northEast];
  await signIn("manager", "sales_manager", north);
  for (const role of ["hr", "leadership", "employee", "admin"] as const) await signIn(role, role, null);
  const ids = [north, northEast, ...others];
  const results = buildStudyResults(Object.keys(sizes).map((name, index) => ({ id: ids[index]!, name }))).map(
    (result) =>
      result.spec === "teams"
        ? {
            ...result,
            teams: result.teams.map((team) => ({
              ...team,
              people: sizes[team.unitName as keyof typeof sizes],
            })),
          }
        : result,
  );
  await storeRun(results);
});

describe.each(pages)("the page of %s", (_name, loader) => {
  it("is there for those who may read drivers, and for nobody else", async () => {
    for (const name of ["manager", "hr", "leadership"])
      expect(await open(loader, name)).toMatchObject({ study: { head: { asOf: "2026-10-31" } } });
    for (const name of ["employee", "admin"]) expect(await open(loader, name)).toBe(404);
    expect(await open(loader, "nobody")).toBe(302);
  });

  it("answers whatever the URL asks for", async () => {
    for (const query of ["?cause=nobody&outcome=salary", "?cause=planned&outcome=churn", "?view=1&cause="])
      expect(await open(loader, "manager", query)).toHaveProperty("study");
  });
});

describe("teams", () => {
  it("are all named for hr and leadership, without the raw difference", async () => {
    for (const name of ["hr", "leadership"]) {
      const sent = await sentTo(teams.loader, name);
      for (const team of Object.keys(sizes)) expect(sent).toContain(`"${team}"`);
      expect(sent).not.toContain('"raw"');
    }
  });

  it("are a manager's own by name and all others as one, in every outcome", async () => {
    for (const outcome of ["satisfaction", "revenue", "churn"]) {
      const sent = await sentTo(teams.loader, "manager", `?outcome=${outcome}`);
      expect(sent).toContain('"North East"');
      expect(sent).not.toMatch(/South|West/);
      expect(await open(teams.loader, "manager", `?outcome=${outcome}`)).toMatchObject({
        study: { teams: { outcome, ranked: 4, rest: { teams: 2, people: 22 } } },
      });
    }
  });
});

describe("with few people", () => {
  beforeAll(async () => {
    const small = own.map((unitId, index) =>
      buildTeam({ unitId, unitName: `Own ${index}`, people: 4 + 5 * index }),
    );
    const far = ["f1", "f2"].map((unitId) => buildTeam({ unitId, unitName: "Far", people: 20 }));
    await storeRun([
      buildSpecResult({ spec: "teams", kind: "teams", outcome: null, teams: [...small, ...far] }),
      buildSpecResult({
        spec: "leaving",
        kind: "leaving",
        outcome: "leaving",
        leaving: buildLeaving({ voluntary: 40, involuntary: 12, retirement: 2 }),
      }),
    ]);
  });

  it("a team of four is not shown, nor the one that would give it away", async () => {
    const sent = await sentTo(teams.loader, "manager");
    expect(sent).not.toMatch(/Own 0|Far/);
    expect(await open(teams.loader, "manager")).toMatchObject({
      study: { teams: { teams: [], hidden: 2 } },
    });
    expect(await sentTo(teams.loader, "hr")).not.toContain("Own 0");
  });

  it("a reason that two people had is not shown, nor the smallest other one", async () => {
    for (const name of ["hr", "leadership", "manager"]) {
      const sent = await sentTo(leaving.loader, name);
      expect(sent).toContain('"voluntary"');
      expect(sent).not.toMatch(/"retirement"|"involuntary"/);
    }
  });
});

it("shows when people leave where only what predicts it has no answer", async () => {
  await storeRun([
    buildSpecResult({
      spec: "leaving",
      kind: "leaving",
      outcome: "leaving",
      refused: { code: "not_identified", detail: {} },
      leaving: buildLeaving({ voluntary: 40, involuntary: 12 }),
    }),
  ]);
  expect(await open(leaving.loader, "hr")).toMatchObject({
    study: { head: { refused: null }, leaving: { hidden: 0 }, predictors: [] },
  });
});

describe("without an answer", () => {
  it("says why, and shows nothing else", async () => {
    await storeRun([
      buildSpecResult({
        spec: "handovers",
        kind: "event_study",
        outcome: null,
        refused: { code: "no_handover", detail: {} },
      }),
    ]);
    expect(await open(handovers.loader, "hr")).toMatchObject({
      study: { head: { refused: { code: "no_handover" } }, outcomes: [], contrasts: [] },
    });
    expect(await open(retention.loader, "hr")).toMatchObject({ study: { head: null, groupings: [] } });
  });
});
