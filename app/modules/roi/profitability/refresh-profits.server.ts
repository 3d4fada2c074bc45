// Question: what did each account bring over the last twelve complete months, after everything it cost?
import type { Sql, SqlTransaction } from "~/db/sql.server";
import { addDays, addMonths, type Month, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { minimumGroupSize, suppressCells } from "~/modules/access/suppression";
import { topShare } from "~/stats/concentration/top-share";
import { isRefusal } from "~/stats/result";
import { prepareProfitCurve } from "./prepare-profit-curve";
import type { ProfitGroup, ProfitReport } from "./profit-report";

/** The cost of winning an account is spread evenly over so many months from the one in which it was won. */
const acquisitionMonths = 36;

/** Replaces the profits of all accounts and the report over them. Run by the worker after the allocation. */
export async function refreshProfits(sql: Sql): Promise<void> {
  const { today } = await companyToday(sql);
  const last = addMonths(monthOf(today), -1);
  const first = addMonths(last, -11);
  await sql.begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    await tx`set local work_mem = '64MB'`;
    await storeAccounts(tx, first, last);
    const report = await prepareReport(tx, first, last);
    await tx`
      insert into profit_reports (id, as_of, report, computed_at) values (1, ${addDays(monthOf(today), -1)}, ${tx.json(report as never)}, now())
      on conflict (id) do update set as_of = excluded.as_of, report = excluded.report, computed_at = excluded.computed_at`;
  });
}

async function storeAccounts(tx: SqlTransaction, first: Month, last: Month): Promise<void> {
  const until = addMonths(last, 1);
  await tx`delete from account_profits`;
  await tx`
    insert into account_profits (account_id, as_of, revenue_minor, cost_of_goods_minor, cost_to_serve_minor, acquisition_minor,
      gross_minor, profit_minor, people, is_dominated)
    with earned as (
      select account_id, sum(revenue_minor) as revenue, sum(cost_of_goods_minor) as cost_of_goods
      from account_months where month between ${first} and ${last} group by account_id),
    served as (
      select account_id, sum(acquisition_minor + compensation_minor + retention_minor + training_minor + turnover_minor
                             + productivity_minor + morale_minor) as cost
      from account_cost_months where month between ${first} and ${last} group by account_id),
    won as (
      select account_id, sum(round(customer_acquisition_minor
               * (least((extract(year from age(${until}::date, month)) * 12 + extract(month from age(${until}::date, month))), ${acquisitionMonths})
                  - greatest(0, extract(year from age(${first}::date, month)) * 12 + extract(month from age(${first}::date, month))))
               / ${acquisitionMonths})) as cost
      from account_cost_months
      where customer_acquisition_minor <> 0 and month > ${addMonths(first, -acquisitionMonths)} and month <= ${last} group by account_id),
    shares as (
      select account_id, employee_id, sum(coalesce(share, 0.05)
               * (least(coalesce(ends_on, ${until}::date), ${until}::date) - greatest(starts_on, ${first}::date))) as days
      from assignments where starts_on < ${until} and (ends_on is null or ends_on > ${first})
      group by account_id, employee_id),
    staff as (
      select account_id, count(*)::int as people, max(days) > 0.8 * sum(days) as is_dominated from shares group by account_id),
    each_account as (
      select a.id, coalesce(e.revenue, 0)::bigint as revenue, coalesce(e.cost_of_goods, 0)::bigint as cost_of_goods,
             coalesce(s.cost, 0)::bigint as cost_to_serve, coalesce(w.cost, 0)::bigint as acquisition,
             coalesce(p.people, 0) as people, coalesce(p.is_dominated, false) as is_dominated
      from accounts a
      left join earned e on e.account_id = a.id
      left join served s on s.account_id = a.id
      left join won w on w.account_id = a.id
      left join staff p on p.account_id = a.id
      where a.acquired_on < ${until} and (a.churned_on is null or a.churned_on >= ${first}) or e.revenue <> 0 or s.cost <> 0)
    select id, ${addDays(until, -1)}, revenue, cost_of_goods, cost_to_serve, acquisition, revenue - cost_of_goods,
           revenue - cost_of_goods - cost_to_serve - acquisition, people, is_dominated
    from each_account`;
}

interface AccountRow {
  readonly segment: string;
  readonly revenue: number;
  readonly costOfGoods: number;
  readonly costToServe: number;
  readonly acquisition: number;
  readonly profit: number;
}

