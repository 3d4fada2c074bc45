import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { buildCompany, buildUnit } from "../../../tests/builders/company";
import {
  buildRates,
  buildTwoPeople,
  clearLedgers,
  counts,
  importFile,
} from "../../../tests/builders/import-file";

beforeAll(async () => {
  await buildCompany();
  await buildRates();
});
beforeEach(clearLedgers);

describe("org-units", () => {
  it("creates a tree in any order of rows, changes it, and leaves it alone the second time", async () => {
    const file = "code,name,parent_code\nS-N,North,S\nS,Sales,\nS-S,South,S\n";
    expect((await importFile("org-units", file)).counts).toEqual(counts(3, 0, 0));
    expect((await importFile("org-units", file)).counts).toEqual(counts(0, 0, 3));
    const changed = await importFile("org-units", "code,name,parent_code\nS-N,Far north,S\nS-E,East,S-N\n");
    expect(changed.counts).toEqual(counts(1, 1, 0));
    const tree =
      await sql()`select u.code, u.name, p.code as parent from org_units u left join org_units p on p.id = u.parent_id order by u.code`;
    expect(tree.map((row) => `${row["code"]} ${row["name"]} ${row["parent"]}`)).toEqual([
      "S Sales null",
      "S-E East S-N",
      "S-N Far north S",
      "S-S South S",
    ]);
  });

  it("refuses an unknown parent, a circle and itself as parent, and writes nothing", async () => {
    const result = await importFile(
      "org-units",
      "code,name,parent_code\nA,A,B\nB,B,A\nC,C,C\nD,D,nowhere\nE,E,\nF,F,D\n",
    );
    expect(result.status).toBe("refused");
    expect(result.failures).toEqual([
      "2: treeCircle",
      "3: treeCircle",
      "4: ownParent",
      "5: unknownParentUnit",
      "7: dependsOnFailed",
    ]);
    expect(result.counts).toEqual(counts(1, 0, 0, 5));
    expect((await sql()`select 1 from org_units`).length).toBe(0);
    expect(
      (await importFile("org-units", "code,name,parent_code\nE,E,\nD,D,nowhere\n", { skipFailed: true }))
        .counts,
    ).toEqual(counts(1, 0, 0, 1));
  });
});

