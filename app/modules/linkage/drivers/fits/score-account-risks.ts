/** How likely each present account is lost within a year, and which staff factors put it there. */
import { generalisedLinearModel } from "~/stats/hazard/generalised-linear-model";
import { isRefusal } from "~/stats/result";
import type { ExposureName } from "../exposures";
import { readExposure } from "./exposure-columns";
import { columnOn } from "./exposure-matrix";
import type { FitData } from "./fit-data";
import { riskRows } from "./fit-hazard";
import { predictHazard, type RiskFactor } from "./predict-hazard";
import type { SatisfactionOutlook } from "./satisfaction-outlook";

export interface AccountRiskScore {
  readonly accountId: string;
  readonly monthlyHazard: number;
  readonly lossProbability12m: number;
  readonly lossProbabilityLower: number;
  readonly lossProbabilityUpper: number;
  readonly margin12mMinor: number;
  readonly expectedLossMinor: number;
  readonly factors: readonly RiskFactor[];
}

/** Operational facts and the account's own: what surveys say of an owner, and pay, predict nothing here. */
const predictors: readonly ExposureName[] = [
  "handover_0_5",
  "vacancy",
  "training",
  "tenure",
  "workload",
  "account_size",
  "satisfaction",
];
const staffFactors: readonly ExposureName[] = ["handover_0_5", "vacancy", "training", "tenure", "workload"];

const fewestLosses = 20;
const yearMonths = 12;

/** Empty where too few accounts were ever lost for a model. */
export function scoreAccountRisks(data: FitData, outlook: SatisfactionOutlook | null): AccountRiskScore[] {
  const { panel } = data;
  const risk = riskRows(data, predictors, outlook);
  if (risk.lost < fewestLosses || risk.names.length === 0) return [];
  const fit = generalisedLinearModel(
    {
      response: risk.event,
      columns: [new Float64Array(risk.rows.length).fill(1), ...risk.columns],
      names: ["constant", ...risk.names],
    },
    { family: "cloglog", cluster: risk.account },
  );
  if (isRefusal(fit)) return [];
  const present = presentRows(data);
  const means = risk.columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const now = risk.names.map((name, at) => {
    const read =
      name === "satisfaction" ? (row: number) => outlook!.expected[row]! : readExposure(data, name, "churn")!;
    return columnOn(present, read).map((value) => (Number.isNaN(value) ? means[at]! : value));
  });
  return Array.from(present, (row, i) => {
    const hazard = predictHazard(
      fit,
      now.map((column) => column[i]!),
      means,
      risk.names.map((name) => staffFactors.includes(name)),
    );
    const margin = marginOfYear(data, row);
    return {
      accountId: panel.accountIds[panel.account[row]!]!,
      ...hazard,
      margin12mMinor: Math.round(margin),
      expectedLossMinor: Math.round(hazard.lossProbability12m * Math.max(0, margin)),
    };
  });
}

/** The latest month of each account that is still there. */
function presentRows({ panel }: FitData): Int32Array {
  let last = Number.NEGATIVE_INFINITY;
  for (const month of panel.month) if (month > last) last = month;
  const rows: number[] = [];
  for (let account = 0; account < panel.accountIds.length; account++) {
    const row = panel.accountStart[account + 1]! - 1;
    if (
      row >= panel.accountStart[account]! &&
      panel.month[row] === last &&
      panel.columns.churnsNextMonth[row] !== 1
    )
      rows.push(row);
  }
  return Int32Array.from(rows);
}

/** Margin of the last twelve months that are over, in minor units; of a younger account as if it had been there for a year. */
function marginOfYear({ panel }: FitData, row: number): number {
  const { marginMinor, isComplete } = panel.columns;
  const start = panel.accountStart[panel.account[row]!]!;
  let sum = 0;
  let months = 0;
  for (let at = row; at >= start && months < yearMonths; at--) {
    if (isComplete[at] !== 1) continue;
    sum += marginMinor[at]!;
    months += 1;
  }
  return months === 0 ? 0 : (sum * yearMonths) / months;
}
