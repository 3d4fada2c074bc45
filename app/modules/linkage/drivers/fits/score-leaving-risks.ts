/** How likely each person is to leave of their own will within a year, from operational facts alone: no answer may show in it. */
import { generalisedLinearModel } from "~/stats/hazard/generalised-linear-model";
import { isRefusal } from "~/stats/result";
import type { ExposureName } from "../exposures";
import type { FitData } from "./fit-data";
import { leavingColumn, leavingRows } from "./leaving-rows";
import { predictHazard, type RiskFactor } from "./predict-hazard";

export interface LeavingRiskScore {
  readonly employeeId: string;
  readonly leaveProbability12m: number;
  readonly leaveProbabilityLower: number;
  readonly leaveProbabilityUpper: number;
  readonly factors: readonly RiskFactor[];
}

const predictors: readonly ExposureName[] = ["workload", "tenure_3_to_18_months", "training", "tenure"];
const fewestDepartures = 20;

/** Empty where too few people ever left for a model. */
export function scoreLeavingRisks(data: FitData): LeavingRiskScore[] {
  const { people } = data;
  const rows = leavingRows(data, predictors);
  if (rows.left < fewestDepartures) return [];
  const fit = generalisedLinearModel(
    { response: rows.voluntary, columns: rows.columns, names: rows.names },
    { family: "cloglog", cluster: Int32Array.from(rows.rows, (row) => people.employee[row]!) },
  );
  if (isRefusal(fit)) return [];
  const names = rows.names.slice(1);
  const means = rows.columns
    .slice(1)
    .map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const reads = names.map((name) =>
    name === "owns_accounts"
      ? (row: number) => (people.accountsOwned[row]! > 0 ? 1 : 0)
      : leavingColumn(data, name as ExposureName)!,
  );
  const last = people.firstMonth + people.monthCount - 1;
  const present = Array.from(people.month.keys()).filter(
    (row) => people.month[row] === last && people.leaves[row] !== 1,
  );
  return present.map((row) => {
    const { lossProbability12m, lossProbabilityLower, lossProbabilityUpper, factors } = predictHazard(
      fit,
      reads.map((read) => read(row)),
      means,
      names.map((name) => name !== "owns_accounts"),
    );
    return {
      employeeId: data.panel.employees.ids[people.employee[row]!]!,
      leaveProbability12m: lossProbability12m,
      leaveProbabilityLower: lossProbabilityLower,
      leaveProbabilityUpper: lossProbabilityUpper,
      factors,
    };
  });
}