describe("employees", () => {
  it("creates the person with one spell; managers may stand later in the file; names stand for units", async () => {
    await buildUnit({ name: "North" });
    const file =
      "Employee #;Display name;Department;Job Title;Supervisor;Hire Date;Annual salary;FTE\nE-2;陈晓;North;AM;E-1;2024-02-01;52.000,50;0,8\nE-1;Elena;North;Lead;;2020-01-01;64000;1\n";
    expect((await importFile("employees", file)).counts).toEqual(counts(2, 0, 0));
    expect((await importFile("employees", file)).counts).toEqual(counts(0, 0, 2));
    const spells = await sql()`
      select e.employee_number, s.starts_on, s.ends_on, s.fte, s.annual_salary_minor, s.currency, m.employee_number as manager
      from employment_spells s join employees e on e.id = s.employee_id left join employees m on m.id = s.manager_id order by 1`;
    expect(spells).toMatchObject([
      { employeeNumber: "E-1", startsOn: "2020-01-01", annualSalaryMinor: 6_400_000n, manager: null },
      {
        employeeNumber: "E-2",
        startsOn: "2024-02-01",
        annualSalaryMinor: 5_200_050n,
        currency: "EUR",
        fte: "0.800",
        manager: "E-1",
      },
    ]);
  });

  it("records a departure on the person and on the spell, and counts it as one update", async () => {
    const code = await buildTwoPeople();
    const head = "employee_number,name,org_unit,hired_on,left_on,leave_reason,regretted\n";
    const left = await importFile(
      "employees",
      `${head}E-1,Elena Novak,${code},2020-01-01,2026-05-01,主动离职,yes\n`,
    );
    expect(left.counts).toEqual(counts(0, 1, 0));
    const [row] =
      await sql()`select e.left_on, e.leave_reason, e.regretted, s.ends_on from employees e join employment_spells s on s.employee_id = e.id where employee_number = 'E-1'`;
    expect(row).toEqual({
      leftOn: "2026-05-01",
      leaveReason: "voluntary",
      regretted: true,
      endsOn: "2026-05-01",
    });
  });

  it("never overwrites dated spells with one state", async () => {
    const code = await buildTwoPeople();
    await importFile(
      "employment",
      `employee_number,from,to,org_unit,job_title\nE-1,2020-01-01,2022-01-01,${code},Junior\nE-1,2022-01-01,,${code},Senior\n`,
    );
    const head = "employee_number,name,org_unit,job_title,hired_on\n";
    expect(
      (await importFile("employees", `${head}E-1,Elena Novak,${code},Senior,2020-01-01\n`)).counts,
    ).toEqual(counts(0, 0, 1));
    expect(
      (await importFile("employees", `${head}E-1,Elena Novak,${code},Chief,2020-01-01\n`)).failures,
    ).toEqual(["2: severalSpells"]);
    expect(
      (await importFile("employees", `${head}E-1,Elena Novak,${code},Senior,2019-01-01\n`)).failures,
    ).toEqual(["2: hiredOnSpells"]);
  });

  it("gives every reason of every row", async () => {
    const code = await buildTwoPeople();
    const result = await importFile(
      "employees",
      `employee_number,name,email,org_unit,manager_number,hired_on,left_on,leave_reason,fte,annual_salary,currency,service_orientation
E-5,,nobody,nowhere,E-99,2024-02-30,,voluntary,3,-5,XYZ,101
E-6,Six,,${code},E-6,2024-01-01,2023-01-01,bored,1,1,CHF,1
E-7,Seven,,${code},,2024-01-01,,,1,1,EUR,1
E-7,Other,,${code},,2024-01-01,,,1,1,EUR,1
E-8,Eight,,${code},,2024-01-01,,,1,1,EUR,1
E-8,Eight,,${code},,2024-01-01,,,1,1,EUR,1
`,
    );
    expect(result.failures).toEqual([
      "2: currency,required,email,date,range,negative,range,needs,unknownEmployee,unknownUnit",
      "3: noRate,choice,endBeforeStart,ownManager",
      "4: contradicts",
      "5: contradicts",
      "7: repeats",
    ]);
    expect(result.counts).toEqual(counts(1, 0, 0, 5));
  });
});

describe("employment", () => {
  it("splits the first spell, and refuses what overlaps, leaves the employment or lacks a unit", async () => {
    const code = await buildTwoPeople();
    const head = "employee_number,from,to,org_unit,job_title,annual_salary\n";
    const file = `${head}E-1,2020-01-01,2022-01-01,${code},Junior,40000\nE-1,2022-01-01,,${code},Senior,50000\n`;
    expect((await importFile("employment", file)).counts).toEqual(counts(1, 1, 0));
    expect((await importFile("employment", file)).counts).toEqual(counts(0, 0, 2));
    const refused = await importFile(
      "employment",
      `${head}E-1,2023-01-01,,${code},Chief,1\nE-1,2019-01-01,2019-06-01,${code},Intern,1\nE-2,2025-01-01,2025-06-01,,X,1\nE-9,2025-01-01,,${code},X,1\n`,
    );
    expect(refused.failures).toEqual([
      "2: overlapsRecorded",
      "3: spellBeforeHire",
      "4: spellNeedsUnit",
      "5: unknownEmployee",
    ]);
    const both = await importFile(
      "employment",
      `${head}E-2,2021-01-01,2023-01-01,${code},A,1\nE-2,2022-06-01,,${code},B,1\n`,
    );
    expect(both.failures).toEqual(["2: overlapsRow", "3: overlapsRow"]);
  });

  it("leaves out with --skip-failed also what only a failed row would have made room for", async () => {
    const code = await buildTwoPeople();
    const head = "employee_number,from,to,org_unit,fte\n";
    const result = await importFile(
      "employment",
      `${head}E-1,2020-01-01,2022-01-01,${code},7\nE-1,2022-01-01,,${code},1\n`,
      { skipFailed: true },
    );
    expect(result.failures).toEqual(["2: range", "3: overlapsRecorded"]);
    expect(result.counts).toEqual(counts(0, 0, 0, 2));
  });
});

