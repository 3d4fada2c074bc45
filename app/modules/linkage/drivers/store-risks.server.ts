// Question: who is at risk by the models of this run, and what would that cost?
import type { SqlTransaction } from "~/db/sql.server";
import type { AccountRiskScore } from "./fits/score-account-risks";
import type { LeavingRiskScore } from "./fits/score-leaving-risks";
import { isRefusedEffect, type SpecResult } from "./result";

const portion = 5_000;

export async function storeAccountRisks(
  tx: SqlTransaction,
  asOf: string,
  scores: readonly AccountRiskScore[],
): Promise<void> {
  await tx`delete from account_risks`;
  for (const some of portionsOf(scores)) {
    await tx`
      insert into account_risks (account_id, as_of, monthly_hazard, loss_probability_12m, loss_probability_lower,
                                 loss_probability_upper, margin_12m_minor, expected_loss_minor, factors)
      select s.account_id, ${asOf}::date, s.hazard, s.p, s.lower, s.upper, s.margin, s.loss, s.factors::jsonb
      from unnest(${some.map((one) => one.accountId)}::uuid[], ${some.map((one) => one.monthlyHazard)}::real[],
                  ${some.map((one) => one.lossProbability12m)}::real[], ${some.map((one) => one.lossProbabilityLower)}::real[],
                  ${some.map((one) => one.lossProbabilityUpper)}::real[], ${some.map((one) => String(one.margin12mMinor))}::bigint[],
                  ${some.map((one) => String(one.expectedLossMinor))}::bigint[], ${some.map((one) => JSON.stringify(one.factors))}::text[])
        as s (account_id, hazard, p, lower, upper, margin, loss, factors)
      where exists (select 1 from accounts a where a.id = s.account_id)`;
  }
}

/** Accounts and revenue exposed are those the person owns now; the loss expected is what a departure has cost so far. */
export async function storeLeavingRisks(
  tx: SqlTransaction,
  asOf: string,
  scores: readonly LeavingRiskScore[],
  lostShare: number,
): Promise<void> {
  await tx`delete from employee_leaving_risks`;
  for (const some of portionsOf(scores)) {
    await tx`
      insert into employee_leaving_risks (employee_id, as_of, leave_probability_12m, leave_probability_lower, leave_probability_upper,
                                          accounts_exposed, revenue_exposed_12m_minor, expected_revenue_loss_minor, factors)
      select s.employee_id, ${asOf}::date, s.p, s.lower, s.upper, e.accounts_owned, e.revenue_owned_12m_minor,
             round(s.p * ${lostShare}::float8 * e.revenue_owned_12m_minor)::bigint, s.factors::jsonb
      from unnest(${some.map((one) => one.employeeId)}::uuid[], ${some.map((one) => one.leaveProbability12m)}::real[],
                  ${some.map((one) => one.leaveProbabilityLower)}::real[], ${some.map((one) => one.leaveProbabilityUpper)}::real[],
                  ${some.map((one) => JSON.stringify(one.factors))}::text[]) as s (employee_id, p, lower, upper, factors)
      join employee_summaries e on e.employee_id = s.employee_id and e.status = 'active'`;
  }
}

const windows = [
  ["departure_handover_0_2", 3],
  ["departure_handover_3_11", 9],
] as const;

/** Share of a year's revenue that a departure's handover has cost, from the event study; 0 where it found none. */
export function lostShareOfRevenue(results: readonly SpecResult[]): number {
  const effects = results.flatMap(({ effects }) => effects).filter((effect) => !isRefusedEffect(effect));
  let months = 0;
  let lost = 0;
  for (const [exposure, weight] of windows) {
    const effect = effects.find(({ key }) => key === `handovers.revenue.${exposure}`);
    if (!effect || isRefusedEffect(effect)) return 0;
    months += weight;
    lost += (weight * -effect.estimate) / 100;
  }
  return Math.max(0, lost / months);
}

function* portionsOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += portion) yield items.slice(at, at + portion);
}
