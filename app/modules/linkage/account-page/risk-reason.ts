import { type RiskReason, riskReasons } from "../panel/health";

export type { RiskReason };

/** A code written by an older version of the rule is left out rather than shown raw. */
export function isRiskReason(code: string): code is RiskReason {
  return riskReasons.includes(code as RiskReason);
}
