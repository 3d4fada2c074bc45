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

export interface ValueMatrixReading {
  readonly asOf: string;
  readonly ruleVersion: number;
  readonly cells: readonly MatrixCell[];
  readonly loyalty: readonly LoyaltyCount[];
  readonly coverage: Coverage;
  readonly currency: string;
}

let kept: { readonly stamp: string; readonly reading: Promise<ValueMatrixReading> } | undefined;

/**
 * All scores are written by one transaction, so its id on any row says which writing this is: what was counted of it is kept,
 * since counting 100,000 customers takes longer than a page may. Null until there is a score.
 */
export async function readValueMatrix(_scope: Scope<"roi.read">): Promise<ValueMatrixReading | null> {
  const [state] = await sql()<{ asOf: string; ruleVersion: number; stamp: string }[]>`
    select as_of, rule_version, xmin::text || as_of || rule_version as stamp from account_scores limit 1`;
  if (!state) return null;
  const { stamp, ...written } = state;
  if (kept?.stamp !== stamp) {
    const reading = countMatrix().then((counted) => ({ ...written, ...counted }));
    reading.catch(() => {
      kept = undefined;
    });
    kept = { stamp, reading };
  }
  return kept.reading;
}

async function countMatrix(): Promise<Omit<ValueMatrixReading, "asOf" | "ruleVersion">> {
  const run = sql();
  const [company, cells, loyalty, [coverage]] = await Promise.all([
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
  ]);
  return { cells, loyalty, coverage: coverage!, currency: company.reportingCurrency };
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
  const isFiltered = [filter.current, filter.potential, filter.stage, filter.type].some(
    (each) => each !== null,
  );
  // The first of all customers come straight from the index on value; who has none stands in the file.
  const withValue = filter.limit !== null && !isFiltered ? run`v.clv_minor is not null` : run`true`;
  return run<ScoredRow[]>`
    select s.account_id, a.account_number, a.name, a.segment, s.current_score, s.potential_score, s.current_class, s.potential_class,
           s.loyalty_stage as stage, s.loyalty_type as type, coalesce(p.revenue_minor, 0)::float8 as revenue_minor,
           v.clv_minor::float8 as clv_minor, s.cross_sell_minor::float8 as cross_sell_minor, s.cross_sell_product, s.up_sell_minor::float8 as up_sell_minor
    from account_scores s
    join accounts a on a.id = s.account_id
    left join account_profits p on p.account_id = s.account_id
    left join account_values v on v.account_id = s.account_id
    where ${withValue} and ${classIs("current_class", filter.current)} and ${classIs("potential_class", filter.potential)}
      and ${filter.stage === null ? run`true` : run`s.loyalty_stage = ${filter.stage}`}
      and ${filter.type === null ? run`true` : run`s.loyalty_type = ${filter.type}`}
    order by ${filter.limit !== null && !isFiltered ? run`v.clv_minor desc` : run`v.clv_minor desc nulls last, s.account_id`} limit ${filter.limit}`;
}
