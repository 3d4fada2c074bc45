import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { addDays, addMonths } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { createGenerator } from "~/stats/random/generator";
import { loadDemoCompany } from "../../../../prisma/demo/load-demo-company";
import { panelColumns } from "./panel-columns";
import { type Cells, employeeCells, panelCells, readLedgers } from "./panel-reference";
import { refreshAllRollups } from "./refresh-all-rollups.server";

type Ledgers = Awaited<ReturnType<typeof readLedgers>>;
const random = createGenerator(11);
let ledgers: Ledgers;
let today: string;

/** Values as computed in single precision, workload in hundredths. */
function expectCells(stored: Cells, expected: Cells, at: string): void {
  for (const [name, value] of Object.entries(expected)) {
    const found = stored[name] ?? null;
    if (typeof value === "number" && typeof found === "number") {
      const tolerance = /workloadZ/i.test(name) ? 0.0051 : Math.max(1e-5, Math.abs(value) * 1e-6);
      expect(Math.abs(found - value), `${name} ${at}: ${found} for ${value}`).toBeLessThanOrEqual(tolerance);
    } else expect(found, `${name} ${at}`).toEqual(value);
  }
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

beforeAll(async () => {
  await loadDemoCompany(sql(), { size: "small", seed: 5, months: 20 });
  ({ today } = await companyToday(sql()));
  await roughen();
  await refreshAllRollups(sql());
  ledgers = await readLedgers(sql(), today);
});

/** What the generated company has none of: owners side by side, without or with no share, gone while still assigned, part-time. */
async function roughen(): Promise<void> {
  const accounts = await sql()<{ id: string }[]>`select id from accounts order by md5(id::text) limit 60`;
  const people = await sql()<{ id: string }[]>`
    select distinct e.id from employees e join assignments a on a.employee_id = e.id and a.role = 'owner' order by 1`;
  for (const [index, account] of accounts.entries()) {
    const person = people[index % people.length]!;
    const startsOn = addDays(today, -Math.floor(random.uniform() * 500) - 10);
    await sql()`insert into assignments (account_id, id, employee_id, role, share, starts_on, ends_on)
      values (${account.id}, ${uuidv7()}, ${person.id}, ${index % 4 === 0 ? "specialist" : "owner"}::assignment_role,
              ${[null, 0, 0.3, 1][index % 4]!}, ${startsOn}, ${index % 3 === 0 ? null : addDays(startsOn, 9 + index)})
      on conflict do nothing`;
  }
  await sql()`update employment_spells set fte = 0.6 where id in (select id from employment_spells order by md5(id::text) limit 8)`;
  await sql()`update employees set left_on = greatest(${addDays(today, -70)}::date, hired_on + 1), leave_reason = 'voluntary'
    where id in (select id from employees where left_on is null order by md5(id::text) limit 4)`;
  await sql()`update employees set hired_on = hired_on + 45 where id in (
    select id from employees where left_on is null and hired_on < ${addDays(today, -200)} order by md5(id::text) desc limit 3)`;
}

describe("the panel against the ledgers", () => {
  it("holds what is worked out by hand for 200 random cells of account-months, of every column", async () => {
    const rows = await sql()<(Cells & { accountId: string; month: string })[]>`
      select * from panel_months order by md5(account_id::text || month::text) limit 200`;
    const columns = panelColumns.map((column) => camel(column.name));
    for (const row of rows) {
      const expected = panelCells(ledgers, row.accountId, row.month);
      expect(expected, `${row.accountId} ${row.month}`).not.toBeNull();
      expect(Object.keys(expected!).toSorted()).toEqual(columns.toSorted());
      expectCells(row, expected!, `${row.accountId} ${row.month}`);
    }
  });

  it("holds the same for months with owners side by side, handovers, partial months and losses", async () => {
    const rows = await sql()<(Cells & { accountId: string; month: string })[]>`
      select p.* from panel_months p join accounts a on a.id = p.account_id
      where vacancy_share > 0 or months_since_handover = 0 or churns_next_month or not is_complete
         or (select count(*) from assignments s where s.account_id = p.account_id and s.role = 'owner'
               and s.starts_on < p.month + 31 and (s.ends_on is null or s.ends_on > p.month)) > 1
      order by md5(p.account_id::text || p.month::text) limit 250`;
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows)
      expectCells(row, panelCells(ledgers, row.accountId, row.month)!, `${row.accountId} ${row.month}`);
  });

  it("has a row for exactly the months in which an account was a customer", async () => {
    const [first] = await sql()<{ month: string }[]>`select min(month) as month from account_months`;
    const sample = [...ledgers.accounts.keys()].slice(0, 60);
    for (const id of sample) {
      const stored = await sql()<{ month: string }[]>`
        select month from panel_months where account_id = ${id} order by month`;
      const expected: string[] = [];
      for (let month = first!.month; month <= today; month = addMonths(month, 1))
        if (panelCells(ledgers, id, month)) expected.push(month);
      expect(stored.map((row) => row.month)).toEqual(expected);
    }
  });

  it("holds what is worked out by hand for 200 random person-months", async () => {
    const rows = await sql()<(Cells & { employeeId: string; month: string })[]>`
      select * from employee_months order by md5(employee_id::text || month::text) limit 200`;
    for (const row of rows) {
      const expected = employeeCells(ledgers, row.employeeId, row.month);
      expect(expected, `${row.employeeId} ${row.month}`).not.toBeNull();
      expectCells(row, expected!, `${row.employeeId} ${row.month}`);
    }
    const [counted] = await sql()<{ n: number }[]>`
      select count(*)::int as n from employee_months where month = ${addMonths(`${today.slice(0, 7)}-01`, -3)}`;
    const expected = [...ledgers.employees.keys()].filter((id) =>
      employeeCells(ledgers, id, addMonths(`${today.slice(0, 7)}-01`, -3)),
    );
    expect(counted!.n).toBe(expected.length);
  });
});

