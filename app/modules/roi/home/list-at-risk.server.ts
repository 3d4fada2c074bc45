// Question: which customers in scope are losing satisfaction or losing their people, largest first, and why?
import { sql } from "~/db/sql.server";
import { addMonths, type CalendarDate, type Month, monthOf, monthRange } from "~/kernel/calendar";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { Health, RiskReason } from "~/modules/linkage/panel/health";

export interface AtRiskAccount {
  readonly accountId: string;
  readonly name: string;
  readonly region: string | null;
  readonly health: Health;
  readonly reasons: readonly RiskReason[];
  readonly ownerName: string | null;
  readonly ownerSince: CalendarDate | null;
  readonly unownedSince: CalendarDate | null;
  readonly handovers12m: number;
  readonly lastHandoverOn: CalendarDate | null;
  readonly revenue12mMinor: number;
  readonly csatN12m: number;
  readonly csatN3m: number;
  readonly csatMean3m: number | null;
  readonly csatNPrior9m: number;
  readonly csatMeanPrior9m: number | null;
  readonly openCases: number;
  readonly lastContactAt: Date | null;
  /** Monthly means of the last twelve months; null for a month without an answer. */
  readonly csatByMonth: readonly (number | null)[];
}

export interface AtRisk {
  readonly accounts: readonly AtRiskAccount[];
  /** All falling accounts in scope, listed or not. */
  readonly fallingCount: number;
  readonly fallingRevenueMinor: number;
}

const listed = 8;

export async function listAtRisk(
  scope: Scope<"home.sales" | "home.leadership">,
  today: CalendarDate,
): Promise<AtRisk> {
  const run = sql();
  const inScope = accountsInScope(run, scope);
  const months = monthRange(addMonths(monthOf(today), -11), monthOf(today));
  const [accounts, [totals]] = await Promise.all([
    run<Omit<AtRiskAccount, "csatByMonth">[]>`
      select s.account_id, s.name, s.region, s.health, s.risk_reasons as reasons, s.owner_name, s.owner_since, s.unowned_since,
             s.handovers_12m as "handovers12m", s.last_handover_on, s.revenue_12m_minor::float8 as "revenue12mMinor",
             s.csat_n_12m as "csatN12m", s.csat_n_3m as "csatN3m", s.csat_mean_3m::float8 as "csatMean3m",
             s.csat_n_prior_9m as "csatNPrior9m", s.csat_mean_prior_9m::float8 as "csatMeanPrior9m", s.open_cases, s.last_contact_at
      from account_summaries s
      where s.status = 'customer' and s.health = 'falling' and ${inScope}
      order by s.revenue_12m_minor desc, s.account_id limit ${listed}`,
    run<Omit<AtRisk, "accounts">[]>`
      select count(*)::int as falling_count, coalesce(sum(s.revenue_12m_minor), 0)::float8 as falling_revenue_minor
      from account_summaries s where s.status = 'customer' and s.health = 'falling' and ${inScope}`,
  ]);
  const means = await readMonthlyMeans(
    accounts.map((account) => account.accountId),
    months,
  );
  return {
    accounts: accounts.map((account) => ({
      ...account,
      csatByMonth: months.map((month) => means.get(`${account.accountId}.${month}`) ?? null),
    })),
    ...(totals ?? { fallingCount: 0, fallingRevenueMinor: 0 }),
  };
}

async function readMonthlyMeans(
  accountIds: readonly string[],
  months: readonly Month[],
): Promise<Map<string, number>> {
  const rows = await sql()<{ accountId: string; month: Month; mean: number }[]>`
    select account_id, month, csat_sum::float8 / csat_n as mean from account_months
    where account_id = any(${[...accountIds]}::uuid[]) and month >= ${months[0] ?? null} and csat_n > 0`;
  return new Map(rows.map((row) => [`${row.accountId}.${row.month}`, row.mean]));
}
