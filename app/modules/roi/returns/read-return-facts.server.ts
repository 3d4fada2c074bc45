import { sql } from "~/db/sql.server";
import { addMonths, type CalendarDate } from "~/kernel/calendar";
import { minimumGroupSize } from "~/modules/access/suppression";
import { estimateTurnoverCost } from "~/modules/people/turnover-cost";
import type { Window } from "../home/window";
import { readMeanPay } from "./read-mean-pay.server";
import type { ReturnFacts, Spread } from "./return-facts";

const hoursOfYear = 1_720;

export async function readReturnFacts(asOf: CalendarDate, window: Window): Promise<ReturnFacts> {
  const [accounts, people, owners, departureHandovers, pay] = await Promise.all([
    readAccounts(window),
    readPeople(window),
    readOwners(window),
    readDepartureHandovers(window),
    readMeanPay(asOf),
  ]);
  const annualPay =
    people.compensationMinor > 0 && people.fteYears > 0
      ? people.compensationMinor / people.fteYears
      : pay && pay.meanAnnualMinor / pay.meanFte;
  const hourlyPayMinor = annualPay ? Math.round(annualPay / hoursOfYear) : null;
  return {
    accounts,
    people,
    owners,
    departureHandovers,
    hourlyPayMinor,
    departureCost: pay && departureCostOf(pay, people),
  };
}

function departureCostOf(
  pay: NonNullable<Awaited<ReturnType<typeof readMeanPay>>>,
  people: Awaited<ReturnType<typeof readPeople>>,
): ReturnFacts["departureCost"] {
  const estimate = estimateTurnoverCost({
    annualPayMinor: BigInt(Math.round(pay.meanAnnualMinor)),
    fte: pay.meanFte,
    costPerHireMinor:
      people.hires >= 3 && people.acquisitionMinor > 0
        ? BigInt(Math.round(people.acquisitionMinor / people.hires))
        : null,
    trainingHourMinor:
      people.trainingHours > 0 && people.trainingMinor > 0
        ? BigInt(Math.round(people.trainingMinor / people.trainingHours))
        : null,
  });
  return {
    baseMinor: Number(estimate.totalMinor),
    lowMinor: Number(estimate.lowMinor),
    highMinor: Number(estimate.highMinor),
  };
}

// Question: how many customers were there and lost, and what margin did they bring, month by month?
async function readAccounts({ first, last }: Window): Promise<ReturnFacts["accounts"]> {
  const months = await sql()<{ present: number; lost: number; revenue: number; goods: number }[]>`
    select count(*) filter (where is_active_at_start)::int as present,
           count(*) filter (where is_active_at_start and is_lost)::int as lost,
           sum(revenue_minor)::float8 as revenue, sum(cost_of_goods_minor)::float8 as goods
    from account_months where month between ${first} and ${last} group by month order by month`;
  const [now] = await sql()<{ active: number }[]>`
    select count(*)::int as active from account_summaries where status = 'customer'`;
  const sum = (key: "present" | "lost" | "revenue" | "goods") =>
    months.reduce((all, row) => all + row[key], 0);
  return {
    active: now?.active ?? 0,
    accountMonths: sum("present"),
    lost: sum("lost"),
    revenueMinor: sum("revenue"),
    costOfGoodsMinor: sum("goods"),
    monthlyMargins: months
      .filter((row) => row.present > 0)
      .map((row) => (row.revenue - row.goods) / row.present),
  };
}

// Question: how many people were there, how many joined and left, and what were they paid in all?
async function readPeople({ first, last }: Window) {
  const [row] = await sql()<
    {
      headcount: number;
      fteYears: number;
      departures: number;
      compensationMinor: number;
      hires: number;
      acquisitionMinor: number;
      trainingMinor: number;
      trainingHours: number;
      personMonths: number;
    }[]
  >`
    select coalesce(sum(headcount_end) filter (where month = ${last}), 0)::int as headcount,
           coalesce(sum(fte_days) / 365.25, 0)::float8 as fte_years, coalesce(sum(person_days) / 30.4375, 0)::float8 as person_months,
           coalesce(sum(left_voluntary + left_involuntary + left_retirement + left_end_of_contract + left_other + left_unknown), 0)::int as departures,
           coalesce(sum(compensation_minor), 0)::float8 as compensation_minor, coalesce(sum(hires), 0)::int as hires,
           coalesce(sum(acquisition_minor), 0)::float8 as acquisition_minor, coalesce(sum(training_minor), 0)::float8 as training_minor,
           coalesce(sum(training_hours), 0)::float8 as training_hours
    from unit_people_months where month between ${first} and ${last}`;
  return row!;
}

