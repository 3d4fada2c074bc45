// Question: how many customers, and how much money, stand in each class of value today and potential?
import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import type { LoyaltyStage, LoyaltyType } from "./loyalty";
import type { ValueClass } from "./score-rule";

export interface MatrixCell {
  /** Null where too little could be measured. */
  readonly current: ValueClass | null;
  readonly potential: ValueClass | null;
  readonly accounts: number;
  readonly revenueMinor: number;
  readonly clvMinor: number;
}

export interface LoyaltyCount {
  readonly stage: LoyaltyStage;
  readonly type: LoyaltyType;
  readonly accounts: number;
  readonly revenueMinor: number;
}

/** How many customers each criterion could be measured for. */
export interface Coverage {
  readonly accounts: number;
  readonly points: Readonly<Record<string, number>>;
  readonly crossSell: number;
  readonly crossSellMinor: number;
  readonly upSell: number;
  readonly upSellMinor: number;
}

export async function readValueMatrix(_scope: Scope<"roi.read">) {
  const run = sql();
  const [company, cells, loyalty, [coverage], [state]] = await Promise.all([
    companyToday(run),
    run<MatrixCell[]>`
      select s.current_class as current, s.potential_class as potential, count(*)::int as accounts,
             coalesce(sum(p.revenue_minor), 0)::float8 as revenue_minor, coalesce(sum(v.clv_minor), 0)::float8 as clv_minor
      from account_scores s
      left join account_profits p on p.account_id = s.account_id
      left join account_values v on v.account_id = s.account_id
      group by 1, 2`,
    run<LoyaltyCount[]>`
      select s.loyalty_stage as stage, s.loyalty_type as type, count(*)::int as accounts, coalesce(sum(p.revenue_minor), 0)::float8 as revenue_minor
      from account_scores s left join account_profits p on p.account_id = s.account_id group by 1, 2`,
    run<Coverage[]>`
      select count(*)::int as accounts, count(cross_sell_minor)::int as cross_sell, coalesce(sum(cross_sell_minor), 0)::float8 as cross_sell_minor,
             count(up_sell_minor)::int as up_sell, coalesce(sum(up_sell_minor), 0)::float8 as up_sell_minor,
             jsonb_build_object('revenue', count(points->>'revenue'), 'margin', count(points->>'margin'),
               'satisfaction', count(points->>'satisfaction'), 'loyalty', count(points->>'loyalty'), 'payment', count(points->>'payment'),
               'growth', count(points->>'growth'), 'potential', count(points->>'potential')) as points
      from account_scores`,
    run<{ asOf: string; ruleVersion: number }[]>`select as_of, rule_version from account_scores limit 1`,
  ]);
  if (!state || !coverage) return null;
  return { ...state, cells, loyalty, coverage, currency: company.reportingCurrency };
}

export interface ScoredRow {
  readonly accountId: string;
  readonly accountNumber: string;
  readonly name: string;
  readonly segment: string | null;
  readonly currentScore: number | null;
  readonly potentialScore: number | null;
  readonly currentClass: ValueClass | null;
  readonly potentialClass: ValueClass | null;
  readonly stage: LoyaltyStage;
  readonly type: LoyaltyType;
  readonly revenueMinor: number;
  readonly clvMinor: number | null;
  readonly crossSellMinor: number | null;
  readonly crossSellProduct: string | null;
  readonly upSellMinor: number | null;
}

export interface ScoredFilter {
  /** A class, "none" for too little measured, or null for all. */
  readonly current: string | null;
  readonly potential: string | null;
  readonly stage: string | null;
  readonly type: string | null;
  readonly limit: number | null;
}

export function listScored(_scope: Scope<"roi.read">, filter: ScoredFilter): Promise<ScoredRow[]> {
  const run = sql();
  const classIs = (column: "current_class" | "potential_class", wanted: string | null) =>
    wanted === null
      ? run`true`
      : wanted === "none"
        ? run`s.${run(column)} is null`
        : run`s.${run(column)} = ${wanted}`;
  return run<ScoredRow[]>`
    select s.account_id, a.account_number, a.name, a.segment, s.current_score, s.potential_score, s.current_class, s.potential_class,
           s.loyalty_stage as stage, s.loyalty_type as type, coalesce(p.revenue_minor, 0)::float8 as revenue_minor,
           v.clv_minor::float8 as clv_minor, s.cross_sell_minor::float8 as cross_sell_minor, s.cross_sell_product, s.up_sell_minor::float8 as up_sell_minor
    from account_scores s
    join accounts a on a.id = s.account_id
    left join account_profits p on p.account_id = s.account_id
    left join account_values v on v.account_id = s.account_id
    where ${classIs("current_class", filter.current)} and ${classIs("potential_class", filter.potential)}
      and ${filter.stage === null ? run`true` : run`s.loyalty_stage = ${filter.stage}`}
      and ${filter.type === null ? run`true` : run`s.loyalty_type = ${filter.type}`}
    order by v.clv_minor desc nulls last, s.account_id limit ${filter.limit}`;
}