describe("exposure precedes outcome", () => {
  it("is not moved by training, answers, pay or assignments that begin in the month or after it", async () => {
    const [row] = await sql()<(Cells & { accountId: string; month: string; ownerId: string })[]>`
      select * from panel_months where owner_id is not null and is_complete and owner_engagement is not null
      order by month desc, account_id limit 1`;
    const { accountId, month, ownerId } = row!;
    for (const [index, day] of [month, addDays(month, 14), addDays(month, 40)].entries()) {
      await sql()`insert into training_records (id, employee_id, course, hours, completed_on)
        values (${uuidv7()}, ${ownerId}, ${`In the month ${index}`}, 100, ${day})`;
      await sql()`insert into survey_answers (id, employee_id, survey, answered_on, engagement, values_alignment)
        values (${uuidv7()}, ${ownerId}, ${`In the month ${index}`}, ${day}, 1, 1)`;
    }
    const [other] = await sql()<{ id: string }[]>`
      select id from accounts where churned_on is null and id <> ${accountId} order by md5(id::text) limit 1`;
    await sql()`insert into assignments (account_id, id, employee_id, role, starts_on)
      values (${other!.id}, ${uuidv7()}, ${ownerId}, 'owner', ${addDays(month, 1)}) on conflict do nothing`;
    await refreshAllRollups(sql());
    const [after] =
      await sql()`select * from panel_months where account_id = ${accountId} and month = ${month}`;
    expect(after).toEqual(row);
    const [next] = await sql()<Cells[]>`
      select owner_training_hours_12m, owner_engagement from panel_months
      where account_id = ${accountId} and month = ${addMonths(month, 1)}`;
    if (next)
      expect(next["ownerTrainingHours12m"]).toBeGreaterThanOrEqual(row!["ownerTrainingHours12m"] as number);
  });
});
