import { clusteredCovariance } from "~/stats/regression/clustered-covariance";
import { type CoefficientEstimate, coefficientTable } from "~/stats/regression/coefficient-table";
import { ordinaryLeastSquares } from "~/stats/regression/ordinary-least-squares";
import { isRefusal } from "~/stats/result";
import { fixedEffectsAnswer } from "~/stats/runner/fixed-effects-answer";
import type { ExposureName } from "../exposures";
import type { Check } from "../result";
import type { DriverSpec } from "../specs";
import { checkOf } from "./effect-check";
import { readUncorrected } from "./exposure-columns";
import { columnOn, type ExposureMatrix } from "./exposure-matrix";
import type { FitData } from "./fit-data";
import { groupsOf, pick } from "./panel-groups";
import { type PanelOutcome, scales } from "./panel-outcome";

/** What simpler reports would have said of the same rows. */
export function naiveFits(
  spec: DriverSpec,
  data: FitData,
  matrix: ExposureMatrix,
  outcome: Float64Array,
): Map<ExposureName, Check[]> {
  const checks = new Map<ExposureName, Check[]>();
  const groups = groupsOf(data, matrix.rows);
  const scale = scales[spec.outcome as PanelOutcome];
  const note = (name: Check["name"], coefficients: readonly CoefficientEstimate[]) => {
    for (const one of coefficients) {
      const exposure = one.name as ExposureName;
      if (!matrix.names.includes(exposure)) continue;
      const check = checkOf(
        name,
        { estimate: one.estimate, lower: one.interval.lower, upper: one.interval.upper, p: one.pValue },
        exposure,
        scale,
        null,
      );
      checks.set(exposure, [...(checks.get(exposure) ?? []), check]);
    }
  };
  if (spec.effects.includes("employee")) {
    const twoWay = fixedEffectsAnswer({
      outcome,
      covariates: matrix.columns,
      names: matrix.names,
      effects: [groups.account, groups.month],
      clusters: [groups.account],
    });
    if (!isRefusal(twoWay)) note("account_and_month", twoWay.coefficients);
  }
  const pooled = ordinaryLeastSquares({ outcome, covariates: matrix.columns, names: matrix.names });
  if (!isRefusal(pooled)) {
    const covariance = clusteredCovariance(pooled, [groups.account]);
    if (!isRefusal(covariance)) note("pooled", coefficientTable(pooled, covariance));
  }
  for (const name of matrix.names) {
    const read = readUncorrected(data, name);
    if (!read) continue;
    const raw = columnOn(matrix.rows, read);
    const columns = matrix.names.map((other, at) => (other === name ? raw : matrix.columns[at]!));
    const known = Int32Array.from(raw.keys()).filter((i) => !Number.isNaN(raw[i]!));
    if (known.length < 30) continue;
    const uncorrected = fixedEffectsAnswer({
      outcome: pick(outcome, known),
      covariates: columns.map((column) => pick(column, known)),
      names: matrix.names,
      effects: spec.effects.map((by) => pick(groups[by], known)),
      clusters: [pick(groups.account, known)],
    });
    if (!isRefusal(uncorrected))
      note(
        "uncorrected",
        uncorrected.coefficients.filter((one) => one.name === name),
      );
  }
  return checks;
}
