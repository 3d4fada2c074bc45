import { runInSql } from "../../app/db/run-statement.server";
import type { Sql, SqlTransaction } from "../../app/db/sql.server";
import { companyToday } from "../../app/modules/access/company.server";
import { drainRollups } from "../../app/modules/linkage/panel/drain-rollups.server";
import { giveMemory, lockRollups } from "../../app/modules/linkage/panel/lock-rollups.server";
import { refreshAccountMonths } from "../../app/modules/linkage/panel/refresh-account-months";
import { refreshWholePanel } from "../../app/modules/linkage/panel/refresh-all-rollups.server";
import { refreshQueuedPanel } from "../../app/modules/linkage/panel/refresh-queued-panel.server";
import type { Measure } from "./report";

/** As many accounts as the other rollups take at once. */
const portion = 5_000;

/** Late facts: 4,000 of revenue, 4,000 answers of customers, 1,500 trainings, 500 surveys, dated within the last three months. */
const lateFacts = [
  `insert into revenue_entries (account_id, id, booked_on, amount_minor, currency, external_id)
   select id, gen_random_uuid(), current_date - 1 - (random() * 90)::int, 12345, 'EUR', 'BENCH-PANEL-' || id
   from accounts where churned_on is null order by md5(id::text) limit 4000`,
  `insert into satisfaction_responses (account_id, id, kind, score, answered_on, external_id)
   select id, gen_random_uuid(), 'csat', 3, current_date - 1 - (random() * 90)::int, 'BENCH-PANEL-' || id
   from accounts where churned_on is null order by md5(id::text) desc limit 4000`,
  `insert into training_records (id, employee_id, course, hours, completed_on)
   select gen_random_uuid(), id, 'BENCH-PANEL', 8, current_date - 1 - (random() * 90)::int
   from employees where left_on is null order by md5(id::text) limit 1500`,
  `insert into survey_answers (id, employee_id, survey, answered_on, engagement)
   select gen_random_uuid(), id, 'BENCH-PANEL', current_date - 1 - (random() * 90)::int, 3
   from employees where left_on is null order by md5(id::text) desc limit 500`,
];
const withdrawn = [
  "delete from revenue_entries where external_id like 'BENCH-PANEL-%'",
  "delete from satisfaction_responses where external_id like 'BENCH-PANEL-%'",
  "delete from training_records where course = 'BENCH-PANEL'",
  "delete from survey_answers where survey = 'BENCH-PANEL'",
];

/** The panel built from nothing, and what 10,000 late facts cost, as the queue brings them in. */
export async function measurePanel(sql: Sql): Promise<Measure[]> {
  await sql.begin(async (tx) => {
    await tx`truncate panel_months, employee_months`;
  });
  const buildSeconds = await seconds(() => refreshWholePanel(sql));
  await sql`vacuum analyze panel_months, employee_months`;
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from panel_months`;
  const { accounts, employees } = await addLateFacts(sql);
  const drainSeconds = await seconds(async () => {
    while ((await drainRollups(sql)) > 0);
  });
  const panelSeconds = await measureWithdrawal(sql, accounts, employees);
  return [
    {
      name: `panel of ${row!.n.toLocaleString("en")} account-months built from nothing`,
      value: buildSeconds,
      unit: "s",
      target: 60,
      better: "less",
    },
    {
      name: "panel after 10,000 changed facts, account_months being up to date",
      value: panelSeconds,
      unit: "s",
      target: 3,
      better: "less",
    },
    { name: "every rollup after 10,000 changed facts, through the queue", value: drainSeconds, unit: "s" },
  ];
}

/** The facts go again, the other rollups follow untimed; what it costs to take them out of the panel is what is timed. */
async function measureWithdrawal(
  sql: Sql,
  accounts: readonly string[],
  employees: readonly string[],
): Promise<number> {
  for (const statement of withdrawn) await sql.unsafe(statement);
  const { today } = await companyToday(sql);
  for (const ids of portionsOf(accounts))
    await sql.begin((tx) => runInSql(tx as SqlTransaction, refreshAccountMonths(ids, today)));
  const timed = await seconds(() =>
    sql.begin(async (begun) => {
      const tx = begun as SqlTransaction;
      await lockRollups(tx);
      await giveMemory(tx);
      await refreshQueuedPanel(tx, { accounts, employees, ownership: [] }, today);
    }),
  );
  await queue(sql, accounts, employees);
  while ((await drainRollups(sql)) > 0);
  return timed;
}

async function addLateFacts(sql: Sql): Promise<{ accounts: string[]; employees: string[] }> {
  for (const statement of [...withdrawn, ...lateFacts]) await sql.unsafe(statement);
  const accounts = await sql<{ id: string }[]>`
    select account_id as id from revenue_entries where external_id like 'BENCH-PANEL-%'
    union select account_id from satisfaction_responses where external_id like 'BENCH-PANEL-%'`;
  const employees = await sql<{ id: string }[]>`
    select employee_id as id from training_records where course = 'BENCH-PANEL'
    union select employee_id from survey_answers where survey = 'BENCH-PANEL'`;
  const ids = { accounts: accounts.map((row) => row.id), employees: employees.map((row) => row.id) };
  await queue(sql, ids.accounts, ids.employees);
  return ids;
}

async function queue(sql: Sql, accounts: readonly string[], employees: readonly string[]): Promise<void> {
  await sql`
    insert into rollup_queue (kind, key)
    select 'account', unnest(${[...accounts]}::uuid[]) union all select 'employee', unnest(${[...employees]}::uuid[])
    on conflict do nothing`;
}

function portionsOf(ids: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / portion) }, (_, index) =>
    ids.slice(index * portion, (index + 1) * portion),
  );
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
