import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { runInSql } from "~/db/run-statement.server";
import { sql } from "~/db/sql.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
  companyDay,
} from "../../../../tests/builders/company";
import { refreshAccountSummaries } from "../panel/refresh-account-summaries";
import { refreshEmployeeSummaries } from "../panel/refresh-employee-summaries";
import { assignEmployee } from "./assign-employee.server";
import { changeShare, endAssignment } from "./change-assignment.server";
import { handOver } from "./hand-over.server";
import { listRecentHandovers, listUnownedAccounts, listWaitingLeavers } from "./list-handovers.server";
import { prepareHandover } from "./prepare-handover.server";

const today = companyDay();
let north: string;
let south: string;
let leaver: string;
let rossi: string;
let stranger: string;
let pump: string;
let mill: string;
let pumpOwner: string;
let millOwner: string;

const refresh = async () => {
  await runInSql(sql(), refreshEmployeeSummaries("all", today));
  await runInSql(sql(), refreshAccountSummaries("all", today));
};
const north_ = () => buildScope("assignments.write", { roles: ["sales_manager"], unitIds: [north] });
const everything = () => buildScope("assignments.write", { roles: ["hr"] });
const held = (accountId: string) => sql()`
  select employee_id, role, share::float8 as share, starts_on, ends_on, end_cause from assignments where account_id = ${accountId} order by starts_on, ends_on`;

beforeEach(async () => {
  await sql()`truncate assignments, account_summaries, employee_summaries, employment_spells, employees, accounts, rollup_queue, audit_events cascade`;
  await buildCompany();
  [north, south] = [await buildUnit({ name: "North" }), await buildUnit({ name: "South" })];
  leaver = await buildEmployee({ unitId: north, name: "Leaver", leftOn: "2026-06-01" });
  rossi = await buildEmployee({ unitId: north, name: "Rossi" });
  stranger = await buildEmployee({ unitId: south, name: "Stranger" });
  [pump, mill] = [await buildAccount({ name: "Pump" }), await buildAccount({ name: "Mill" })];
  pumpOwner = await buildAssignment({
    accountId: pump,
    employeeId: leaver,
    share: 0.6,
    startsOn: "2025-01-01",
  });
  millOwner = await buildAssignment({
    accountId: mill,
    employeeId: leaver,
    share: 0.3,
    startsOn: "2025-02-01",
  });
  await refresh();
});

