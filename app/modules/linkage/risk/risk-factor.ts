import { z } from "zod";
import { type ExposureName, exposures } from "../drivers/exposures";

/** What may be said of one account or person. */
export type ShownExposure = {
  [Name in ExposureName]: (typeof exposures)[Name]["isSensitive"] extends false ? Name : never;
}[ExposureName];

/** A fact about who serves the account (or about the person's work) that raises the hazard, as the run stored it. */
export interface RiskFactor {
  readonly exposure: ShownExposure;
  readonly value: number;
  /** Against the typical account (or person): above one speaks for a loss. */
  readonly hazardRatio: number;
}

const stored = z.array(z.object({ exposure: z.string(), value: z.number(), hazardRatio: z.number() }));

/** What surveys and pay say of one person is never shown, whatever a run may have stored. */
export function readRiskFactors(factors: unknown): RiskFactor[] {
  const read = stored.safeParse(factors);
  return read.success
    ? read.data.flatMap(({ exposure, ...rest }) => (isShown(exposure) ? [{ exposure, ...rest }] : []))
    : [];
}

/** What is not known is not shown either. */
function isShown(exposure: string): exposure is ShownExposure {
  return exposure in exposures && !exposures[exposure as ExposureName].isSensitive;
}

/** Those a list can be filtered by: operational facts that the churn analysis looks at. */
export const filterableFactors = ["handover_0_5", "vacancy", "training", "tenure", "workload"] as const;
export type FilterableFactor = (typeof filterableFactors)[number];

/** Factors that stand behind so little are not worth a word. */
export const leastHazardRatio = 1.05;