async function prepareReport(tx: SqlTransaction, first: Month, last: Month): Promise<ProfitReport> {
  const rows = await tx<AccountRow[]>`
    select coalesce(a.segment, '') as segment, p.revenue_minor::float8 as revenue, p.cost_of_goods_minor::float8 as cost_of_goods,
           p.cost_to_serve_minor::float8 as cost_to_serve, p.acquisition_minor::float8 as acquisition, p.profit_minor::float8 as profit
    from account_profits p join accounts a on a.id = p.account_id`;
  const [rest] = await tx<{ ledger: number; unused: number; overhead: number }[]>`
    select coalesce(sum(ledger_minor), 0)::float8 as ledger, coalesce(sum(unused_minor), 0)::float8 as unused,
           coalesce(sum(overhead_minor), 0)::float8 as overhead
    from allocation_months where month between ${first} and ${last}`;
  const bySegment = new Map<string, AccountRow[]>();
  for (const row of rows) {
    const list = bySegment.get(row.segment);
    if (list) list.push(row);
    else bySegment.set(row.segment, [row]);
  }
  const { verdicts, people } = await judgeSegments(tx, first, addMonths(last, 1));
  const groupOf = (key: string | null, members: readonly AccountRow[]): ProfitGroup => {
    const sum = (read: (row: AccountRow) => number) => members.reduce((total, row) => total + read(row), 0);
    const topFifth = topShare(
      members.map((row) => Math.max(0, row.revenue)),
      0.2,
    );
    return {
      key,
      accounts: members.length,
      revenueMinor: sum((row) => row.revenue),
      costOfGoodsMinor: sum((row) => row.costOfGoods),
      costToServeMinor: sum((row) => row.costToServe),
      acquisitionMinor: sum((row) => row.acquisition),
      profitMinor: sum((row) => row.profit),
      people: people.get(key) ?? 0,
      verdict: verdicts.get(cellKey(key)) ?? "too_few",
      curve: prepareProfitCurve(members.map((row) => row.profit)),
      topFifthRevenueShare: isRefusal(topFifth) ? null : topFifth,
    };
  };
  const segments = [...bySegment].map(([key, members]) => groupOf(key, members));
  return {
    first,
    last,
    ledgerMinor: rest?.ledger ?? 0,
    unusedMinor: rest?.unused ?? 0,
    overheadMinor: rest?.overhead ?? 0,
    acquisitionMonths,
    groups: [groupOf(null, rows), ...segments.sort((a, b) => b.revenueMinor - a.revenueMinor)],
  };
}

/**
 * A segment's cost to serve is a sum of what people are paid, so it is judged like one, with each person's time as the measure.
 * What somebody costs in one segment is another value than in the next: members are a person in a segment, and the company is
 * all of them, so that it less what is shown cannot tell a hidden segment.
 */
async function judgeSegments(tx: SqlTransaction, first: Month, until: Month) {
  const rows = await tx<{ segment: string; employeeId: string; days: number }[]>`
    select coalesce(a.segment, '') as segment, s.employee_id, sum(coalesce(s.share, 0.05)
             * (least(coalesce(s.ends_on, ${until}::date), ${until}::date) - greatest(s.starts_on, ${first}::date)))::float8 as days
    from assignments s join accounts a on a.id = s.account_id
    where s.starts_on < ${until} and (s.ends_on is null or s.ends_on > ${first})
    group by 1, 2`;
  const cells = new Map<string, { members: string[]; contributions: number[] }>();
  const company = new Map<string, number>();
  const everybody: string[] = [];
  for (const { segment, employeeId, days } of rows) {
    const cell = cells.get(segment) ?? { members: [], contributions: [] };
    const member = `${employeeId} in ${segment}`;
    cell.members.push(member);
    cell.contributions.push(days);
    cells.set(segment, cell);
    everybody.push(member);
    company.set(employeeId, (company.get(employeeId) ?? 0) + days);
  }
  const verdicts = new Map(
    suppressCells([
      { key: cellKey(null), members: everybody, contributions: [...company.values()] },
      ...[...cells].map(([key, cell]) => ({ key: cellKey(key), ...cell })),
    ]),
  );
  // Somebody in three segments is still one person.
  if (company.size < minimumGroupSize) verdicts.set(cellKey(null), "too_few");
  const people = new Map<string | null, number>([...cells].map(([key, cell]) => [key, cell.members.length]));
  return { verdicts, people: people.set(null, company.size) };
}

function cellKey(key: string | null): string {
  return key === null ? "company" : `segment ${key}`;
}