describe("costs", () => {
  it("takes a person's and a unit's costs, by external id or by content", async () => {
    const code = await buildTwoPeople();
    const head = "employee_number,org_unit,category,kind,amount,currency,incurred_on,note,external_id\n";
    const file = `${head}E-1,,薪酬,salary,5333.33,EUR,2026-09-30,,P-1\n,${code},acquisition,fee,900,JPY,2026-09-12,,\n,${code},acquisition,fee,900,JPY,2026-09-12,,\nE-2,,turnover,correction,-10,EUR,2026-09-12,,\n`;
    expect((await importFile("costs", file)).counts).toEqual(counts(4, 0, 0));
    expect((await importFile("costs", file)).counts).toEqual(counts(0, 0, 4));
    const rows = await sql()`select amount_minor, currency from cost_entries order by amount_minor`;
    expect(rows.map((row) => `${row["amountMinor"]} ${row["currency"]}`)).toEqual([
      "-1000 EUR",
      "900 JPY",
      "900 JPY",
      "533333 EUR",
    ]);
    const changed = await importFile(
      "costs",
      `${head}E-1,,compensation,salary,5400,EUR,2026-09-30,raise,P-1\n`,
    );
    expect(changed.counts).toEqual(counts(0, 1, 0));
    const queued = await sql()`select kind from rollup_queue group by 1 order by 1`;
    expect(queued.map((row) => row["kind"])).toEqual(["employee", "unit"]);
  });

  it("refuses both, neither, a cost below zero, and too many decimals", async () => {
    const code = await buildTwoPeople();
    const result = await importFile(
      "costs",
      `employee_number,org_unit,category,amount,currency,incurred_on,external_id
E-1,${code},training,1,EUR,2026-01-01,
,,training,1,EUR,2026-01-01,
E-1,,training,-1,EUR,2026-01-01,
E-1,,training,1.5,JPY,2026-01-01,
E-1,,training,1,EUR,2026-01-01,X
E-1,,training,2,EUR,2026-01-01,X
`,
    );
    expect(result.failures).toEqual([
      "2: personOrUnit",
      "3: personOrUnit",
      "4: negativeCost",
      "5: moneyDecimals",
      "6: contradicts",
      "7: contradicts",
    ]);
  });
});

describe("training and surveys", () => {
  it("creates, updates and leaves alone", async () => {
    await buildTwoPeople();
    const head = "employee_number,course,hours,completed_on,cost,currency,score\n";
    const file = `${head}E-1,谈判,8,2026-03-12,450,EUR,88\n陈晓,Basics,3.5,2026-04-02,,,\n`;
    expect((await importFile("training", file)).counts).toEqual(counts(2, 0, 0));
    expect((await importFile("training", file)).counts).toEqual(counts(0, 0, 2));
    expect((await importFile("training", `${head}E-1,谈判,9,2026-03-12,450,EUR,88\n`)).counts).toEqual(
      counts(0, 1, 0),
    );
    const survey = "employee_number,survey,answered_on,engagement,enps,values_alignment,comment\n";
    const answers = `${survey}E-1,Pulse,2026-09-14,4.2,9,4,"good\nwork"\nE-2,Pulse,2026-09-15,,7,,\n`;
    expect((await importFile("surveys", answers)).counts).toEqual(counts(2, 0, 0));
    expect((await importFile("surveys", answers)).counts).toEqual(counts(0, 0, 2));
    expect((await importFile("surveys", `${survey}E-1,Pulse,2026-09-14,4.5,9,4,\n`)).counts).toEqual(
      counts(0, 1, 0),
    );
    expect(
      (
        await importFile(
          "surveys",
          `${survey}E-1,P2,2026-09-14,6,11,0,\nE-2,P2,2026-09-14,,,,\nE-2,P3,2026-09-14,,3.5,,\n`,
        )
      ).failures,
    ).toEqual(["2: range,range,range,noAnswer", "3: noAnswer", "4: wholeNumber,noAnswer"]);
  });
});
