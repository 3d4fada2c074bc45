/** A handover brings a successor with less tenure and training: what is left of its effect with those held equal. */
import { type DriverEffect, isRefusedEffect, type SpecResult } from "../drivers/result";

/** Rows of the analyses that hold the owner's tenure, training and workload equal, by outcome; the first months of each. */
const rows = {
  satisfaction: "satisfaction.departure_handover_0_2",
  revenue: "revenue.departure_handover_0_2",
} as const;
export const analysesHoldingEqual = ["satisfaction", "revenue"] as const;

export type HeldEqual = Pick<DriverEffect, "key" | "scale" | "estimate" | "lower" | "upper" | "lagMonths">;

/** Nothing where too few stand behind it to say more than the study itself. */
export function heldEqual(results: readonly SpecResult[], outcome: string): HeldEqual | null {
  const key = outcome === "satisfaction" || outcome === "revenue" ? rows[outcome] : null;
  const found = results.flatMap(({ effects }) => effects).find((effect) => effect.key === key);
  if (!found || isRefusedEffect(found) || found.verdict === "side_by_side") return null;
  const { scale, estimate, lower, upper, lagMonths } = found;
  return { key: found.key, scale, estimate, lower, upper, lagMonths };
}
