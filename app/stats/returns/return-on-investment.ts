import { ArgumentError, requireFinite } from "../arguments";
import { type Refusal, refuse } from "../result";

/**
 * Benefit / cost, both in money of the same time. Source: Phillips and Phillips (2016), "Handbook of Training Evaluation
 * and Measurement Methods", the ROI methodology's benefit–cost ratio. R: `benefit / cost`.
 * Throws if one is not finite or the cost is below 0. Refuses: no-base at a cost of 0.
 */
export function benefitCostRatio(benefit: number, cost: number): number | Refusal {
  requireFinite(benefit, "benefit");
  requireCost(cost);
  return cost === 0 ? refuse("no-base", { cost }) : benefit / cost;
}

/**
 * (benefit − cost) / cost, as a share: 0.6 is an ROI of 60 %. Source: Phillips and Phillips (2016).
 * R: `(benefit - cost) / cost`. Throws and refuses as `benefitCostRatio`.
 */
export function returnOnInvestment(benefit: number, cost: number): number | Refusal {
  requireFinite(benefit, "benefit");
  requireCost(cost);
  return cost === 0 ? refuse("no-base", { cost }) : (benefit - cost) / cost;
}

function requireCost(cost: number): void {
  if (!(cost >= 0 && Number.isFinite(cost)))
    throw new ArgumentError("cost", `must be at least 0, got ${cost}`);
}
