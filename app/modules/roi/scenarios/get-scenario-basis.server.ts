import type { Scope } from "~/modules/access/scope";
import { getReturnReport } from "../returns/get-return-report.server";
import type { ReturnReport } from "../returns/return-report";
import type { ScenarioBasis } from "./levers";

export interface StampedBasis {
  readonly basis: ScenarioBasis;
  readonly stamp: string;
  readonly asOf: string;
}

/** What scenarios are computed from, as the last report read it. */
export async function getScenarioBasis(scope: Scope<"roi.read" | "scenarios.write">): Promise<StampedBasis> {
  const { report, stamp } = await getReturnReport(scope);
  const { facts, catalogue, inputs, annualDiscountRate, horizonMonths, currency, asOf } = report;
  return {
    stamp,
    asOf,
    basis: {
      facts,
      catalogue,
      inputs,
      annualDiscountRate,
      horizonMonths,
      currency,
      trainingHourMinor: trainingHourOf(report),
    },
  };
}

/** Fees and time of the training of account managers by its hours. */
function trainingHourOf({ costGroups }: ReturnReport): number | null {
  const training = costGroups.filter(({ category, reach }) => category === "training" && reach === "owner");
  const hours = training.reduce((sum, group) => sum + (group.source === "time" ? group.hours : 0), 0);
  const cost = training.reduce((sum, group) => sum + group.amountMinor, 0);
  return hours > 0 ? cost / hours : null;
}
