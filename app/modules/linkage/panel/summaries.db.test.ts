import { beforeAll, describe, expect, it, vi } from "vitest";
import { queueRollup } from "~/db/rollup-queue";
import { runInSql } from "~/db/run-statement.server";
import { sql } from "~/db/sql.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildUnit,
} from "../../../../tests/builders/company";
import { drainRollups } from "./drain-rollups.server";
import { noUnitId } from "./panel-scope";
import { forgetQueuedRollups, listQueuedRollups } from "./queued-rollups.server";
import { refreshAccountSummaries } from "./refresh-account-summaries";
import { refreshAllRollups } from "./refresh-all-rollups.server";
import { refreshEmployeeSummaries } from "./refresh-employee-summaries";
import { refreshUnitCustomerMonths } from "./refresh-unit-customer-months";
import { refreshUnitPeopleMonths } from "./refresh-unit-people-months";

const asOf = "2026-06-15";

async function summaryOf(accountId: string) {
  const [row] = await sql()`select * from account_summaries where account_id = ${accountId}`;
  return row;
}

async function book(accountId: string, bookedOn: string, minor: number) {
  await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
    values (${accountId}, gen_random_uuid(), ${bookedOn}, ${minor}, 'EUR')`;
}

async function rate(accountId: string, answeredOn: string, ...scores: number[]) {
  for (const score of scores)
    await sql()`insert into satisfaction_responses (account_id, id, kind, score, answered_on)
      values (${accountId}, gen_random_uuid(), 'csat', ${score}, ${answeredOn})`;
}

async function talk(accountId: string, at: string) {
  await sql()`insert into interactions (account_id, id, channel, occurred_at) values (${accountId}, gen_random_uuid(), 'phone', ${at})`;
}

beforeAll(() => buildCompany());

describe("account summaries", () => {
  it("puts an account in the unit where its owner is now, and after the owner left in the unit of the last spell", async () => {
    const [north, south] = [await buildUnit(), await buildUnit()];
    const moved = await buildEmployee({ unitId: north, hiredOn: "2020-01-01" });
    await sql()`update employment_spells set ends_on = '2026-01-01' where employee_id = ${moved}`;
    await sql()`insert into employment_spells (id, employee_id, starts_on, org_unit_id) values (gen_random_uuid(), ${moved}, '2026-01-01', ${south})`;
    const left = await buildEmployee({ unitId: north, hiredOn: "2020-01-01", leftOn: "2026-02-01" });
    const [owned, orphaned, never] = [await buildAccount(), await buildAccount(), await buildAccount()];
    await buildAssignment({ accountId: owned, employeeId: moved, startsOn: "2024-05-01" });
    await buildAssignment({
      accountId: orphaned,
      employeeId: left,
      startsOn: "2024-05-01",
      endsOn: "2026-02-01",
    });
    await refreshAllRollups(sql(), asOf);
    expect(await summaryOf(owned)).toMatchObject({
      scopeUnitId: south,
      ownerId: moved,
      ownerSince: "2024-05-01",
      unownedSince: null,
    });
    expect(await summaryOf(orphaned)).toMatchObject({
      scopeUnitId: north,
      ownerId: null,
      ownerName: null,
      unownedSince: "2026-02-01",
    });
    expect(await summaryOf(never)).toMatchObject({
      scopeUnitId: null,
      unownedSince: "2023-01-01",
      status: "customer",
    });
  });

  it("counts the year to 15 June 2026 as the days after 15 June 2025: 10 + 20 is this year, 40 the year before, 80 neither", async () => {
    const account = await buildAccount();
    await book(account, "2026-06-15", 10);
    await book(account, "2025-06-16", 20);
    await book(account, "2025-06-15", 40);
    await book(account, "2024-06-15", 80);
    await book(account, "2026-06-16", 160);
    await runInSql(sql(), refreshAccountSummaries([account], asOf));
    expect(await summaryOf(account)).toMatchObject({ revenue12mMinor: 30n, revenuePrevious12mMinor: 40n });
  });

  it("calls 5,5,4,5 then 2,3 a fall of 4.75 − 2.5 = 2.25, and 5,5,4,5 then 5,4 none", async () => {
    const owner = await buildEmployee({ unitId: await buildUnit(), hiredOn: "2020-01-01" });
    const [falling, steady] = [await buildAccount(), await buildAccount()];
    for (const account of [falling, steady]) {
      await buildAssignment({ accountId: account, employeeId: owner });
      await rate(account, "2025-10-01", 5, 5, 4, 5);
      await talk(account, "2026-06-01T10:00:00Z");
    }
    await rate(falling, "2026-05-01", 2, 3);
    await rate(steady, "2026-05-01", 5, 4);
    await refreshAllRollups(sql(), asOf);
    expect(await summaryOf(falling)).toMatchObject({
      csatMean3m: "2.500",
      csatMeanPrior9m: "4.750",
      csatN12m: 6,
      health: "falling",
      riskReasons: ["satisfaction_falling"],
    });
    expect(await summaryOf(steady)).toMatchObject({ health: "good", riskReasons: [] });
  });

  it("names every reason to visit: two handovers, a new owner, silence since acquisition, few answers, an urgent case open two days", async () => {
    const unit = await buildUnit();
    const [one, two] = [await buildEmployee({ unitId: unit }), await buildEmployee({ unitId: unit })];
    const joiner = await buildEmployee({ unitId: unit, hiredOn: "2026-03-01" });
    const account = await buildAccount();
    await buildAssignment({ accountId: account, employeeId: one, endsOn: "2025-10-01", endCause: "planned" });
    await buildAssignment({
      accountId: account,
      employeeId: two,
      startsOn: "2025-10-01",
      endsOn: "2026-04-01",
      endCause: "account_request",
    });
    await buildAssignment({ accountId: account, employeeId: joiner, startsOn: "2026-04-01" });
    await sql()`insert into cases (account_id, id, case_number, priority, opened_at)
      values (${account}, gen_random_uuid(), 'C-1', 'urgent', '2026-06-13T10:00:00Z'), (${account}, gen_random_uuid(), 'C-2', 'low', '2026-06-13T10:00:00Z')`;
    await refreshAllRollups(sql(), asOf);
    expect(await summaryOf(account)).toMatchObject({
      handovers12m: 2,
      lastHandoverOn: "2026-04-01",
      openCases: 2,
      health: "watch",
      riskReasons: [
        "repeated_handovers",
        "recent_handover",
        "new_owner",
        "cases_overdue",
        "no_contact",
        "few_answers",
      ],
    });
  });

  it("says nothing about the health of a lost account", async () => {
    const account = await buildAccount({ churnedOn: "2026-06-15" });
    await runInSql(sql(), refreshAccountSummaries([account], asOf));
    expect(await summaryOf(account)).toMatchObject({
      status: "lost",
      health: "unknown",
      riskReasons: [],
      unownedSince: null,
    });
  });
});

describe("employee summaries", () => {
  it("rates the workload of 1, 2 and 6 accounts at full time: mean 3, deviation √7, so 6 lies 3/√7 = 1.134 above", async () => {
    const unit = await buildUnit();
    const people: string[] = [];
    for (const count of [1, 2, 6]) {
      const employeeId = await buildEmployee({ unitId: unit, jobTitle: "Key account manager" });
      for (let i = 0; i < count; i++) await buildAssignment({ accountId: await buildAccount(), employeeId });
      people.push(employeeId);
    }
    await refreshAllRollups(sql(), asOf);
    const rows =
      await sql()`select workload_z, accounts_owned from employee_summaries where employee_id = any(${people}) order by accounts_owned`;
    expect(rows).toEqual([
      { workloadZ: "-0.756", accountsOwned: 1 },
      { workloadZ: "-0.378", accountsOwned: 2 },
      { workloadZ: "1.134", accountsOwned: 6 },
    ]);
    await runInSql(sql(), refreshEmployeeSummaries([people[2] as string], asOf));
    expect(
      await sql()`select workload_z from employee_summaries where employee_id = ${people[2] as string}`,
    ).toEqual([{ workloadZ: "1.134" }]);
  });
});

describe("unit customer months", () => {
  it("has GRR (80 + 100) / 300 and NRR (80 + 150) / 300 where 100 fell to 80, 100 rose to 150, 100 was lost, and new money counts in neither", async () => {
    const unit = await buildUnit();
    const owner = await buildEmployee({ unitId: unit });
    const accounts: string[] = [];
    for (const churnedOn of [null, null, "2026-02-01"]) {
      const account = await buildAccount({ acquiredOn: "2024-01-01", churnedOn });
      await buildAssignment({ accountId: account, employeeId: owner, endsOn: churnedOn });
      await book(account, "2025-04-10", 100);
      accounts.push(account);
    }
    const won = await buildAccount({ acquiredOn: "2025-11-01" });
    await buildAssignment({ accountId: won, employeeId: owner });
    await book(won, "2026-04-10", 999);
    await book(accounts[0] as string, "2026-04-10", 80);
    await book(accounts[1] as string, "2026-04-10", 150);
    await refreshAllRollups(sql(), asOf);
    const [april] =
      await sql()`select * from unit_customer_months where org_unit_id = ${unit} and month = '2026-04-01'`;
    expect(april).toMatchObject({
      recurringBaseMinor: 300n,
      recurringKeptCappedMinor: 180n,
      recurringKeptMinor: 230n,
      recurringMinor: 1229n,
    });
  });

  it("has a cohort of 4 of which 1 is lost in April 2026: of six, one was won on the day the year began and one was lost before it", async () => {
    const unit = await buildUnit();
    const owner = await buildEmployee({ unitId: unit });
    for (const [acquiredOn, churnedOn] of [
      ["2024-01-01", null],
      ["2025-04-30", null],
      ["2024-01-01", "2026-04-30"],
      ["2025-05-01", null],
      ["2024-01-01", "2025-04-30"],
      ["2024-01-01", "2026-05-01"],
    ] as const) {
      const account = await buildAccount({ acquiredOn, churnedOn });
      await buildAssignment({ accountId: account, employeeId: owner, endsOn: churnedOn });
    }
    await refreshAllRollups(sql(), asOf);
    const rows =
      await sql()`select month, accounts_at_start, accounts_won, accounts_lost, cohort_accounts, cohort_lost
      from unit_customer_months where org_unit_id = ${unit} and month between '2026-04-01' and '2026-05-01' order by month`;
    // The account lost on 1 May is one more of the April cohort that is still there.
    expect(rows).toEqual([
      {
        month: "2026-04-01",
        accountsAtStart: 5,
        accountsWon: 0,
        accountsLost: 1,
        cohortAccounts: 4,
        cohortLost: 1,
      },
      {
        month: "2026-05-01",
        accountsAtStart: 4,
        accountsWon: 0,
        accountsLost: 1,
        cohortAccounts: 5,
        cohortLost: 2,
      },
    ]);
  });

  it("keeps accounts that nobody ever owned under the nil unit", async () => {
    await buildAccount({ acquiredOn: "2024-01-01" });
    await refreshAllRollups(sql(), asOf);
    const [row] =
      await sql()`select accounts_at_start > 0 as present from unit_customer_months where org_unit_id = ${noUnitId} and month = '2026-06-01'`;
    expect(row).toEqual({ present: true });
  });
});

describe("unit people months", () => {
  it("has April: 2 at the start, 1 hire on the 16th, 1 departure on the 11th, so 30 + 10 + 15 = 55 person-days, at half time for the hire 47.5", async () => {
    const unit = await buildUnit();
    const leaver = await buildEmployee({ unitId: unit, leftOn: "2026-04-11" });
    await sql()`update employees set leave_reason = 'voluntary', regretted = true where id = ${leaver}`;
    const stayer = await buildEmployee({ unitId: unit });
    await buildEmployee({ unitId: unit, hiredOn: "2026-04-16", fte: 0.5 });
    await sql()`insert into cost_entries (id, employee_id, org_unit_id, category, amount_minor, currency, incurred_on) values
      (gen_random_uuid(), ${leaver}, null, 'turnover', 700, 'EUR', '2026-04-20'),
      (gen_random_uuid(), ${stayer}, null, 'compensation', 5000, 'EUR', '2026-04-30'),
      (gen_random_uuid(), null, ${unit}, 'acquisition', 300, 'EUR', '2026-04-01')`;
    await sql()`insert into training_records (id, employee_id, course, hours, completed_on, cost_minor, currency)
      values (gen_random_uuid(), ${stayer}, 'Listening', 6, '2026-04-02', 150, 'EUR')`;
    await refreshAllRollups(sql(), asOf);
    const [april] =
      await sql()`select * from unit_people_months where org_unit_id = ${unit} and month = '2026-04-01'`;
    expect(april).toMatchObject({
      headcountStart: 2,
      headcountEnd: 2,
      personDays: 55,
      fteDays: "47.500",
      hires: 1,
      leftVoluntary: 1,
      leftRegretted: 1,
      leftUnknown: 0,
      turnoverMinor: 700n,
      compensationMinor: 5000n,
      acquisitionMinor: 300n,
      trainingMinor: 150n,
      trainingHours: "6.00",
    });
  });

  it("counts a move on 1 May in neither hires nor departures: 1 in the old unit in April, 1 in the new one in May", async () => {
    const [from, to] = [await buildUnit(), await buildUnit()];
    const person = await buildEmployee({ unitId: from, hiredOn: "2026-04-01" });
    await sql()`update employment_spells set ends_on = '2026-05-01' where employee_id = ${person}`;
    await sql()`insert into employment_spells (id, employee_id, starts_on, org_unit_id) values (gen_random_uuid(), ${person}, '2026-05-01', ${to})`;
    await refreshAllRollups(sql(), asOf);
    const rows =
      await sql()`select org_unit_id, month, headcount_start, headcount_end, person_days, hires, left_unknown
      from unit_people_months where org_unit_id in (${from}, ${to}) order by month, headcount_end`;
    expect(rows).toEqual(
      [
        {
          orgUnitId: from,
          month: "2026-04-01",
          headcountStart: 0,
          headcountEnd: 1,
          personDays: 30,
          hires: 1,
          leftUnknown: 0,
        },
        {
          orgUnitId: from,
          month: "2026-05-01",
          headcountStart: 1,
          headcountEnd: 0,
          personDays: 0,
          hires: 0,
          leftUnknown: 0,
        },
        {
          orgUnitId: to,
          month: "2026-05-01",
          headcountStart: 0,
          headcountEnd: 1,
          personDays: 31,
          hires: 0,
          leftUnknown: 0,
        },
        {
          orgUnitId: from,
          month: "2026-06-01",
          headcountStart: 0,
          headcountEnd: 0,
          personDays: 0,
          hires: 0,
          leftUnknown: 0,
        },
        {
          orgUnitId: to,
          month: "2026-06-01",
          headcountStart: 1,
          headcountEnd: 1,
          personDays: 15,
          hires: 0,
          leftUnknown: 0,
        },
      ].sort((a, b) => a.month.localeCompare(b.month) || a.headcountEnd - b.headcountEnd),
    );
  });

  it("takes contract pay by the day where the ledger books none: 36,525.00 a year for April's 30 days is 3,000.00", async () => {
    const unit = await buildUnit();
    await buildEmployee({ unitId: unit, annualSalaryMinor: 36_525_00n });
    await refreshAllRollups(sql(), asOf);
    const [april] =
      await sql()`select compensation_minor from unit_people_months where org_unit_id = ${unit} and month = '2026-04-01'`;
    expect(april).toEqual({ compensationMinor: 3_000_00n });
  });
});

describe("the queue", () => {
  it("brings every rollup to where a full refresh would, when an account changes hands between units", async () => {
    const [north, south] = [await buildUnit(), await buildUnit()];
    const [one, two] = [await buildEmployee({ unitId: north }), await buildEmployee({ unitId: south })];
    const account = await buildAccount();
    const assignment = await buildAssignment({ accountId: account, employeeId: one });
    await book(account, "2026-05-05", 500);
    await refreshAllRollups(sql());
    await sql()`update assignments set ends_on = '2026-03-01', end_cause = 'planned' where id = ${assignment}`;
    await buildAssignment({ accountId: account, employeeId: two, startsOn: "2026-03-01" });
    await runInSql(sql(), queueRollup("account", [account]));
    expect(await drainRollups(sql())).toBe(1);
    expect(await drainRollups(sql())).toBe(0);
    const tables = [
      "account_months",
      "account_summaries",
      "employee_summaries",
      "unit_customer_months",
      "unit_people_months",
    ];
    const read = () =>
      Promise.all(tables.map((table) => sql().unsafe(`select * from ${table} order by 1, 2`)));
    const drained = await read();
    expect(await summaryOf(account)).toMatchObject({ scopeUnitId: south, ownerId: two });
    await refreshAllRollups(sql());
    expect(drained).toEqual(await read());
  });

  it("follows an employee who moves to another unit to the accounts they own", async () => {
    const [north, south] = [await buildUnit(), await buildUnit()];
    const person = await buildEmployee({ unitId: north });
    const account = await buildAccount();
    await buildAssignment({ accountId: account, employeeId: person });
    await refreshAllRollups(sql());
    await sql()`update employment_spells set org_unit_id = ${south} where employee_id = ${person}`;
    await runInSql(sql(), queueRollup("employee", [person]));
    await drainRollups(sql());
    expect(await summaryOf(account)).toMatchObject({ scopeUnitId: south });
  });
});

describe("one statement for all and for a list", () => {
  it("gives the same unit rows either way", async () => {
    const unit = await buildUnit();
    const owner = await buildEmployee({ unitId: unit });
    const account = await buildAccount();
    await buildAssignment({ accountId: account, employeeId: owner });
    await book(account, "2026-01-05", 500);
    await refreshAllRollups(sql(), asOf);
    for (const [table, refresh] of [
      ["unit_customer_months", refreshUnitCustomerMonths],
      ["unit_people_months", refreshUnitPeopleMonths],
    ] as const) {
      const read = () => sql().unsafe(`select * from ${table} where org_unit_id = '${unit}' order by month`);
      const before = await read();
      expect(before.length).toBeGreaterThan(0);
      await sql().unsafe(`delete from ${table} where org_unit_id = '${unit}'`);
      await runInSql(sql(), refresh([unit], asOf));
      expect(await read()).toEqual(before);
    }
  });
});

describe("a write during a refresh", () => {
  it("stays queued when it queued its account again after the refresh had read the queue", async () => {
    const account = await buildAccount();
    await runInSql(sql(), queueRollup("account", [account]));
    const seen = await listQueuedRollups(sql(), null);
    await runInSql(sql(), queueRollup("account", [account, account]));
    await forgetQueuedRollups(sql(), seen);
    expect(await listQueuedRollups(sql(), null)).toMatchObject([{ kind: "account", key: account }]);
    expect(await drainRollups(sql())).toBe(1);
    expect(await listQueuedRollups(sql(), null)).toEqual([]);
  });

  it("begins a new day with a full refresh", async () => {
    const account = await buildAccount();
    await refreshAllRollups(sql(), asOf);
    expect(await summaryOf(account)).toMatchObject({ asOf });
    vi.resetModules();
    const fresh = await import("./drain-rollups.server");
    await fresh.drainRollups(sql());
    expect((await summaryOf(account))?.["asOf"] > asOf).toBe(true);
  });
});
