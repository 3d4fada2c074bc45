import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildUnit,
} from "../../../../tests/builders/company";
import { drainRollups } from "./drain-rollups.server";
import { panelStamp } from "./panel-stamp.server";
import { refreshAllRollups } from "./refresh-all-rollups.server";

const asOf = "2026-06-15";
let unitId: string;

beforeEach(async () => {
  await sql()`truncate employees, org_units, accounts, employment_spells, assignments, training_records, survey_answers,
    revenue_entries, satisfaction_responses, account_months, account_summaries, employee_summaries, unit_customer_months,
    unit_people_months, employee_months, panel_months, rollup_queue cascade`;
  await buildCompany();
  unitId = await buildUnit();
});

const book = (accountId: string, bookedOn: string, minor = 100_00) =>
  sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
    values (${accountId}, ${uuidv7()}, ${bookedOn}, ${minor}, 'EUR')`;
const panel = () => sql()`select * from panel_months order by account_id, month`;
const people = () => sql()`select * from employee_months order by employee_id, month`;

describe("the panel of an odd company", () => {
  it("is empty, with a stamp, where there is nothing at all", async () => {
    await refreshAllRollups(sql(), asOf);
    expect(await panel()).toEqual([]);
    expect(await panelStamp(sql())).toMatch(/^\d+$/);
    expect(await drainRollups(sql())).toBe(0);
  });

  it("has people's months without any account, and accounts' months without any person", async () => {
    const person = await buildEmployee({ unitId, hiredOn: "2026-03-10" });
    await refreshAllRollups(sql(), asOf);
    expect((await people()).map((row) => row["month"])).toEqual([
      "2026-03-01",
      "2026-04-01",
      "2026-05-01",
      "2026-06-01",
    ]);
    await sql()`delete from employment_spells`;
    await sql()`delete from employees where id = ${person}`;
    const account = await buildAccount({ acquiredOn: "2026-05-01" });
    await book(account, "2026-05-03");
    await refreshAllRollups(sql(), asOf);
    expect(await people()).toEqual([]);
    expect((await panel()).map((row) => [row["month"], row["ownerId"], row["vacancyShare"]])).toEqual([
      ["2026-05-01", null, 1],
      ["2026-06-01", null, 1],
    ]);
  });

  it("has one month of one account of one employee, without surveys, colleagues or handovers", async () => {
    const person = await buildEmployee({ unitId, hiredOn: "2026-06-01", annualSalaryMinor: 50_000_00n });
    const account = await buildAccount({ acquiredOn: "2026-06-01" });
    await buildAssignment({ accountId: account, employeeId: person, startsOn: "2026-06-01" });
    await book(account, "2026-06-02");
    await refreshAllRollups(sql(), asOf);
    expect(await panel()).toMatchObject([
      {
        month: "2026-06-01",
        isComplete: false,
        churnsNextMonth: null,
        ownerId: person,
        vacancyShare: 0,
        ownerTenureMonths: 0,
        ownerLogTenure: 0,
        ownerEngagement: null,
        ownerWorkloadZ: null,
        ownerPayPosition: null,
        monthsSinceHandover: null,
        handovers12m: 0,
      },
    ]);
  });

  it("gives no workload and no satisfaction where one person owns everything and nobody answers", async () => {
    const person = await buildEmployee({ unitId, hiredOn: "2024-01-01" });
    await buildEmployee({ unitId, hiredOn: "2024-01-01" });
    for (let count = 0; count < 3; count++) {
      const account = await buildAccount({ acquiredOn: "2026-01-01" });
      await buildAssignment({ accountId: account, employeeId: person, startsOn: "2026-01-01" });
      await book(account, "2026-01-05");
    }
    await refreshAllRollups(sql(), asOf);
    const rows = await panel();
    expect(rows).toHaveLength(18);
    for (const row of rows)
      expect(row).toMatchObject({ ownerWorkloadZ: null, csatN: 0, csatSum: 0, ownerId: person });
    const [march] = await sql()`
      select accounts_owned, workload_z from employee_months where employee_id = ${person} and month = '2026-03-01'`;
    expect(march).toEqual({ accountsOwned: 3, workloadZ: null });
  });

  it("counts nobody before hiring or after leaving, whatever the assignment says", async () => {
    const late = await buildEmployee({ unitId, hiredOn: "2026-02-11" });
    const gone = await buildEmployee({ unitId, hiredOn: "2024-01-01", leftOn: "2026-04-11" });
    const account = await buildAccount({ acquiredOn: "2026-01-01" });
    await book(account, "2026-01-05");
    await buildAssignment({
      accountId: account,
      employeeId: late,
      startsOn: "2026-01-01",
      endsOn: "2026-03-01",
      endCause: "planned",
    });
    await buildAssignment({ accountId: account, employeeId: gone, startsOn: "2026-03-01" });
    await refreshAllRollups(sql(), asOf);
    const shares = (await panel()).map((row) => [
      row["month"],
      Math.round(Number(row["vacancyShare"]) * 1e4) / 1e4,
      row["ownerId"],
    ]);
    expect(shares).toEqual([
      ["2026-01-01", 1, null],
      ["2026-02-01", Math.round((10 / 28) * 1e4) / 1e4, late],
      ["2026-03-01", 0, gone],
      ["2026-04-01", Math.round((20 / 30) * 1e4) / 1e4, gone],
      ["2026-05-01", 1, null],
      ["2026-06-01", 1, null],
    ]);
  });

  it("has salaries of 0, shares of 0, nobody's spell and an account lost on the first day of a month", async () => {
    const people5 = await Promise.all(
      Array.from({ length: 5 }, () =>
        buildEmployee({ unitId, hiredOn: "2024-01-01", annualSalaryMinor: 0n }),
      ),
    );
    const bare = await buildEmployee({ unitId, hiredOn: "2024-01-01" });
    await sql()`delete from employment_spells where employee_id = ${bare}`;
    const account = await buildAccount({ acquiredOn: "2026-01-01", churnedOn: "2026-04-01" });
    await book(account, "2026-01-05");
    await buildAssignment({ accountId: account, employeeId: people5[0]!, startsOn: "2026-01-01", share: 0 });
    await buildAssignment({ accountId: account, employeeId: bare, startsOn: "2026-01-01", share: 0 });
    await refreshAllRollups(sql(), asOf);
    expect(
      (await panel()).map((row) => [
        row["month"],
        row["isComplete"],
        row["churnsNextMonth"],
        row["vacancyShare"],
      ]),
    ).toEqual([
      ["2026-01-01", true, false, 0],
      ["2026-02-01", true, false, 0],
      ["2026-03-01", true, true, 0],
    ]);
    const [owned] = await sql()`
      select accounts_owned, pay_position, fte from employee_months where employee_id = ${bare} and month = '2026-02-01'`;
    expect(owned).toEqual({ accountsOwned: 0.5, payPosition: null, fte: 1 });
  });

  it("knows an account lost in the middle of a month, one lost last month, and one whose next month is not over", async () => {
    const lost = await buildAccount({ acquiredOn: "2026-01-10", churnedOn: "2026-03-20" });
    const lately = await buildAccount({ acquiredOn: "2026-04-01", churnedOn: "2026-06-02" });
    const kept = await buildAccount({ acquiredOn: "2026-04-01" });
    for (const account of [lost, lately, kept]) await book(account, "2026-04-05");
    await book(lost, "2026-01-20");
    await refreshAllRollups(sql(), asOf);
    const of = async (id: string) =>
      (
        await sql()`select month, is_complete, churns_next_month from panel_months where account_id = ${id} order by month`
      ).map((row) => [row["month"], row["isComplete"], row["churnsNextMonth"]]);
    expect(await of(lost)).toEqual([
      ["2026-01-01", false, false],
      ["2026-02-01", true, true],
      ["2026-03-01", false, null],
    ]);
    expect(await of(lately)).toEqual([
      ["2026-04-01", true, false],
      ["2026-05-01", true, true],
      ["2026-06-01", false, null],
    ]);
    expect(await of(kept)).toEqual([
      ["2026-04-01", true, false],
      ["2026-05-01", true, null],
      ["2026-06-01", false, null],
    ]);
  });
});
