import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import { addMonths, monthOf } from "~/kernel/calendar";
import type { Capability } from "~/modules/access/capabilities";
import { scopeOf } from "~/modules/access/require-scope.server";
import type { Role } from "~/modules/access/roles";
import { buildCompany, buildEmployee, buildUnit, companyDay } from "../../../tests/builders/company";
import { summariseEmployees } from "../../../tests/builders/summaries";
import { archiveRecord, restoreRecord } from "./archive-record.server";
import { countReads } from "./count-reads.server";
import { answerFeedback, giveFeedback } from "./give-feedback.server";
import { goalForm } from "./goal";
import { countUnread, getAnnouncement, listAnnouncements } from "./list-announcements.server";
import { listFeedback } from "./list-feedback.server";
import { getGoal, listGoals } from "./list-goals.server";
import { listProblems } from "./list-problems.server";
import { listProgrammeHistory } from "./list-programme-history.server";
import { getReadiness, listReadiness } from "./list-readiness.server";
import { markRead } from "./mark-read.server";
import { problemForm } from "./problem";
import { publishAnnouncement } from "./publish-announcement.server";
import { readinessForm } from "./readiness";
import { assessGoal, saveGoal } from "./save-goal.server";
import { saveProblem } from "./save-problem.server";
import { addEvidence, archiveEvidence, saveReadiness } from "./save-readiness.server";

let north: string;
let south: string;
const userIds = new Map<string, string>();
const employeeIds = new Map<string, string>();

interface Person {
  readonly key: string;
  readonly unitId: string;
}

async function buildUser({ key, unitId }: Person): Promise<void> {
  const employeeId = await buildEmployee({ unitId, name: key, number: key });
  await summariseEmployees([employeeId]);
  const [user] = await sql()<{ id: string }[]>`
    insert into users (id, email, name, password_hash, employee_id)
    values (gen_random_uuid(), ${`${key}@example.com`}, ${key}, 'x', ${employeeId}) returning id`;
  await sql()`insert into user_roles (user_id, role) values (${user!.id}, 'employee')`;
  userIds.set(key, user!.id);
  employeeIds.set(key, employeeId);
}

function scopeFor<C extends Capability>(
  capability: C,
  key: string,
  roles: readonly Role[],
  unitIds: readonly string[] = [],
) {
  return scopeOf(
    {
      id: userIds.get(key)!,
      name: key,
      email: `${key}@example.com`,
      roles,
      employeeId: employeeIds.get(key) ?? null,
      orgUnitName: null,
      unitIds,
    },
    capability,
  );
}

const writer = () => scopeFor("programme.write", "n1", ["hr"]);
const leader = () => scopeFor("programme.govern", "n1", ["hr"]);
const reader = (key: string) => scopeFor("programme.read", key, ["employee"]);
const goalInput = (values: Record<string, string>) =>
  goalForm.parse({
    kind: "quantitative",
    title: "Goal",
    metric: "csat",
    baselineOn: "2025-01-01",
    targetValue: "80",
    dueOn: "2027-01-01",
    ...values,
  });
const audited = async (action: string) => {
  const rows =
    await sql()`select actor_user_id, actor_name, detail, occurred_at from audit_events where action = ${action}`;
  return rows;
};

beforeAll(async () => {
  await buildCompany();
  north = await buildUnit({ name: "North" });
  south = await buildUnit({ name: "South" });
  for (let index = 1; index <= 5; index++) await buildUser({ key: `n${index}`, unitId: north });
  for (let index = 1; index <= 4; index++) await buildUser({ key: `s${index}`, unitId: south });
});

async function codeOf(unitId: string): Promise<string> {
  const [row] = await sql()<{ code: string }[]>`select code from org_units where id = ${unitId}`;
  return row!.code;
}