describe("handing over", () => {
  it("ends the leaver's assignments on the leaving day and starts the successor's on the day chosen, keeping role and share", async () => {
    const count = await handOver(
      north_(),
      { handedOn: "2026-06-20", cause: "departure" },
      { [pumpOwner]: rossi, [millOwner]: rossi },
    );
    expect(count).toBe(2);
    expect((await held(pump)).map((row) => ({ ...row }))).toEqual([
      {
        employeeId: leaver,
        role: "owner",
        share: 0.6,
        startsOn: "2025-01-01",
        endsOn: "2026-06-01",
        endCause: "departure",
      },
      { employeeId: rossi, role: "owner", share: 0.6, startsOn: "2026-06-20", endsOn: null, endCause: null },
    ]);
    const [summary] =
      await sql()`select owner_name, handovers_12m as n from account_summaries where account_id = ${pump}`;
    expect(summary).toMatchObject({ ownerName: "Rossi", n: 1 });
    const events =
      await sql()`select subject_name, detail from audit_events where action = 'assignment.handover' order by subject_name`;
    expect(events.map((event) => event["subjectName"])).toEqual(["Mill", "Pump"]);
  });

  it("shows 1 − 1 leavers waiting and 20 − 1 = 19 uncovered days afterwards", async () => {
    expect(await listWaitingLeavers(north_())).toMatchObject([
      { name: "Leaver", openAssignments: 2, ownedAccounts: 2 },
    ]);
    await handOver(
      north_(),
      { handedOn: "2026-06-20", cause: "departure" },
      { [pumpOwner]: rossi, [millOwner]: rossi },
    );
    expect(await listWaitingLeavers(north_())).toEqual([]);
    const recent = await listRecentHandovers(north_(), "2026-07-15");
    expect(recent.map((row) => [row.accountName, row.toName, row.uncoveredDays])).toEqual([
      ["Pump", "Rossi", 19],
      ["Mill", "Rossi", 19],
    ]);
  });

  it("writes nothing at all where one of several choices is impossible", async () => {
    const late = await buildEmployee({ unitId: north, name: "Late", hiredOn: "2026-07-01" });
    await refresh();
    await expect(
      handOver(
        north_(),
        { handedOn: "2026-06-20", cause: "departure" },
        { [pumpOwner]: rossi, [millOwner]: late },
      ),
    ).rejects.toMatchObject({
      code: "invalid",
      detail: { fields: { [`to.${millOwner}`]: { key: "notEmployedOn" } } },
    });
    expect(await held(pump)).toHaveLength(1);
    expect(await sql()`select 1 from audit_events`).toHaveLength(0);
  });

  it("refuses an account, a colleague and an assignment out of scope as not found", async () => {
    const foreign = await buildAccount();
    const foreignOwner = await buildAssignment({ accountId: foreign, employeeId: stranger });
    await refresh();
    for (const choices of [
      { [foreignOwner]: rossi },
      { [pumpOwner]: stranger },
      { [uuidv7()]: rossi },
      { "1": rossi },
    ]) {
      await expect(
        handOver(north_(), { handedOn: "2026-06-20", cause: "planned" }, choices),
      ).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(prepareHandover(north_(), { employeeId: stranger }, [])).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(prepareHandover(north_(), { accountId: foreign }, [])).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(prepareHandover(north_(), { accountIds: [pump, foreign] }, [])).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("prepares several chosen accounts at once: their managers alone, each with a colleague suggested", async () => {
    const plan = await prepareHandover(north_(), { accountIds: [mill, pump] }, []);
    expect(plan.subject).toMatchObject({ kind: "accounts", ids: [mill, pump] });
    expect(plan.assignments.map((row) => [row.accountId, row.role])).toEqual(
      expect.arrayContaining([
        [pump, "owner"],
        [mill, "owner"],
      ]),
    );
    expect(plan.assignments.every((row) => plan.suggestion[row.id] !== row.employeeId)).toBe(true);
  });

  it("refuses a day to come, a day before the start, and no choice at all, each at its field", async () => {
    const at = (handedOn: string, choices: Record<string, string | null>) =>
      handOver(everything(), { handedOn, cause: "planned" }, choices);
    await expect(at("2199-01-01", { [pumpOwner]: rossi })).rejects.toMatchObject({
      detail: { fields: { handedOn: { key: "inFuture" } } },
    });
    await expect(at("2025-01-01", { [pumpOwner]: rossi })).rejects.toMatchObject({
      detail: { fields: { handedOn: { key: "beforeAssignment" } } },
    });
    await expect(at("2026-06-20", { [pumpOwner]: null })).rejects.toMatchObject({
      detail: { fields: { form: { key: "chooseSuccessor" } } },
    });
  });

  it("takes accounts up whose manager's assignment had ended at the departure: 2 wait, 0 afterwards, 19 days uncovered", async () => {
    await sql()`update assignments set ends_on = '2026-06-01', end_cause = 'departure' where employee_id = ${leaver}`;
    await refresh();
    expect(await listWaitingLeavers(north_())).toMatchObject([{ name: "Leaver", ownedAccounts: 2 }]);
    await expect(
      handOver(north_(), { handedOn: "2026-05-31", cause: "departure" }, { [pumpOwner]: rossi }),
    ).rejects.toMatchObject({ code: "invalid" });
    await handOver(
      north_(),
      { handedOn: "2026-06-20", cause: "departure" },
      { [pumpOwner]: rossi, [millOwner]: rossi },
    );
    expect(await listWaitingLeavers(north_())).toEqual([]);
    expect((await listRecentHandovers(north_(), "2026-07-15")).map((row) => row.uncoveredDays)).toEqual([
      19, 19,
    ]);
    expect((await prepareHandover(north_(), { employeeId: leaver }, [])).assignments).toEqual([]);
  });

  it("proposes colleagues of the unit by workload, and one brought in by number", async () => {
    const plan = await prepareHandover(everything(), { employeeId: leaver }, []);
    expect(plan).toMatchObject({
      departedOn: "2026-06-01",
      suggestion: { [pumpOwner]: rossi, [millOwner]: rossi },
    });
    const [{ employeeNumber } = { employeeNumber: "" }] = await sql()<
      { employeeNumber: string }[]
    >`select employee_number from employees where id = ${stranger}`;
    const wider = await prepareHandover(everything(), { employeeId: leaver }, [employeeNumber]);
    expect(wider.successors.map((successor) => successor.name)).toContain("Stranger");
  });
});

describe("assigning", () => {
  const entry = { role: "service" as const, sharePercent: 0.2, startsOn: "2026-03-01" };
  const numberOf = async (id: string) =>
    (await sql()<{ employeeNumber: string }[]>`select employee_number from employees where id = ${id}`)[0]!
      .employeeNumber;

  it("adds a role, and refuses the same role of the same person at the same time in words", async () => {
    await assignEmployee(north_(), pump, { ...entry, employeeNumber: await numberOf(rossi) });
    await expect(
      assignEmployee(north_(), pump, {
        ...entry,
        startsOn: "2026-04-01",
        employeeNumber: await numberOf(rossi),
      }),
    ).rejects.toMatchObject({
      detail: { fields: { form: { key: "assignmentOverlap" } } },
    });
  });

  it("does not know a colleague out of scope", async () => {
    await expect(
      assignEmployee(north_(), pump, { ...entry, employeeNumber: await numberOf(stranger) }),
    ).rejects.toMatchObject({
      detail: { fields: { employeeNumber: { key: "unknownEmployee" } } },
    });
  });

  it("lists an account whose manager has left as unowned only once nobody holds it", async () => {
    await endAssignment(north_(), pump, pumpOwner, { endsOn: "2026-06-01", cause: "departure" });
    expect((await listUnownedAccounts(north_())).map((row) => row.name)).toContain("Pump");
  });
});

describe("changing one assignment", () => {
  it("keeps the old share for its time: 60 % until 1 March, 40 % from then on", async () => {
    await changeShare(north_(), pump, pumpOwner, { sharePercent: 0.4, changedOn: "2026-03-01" });
    expect((await held(pump)).map((row) => [row["share"], row["startsOn"], row["endsOn"]])).toEqual([
      [0.6, "2025-01-01", "2026-03-01"],
      [0.4, "2026-03-01", null],
    ]);
    expect(await listRecentHandovers(north_(), "2026-04-01")).toEqual([]);
  });

  it("cannot end twice, end before it starts, or be reached through another account", async () => {
    await expect(
      endAssignment(north_(), mill, pumpOwner, { endsOn: "2026-01-01", cause: "planned" }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(
      endAssignment(north_(), pump, pumpOwner, { endsOn: "2025-01-01", cause: "planned" }),
    ).rejects.toMatchObject({ code: "invalid" });
    await endAssignment(north_(), pump, pumpOwner, { endsOn: "2026-01-01", cause: "planned" });
    await expect(
      endAssignment(north_(), pump, pumpOwner, { endsOn: "2026-02-01", cause: "planned" }),
    ).rejects.toMatchObject({ code: "invalid" });
  });
});