// Question: how are the people trained, loaded and scored who own accounts in the last month?
async function readOwners({ last, first }: Window): Promise<ReturnFacts["owners"]> {
  const [row] = await sql()<Record<string, number | null>[]>`
    with owners as (
      select m.*, m.accounts_owned / nullif(m.fte, 0) as per_fte, e.hired_on >= ${first}::date as is_new
      from employee_months m join employees e on e.id = m.employee_id
      where m.month = ${last} and m.accounts_owned > 0)
    select count(*)::int as people, sum(accounts_owned)::float8 as accounts,
           (sum(training_hours_12m * accounts_owned) / sum(accounts_owned))::float8 as hours_mean,
           percentile_cont(0.05) within group (order by training_hours_12m) as hours_p5,
           percentile_cont(0.95) within group (order by training_hours_12m) as hours_p95,
           avg(per_fte) as load_mean, coalesce(stddev_samp(per_fte), 0) as load_deviation,
           percentile_cont(0.05) within group (order by per_fte) as load_p5,
           percentile_cont(0.95) within group (order by per_fte) as load_p95,
           avg(service_orientation) as score_mean,
           percentile_cont(0.05) within group (order by service_orientation) as score_p5,
           percentile_cont(0.95) within group (order by service_orientation) as score_p95,
           count(*) filter (where is_new)::int as new_people, coalesce(sum(accounts_owned) filter (where is_new), 0)::float8 as new_accounts,
           avg(service_orientation) filter (where is_new) as new_score
    from owners`;
  if (!row?.["people"] || row["people"] < minimumGroupSize) return null;
  const spread = (name: string): Spread => ({
    mean: Number(row[`${name}Mean`] ?? 0),
    p5: Number(row[`${name}P5`] ?? 0),
    p95: Number(row[`${name}P95`] ?? 0),
  });
  return {
    people: row["people"],
    accounts: Number(row["accounts"]),
    trainingHours: spread("hours"),
    accountsPerFte: { ...spread("load"), deviation: Number(row["loadDeviation"] ?? 0) },
    serviceOrientation: row["scoreMean"] == null ? null : spread("score"),
    newHires: {
      people: Number(row["newPeople"]),
      accounts: Number(row["newAccounts"]),
      serviceOrientation:
        row["newScore"] == null || Number(row["newPeople"]) < minimumGroupSize
          ? null
          : Number(row["newScore"]),
    },
  };
}

// Question: when an account manager left, how many of the accounts had a successor within a month?
async function readDepartureHandovers({ first, last }: Window): Promise<ReturnFacts["departureHandovers"]> {
  const [row] = await sql()<
    {
      accounts: number;
      atOnce: number | null;
      mean: number | null;
      p5: number | null;
      p95: number | null;
      waitMonths: number;
      newAtOnce: number;
      newLater: number;
    }[]
  >`
    with ended as (
      select a.account_id, a.ends_on, next.starts_on, next.starts_on <= a.ends_on + 31 as is_at_once,
             (next.starts_on - a.ends_on) / 30.4375 as months, next.hired_on > next.starts_on - 92 as is_new_hire
      from assignments a
      left join lateral (
        select s.starts_on, e.hired_on from assignments s join employees e on e.id = s.employee_id
        where s.account_id = a.account_id and s.role = 'owner' and s.employee_id <> a.employee_id
          and s.starts_on >= a.ends_on - 92 order by s.starts_on limit 1) next on true
      where a.role = 'owner' and a.end_cause = 'departure' and a.ends_on >= ${addMonths(last, -35)}::date
        and a.ends_on < ${last}::date),
    quarters as (
      select avg(coalesce(is_at_once, false)::int) as share from ended group by date_trunc('quarter', ends_on) having count(*) >= 5),
    year as (select * from ended where ends_on >= ${first}::date)
    select (select count(*) from year)::int as accounts, (select avg(coalesce(is_at_once, false)::int) from year)::float8 as at_once,
           (select avg(share) from quarters)::float8 as mean,
           (select percentile_cont(0.05) within group (order by share) from quarters)::float8 as p5,
           (select percentile_cont(0.95) within group (order by share) from quarters)::float8 as p95,
           coalesce((select avg(months) from year where not is_at_once), 0)::float8 as wait_months,
           coalesce((select avg(is_new_hire::int) from year where is_at_once), 0)::float8 as new_at_once,
           coalesce((select avg(is_new_hire::int) from year where not is_at_once), 0)::float8 as new_later`;
  return {
    accounts: row?.accounts ?? 0,
    atOnceShare: row?.atOnce ?? null,
    quarterlyShares:
      row?.mean == null ? null : { mean: row.mean, p5: row.p5 ?? row.mean, p95: row.p95 ?? row.mean },
    waitMonths: row?.waitMonths ?? 0,
    newHireShareAtOnce: row?.newAtOnce ?? 0,
    newHireShareLater: row?.newLater ?? 0,
  };
}