describe("goals", () => {
  it("are set by those who write alone, and never by a sales manager or an employee", () => {
    expect(() => scopeFor("programme.write", "n1", ["sales_manager"], [north])).toThrow(AppError);
    expect(() => scopeFor("programme.write", "n1", ["employee"])).toThrow(AppError);
    expect(() => scopeFor("programme.govern", "n1", ["employee"])).toThrow(AppError);
  });

  it("of a unit are seen by those in it and those above all, and are not there for anybody else", async () => {
    const id = await saveGoal(
      writer(),
      null,
      goalInput({ title: "North alone", unitCode: await codeOf(north) }),
    );
    expect((await getGoal(reader("n2"), id)).title).toBe("North alone");
    expect((await getGoal(scopeFor("programme.read", "s1", ["sales_manager"], [north]), id)).id).toBe(id);
    await expect(getGoal(reader("s1"), id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getGoal(reader("n2"), "x")).rejects.toMatchObject({ code: "not_found" });
    expect((await listGoals(reader("s1"))).map((goal) => goal.title)).not.toContain("North alone");
    expect(await audited("goal.create")).toHaveLength(1);
  });

  it("refuse an owner and a unit that nobody has beside their fields, and write nothing", async () => {
    await expect(saveGoal(writer(), null, goalInput({ ownerNumber: "nobody" }))).rejects.toMatchObject({
      detail: { fields: { ownerNumber: { key: "unknownEmployee" } } },
    });
    await expect(saveGoal(writer(), null, goalInput({ unitCode: "nowhere" }))).rejects.toMatchObject({
      detail: { fields: { unitCode: { key: "unknownUnit" } } },
    });
    expect(await audited("goal.create")).toHaveLength(1);
  });

  it("read CSAT from the rollups: 12 months of 10 answers, 8 of them 4 or 5, are 80 % and reach a target of 80", async () => {
    for (let month = 1; month <= 12; month++)
      await sql()`
        insert into unit_customer_months (org_unit_id, month, accounts_at_start, accounts_lost, accounts_won, cohort_accounts, cohort_lost,
          revenue_minor, recurring_minor, cost_of_goods_minor, recurring_base_minor, recurring_kept_capped_minor, recurring_kept_minor,
          csat_n, csat_sum, csat_top2, nps_n, nps_promoters, nps_detractors, ces_n, ces_sum, ces_sum_of_squares, ces_favourable, handovers,
          handovers_after_departure)
        values (${north}, ${addMonths(monthOf(companyDay()), -month)}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          10, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0)`;
    const id = await saveGoal(writer(), null, goalInput({ baselineValue: "70" }));
    const goal = await getGoal(reader("s1"), id);
    expect(goal.actual).toMatchObject({ value: 80, numerator: 96, denominator: 120 });
    expect(goal.progress).toMatchObject({ status: "reached", done: 1 });
    const elsewhere = await saveGoal(writer(), null, goalInput({ unitCode: await codeOf(south) }));
    expect((await getGoal(reader("s1"), elsewhere)).progress.status).toBe("unknown");
  });

  it("of the other kind are assessed with a reason, and forget it when they become measured", async () => {
    const judged = goalInput({ kind: "qualitative", title: "Judged", description: "It can be seen" });
    const id = await saveGoal(writer(), null, judged);
    expect((await getGoal(reader("s1"), id)).progress.status).toBe("unknown");
    await assessGoal(writer(), id, { assessment: "at_risk", note: "Seen twice only" });
    expect(await getGoal(reader("s1"), id)).toMatchObject({
      assessmentNote: "Seen twice only",
      progress: { status: "at_risk" },
    });
    await saveGoal(writer(), id, goalInput({ title: "Judged no more" }));
    expect(await getGoal(reader("s1"), id)).toMatchObject({ assessment: null, kind: "quantitative" });
  });

  it("leave the list when archived, stay in the history, and come back", async () => {
    const id = await saveGoal(writer(), null, goalInput({ title: "For a while" }));
    await archiveRecord(writer(), "goal", id);
    await expect(getGoal(reader("s1"), id)).rejects.toMatchObject({ code: "not_found" });
    await expect(archiveRecord(writer(), "goal", id)).rejects.toMatchObject({ code: "not_found" });
    const { events } = await listProgrammeHistory(leader(), null);
    expect(events.map((event) => event.action)).toContain("goal.archive");
    await restoreRecord(writer(), "goal", id);
    expect((await getGoal(reader("s1"), id)).title).toBe("For a while");
  });
});

describe("readiness", () => {
  it("shows all nine before anybody has begun, and is done only with an answer", async () => {
    const rows = await listReadiness(leader());
    expect(rows.map((row) => row.status)).toEqual(Array(9).fill("open"));
    expect(readinessForm.safeParse({ status: "done", answer: "" }).success).toBe(false);
    await saveReadiness(writer(), "scope", { status: "done", answer: "Five regions", ownerNumber: "n1" });
    expect((await getReadiness(leader(), "scope")).ownerName).toBe("n1");
    await expect(getReadiness(leader(), "nothing")).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps evidence that was taken off, out of sight", async () => {
    await addEvidence(writer(), "scope", { text: "Minutes", link: null, datedOn: "2026-01-10" });
    const { evidence } = await getReadiness(leader(), "scope");
    expect(evidence).toMatchObject([{ text: "Minutes", givenByName: "n1", datedOn: "2026-01-10" }]);
    await archiveEvidence(writer(), "scope", evidence[0]!.id);
    expect((await getReadiness(leader(), "scope")).evidence).toEqual([]);
    expect((await sql()`select 1 from readiness_evidence`).length).toBe(1);
  });
});

describe("the problem log", () => {
  it("is searched in problem, cause and solution, by two Chinese characters too, and keeps what is archived", async () => {
    const entry = (values: Record<string, string>) => problemForm.parse({ foundOn: "2026-01-05", ...values });
    await saveProblem(writer(), null, entry({ title: "Counts differ", cause: "Two address lists" }));
    await saveProblem(
      writer(),
      null,
      entry({ title: "客户重复", solution: "以合同编号为准", closedOn: "2026-02-01" }),
    );
    const titles = async (text: string | null, state: "open" | "closed" | "archived" | null = null) =>
      (await listProblems(leader(), { text, state, cursor: null })).rows.map((row) => row.title);
    expect(await titles("ADDRESS lists")).toEqual(["Counts differ"]);
    expect(await titles("合同")).toEqual(["客户重复"]);
    expect(await titles("address 合同")).toEqual([]);
    expect(await titles("100%")).toEqual([]);
    expect(await titles(null, "closed")).toEqual(["客户重复"]);
    const [open] = (await listProblems(leader(), { text: null, state: "open", cursor: null })).rows;
    await archiveRecord(writer(), "problem", open!.id);
    expect(await titles(null)).toEqual(["客户重复"]);
    expect(await titles(null, "archived")).toEqual(["Counts differ"]);
  });
});

describe("announcements", () => {
  let forNorth: string;
  beforeAll(async () => {
    forNorth = await publishAnnouncement(writer(), {
      title: "North moves",
      body: "From Monday",
      unitCode: await codeOf(north),
      asksToConfirm: true,
    });
  });

  it("reach the unit they are for and nobody else", async () => {
    expect((await listAnnouncements(reader("n2"))).rows.map((row) => row.title)).toEqual(["North moves"]);
    expect((await listAnnouncements(reader("s1"))).rows).toEqual([]);
    await expect(getAnnouncement(reader("s1"), forNorth)).rejects.toMatchObject({ code: "not_found" });
    await expect(markRead(reader("s1"), forNorth, { isConfirmed: false })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      giveFeedback(reader("s1"), forNorth, { text: "Me too?", anonymous: false }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("wait until they are confirmed; reading twice is one receipt", async () => {
    expect(await countUnread(reader("n2"))).toBe(1);
    await markRead(reader("n2"), forNorth, { isConfirmed: false });
    await markRead(reader("n2"), forNorth, { isConfirmed: false });
    expect(await countUnread(reader("n2"))).toBe(1);
    await markRead(reader("n2"), forNorth, { isConfirmed: true });
    expect(await countUnread(reader("n2"))).toBe(0);
    expect(await audited("announcement.read")).toHaveLength(1);
    expect(await audited("announcement.confirm")).toHaveLength(1);
  });

  it("count reads by unit from five people on: North's five are shown, and South's four only in the total", async () => {
    expect(await countReads(leader(), forNorth)).toMatchObject({
      total: { people: 5, read: 1, confirmed: 1 },
      units: [{ unitName: "North", state: "shown", people: 5, read: 1 }],
    });
    const forAll = await publishAnnouncement(writer(), {
      title: "All",
      body: "x",
      unitCode: null,
      asksToConfirm: false,
    });
    const counts = await countReads(leader(), forAll);
    expect(counts.total).toMatchObject({ people: 9 });
    expect(
      counts.units.every((unit) => unit.state !== "shown" && unit.people === null && unit.read === null),
    ).toBe(true);
  });

  it("keep nothing of who asked anonymously: no user, the day alone, and an audit event of nobody", async () => {
    await giveFeedback(reader("n3"), forNorth, { text: "Is this about me?", anonymous: true });
    const [row] = await sql()`select * from announcement_feedback where text = 'Is this about me?'`;
    expect(row?.["userId"]).toBeNull();
    expect(String(row?.["id"])[14]).toBe("4");
    const [event] = await audited("feedback.give");
    expect(event).toMatchObject({ actorUserId: null, actorName: "anonymous" });
    const [zone] =
      await sql()`select (${event?.["occurredAt"]}::timestamptz at time zone 'Europe/Berlin')::time::text as time`;
    expect(zone?.["time"]).toBe("00:00:00");
    expect(JSON.stringify(event)).not.toContain(userIds.get("n3"));
    expect((await listFeedback(scopeFor("programme.read", "n1", ["hr"]), forNorth))[0]).toMatchObject({
      isAnonymous: true,
      askedByName: null,
    });
  });

  it("show a question to who asked and who answers, and to everybody once it is answered, without the name", async () => {
    await giveFeedback(reader("n4"), forNorth, { text: "From which Monday?", anonymous: false });
    const asked = async (key: string, roles: readonly Role[] = ["employee"]) =>
      (await listFeedback(scopeFor("programme.read", key, roles), forNorth)).filter(
        (row) => !row.isAnonymous,
      );
    expect(await asked("n5")).toEqual([]);
    expect(await asked("n4")).toMatchObject([{ isOwn: true, askedByName: "n4" }]);
    const [question] = await asked("n1", ["hr"]);
    expect(question?.askedByName).toBe("n4");
    await answerFeedback(writer(), forNorth, question!.id, "The first in May");
    expect(await asked("n5")).toMatchObject([
      { answer: "The first in May", askedByName: null, isOwn: false },
    ]);
    await expect(answerFeedback(writer(), forNorth, employeeIds.get("n1")!, "x")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
