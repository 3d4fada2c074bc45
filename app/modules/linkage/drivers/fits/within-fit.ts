/** The fit itself: slopes within account, month and employee, with errors for all that belongs together. */
import type { CoefficientEstimate } from "~/stats/regression/coefficient-table";
import { isRefusal } from "~/stats/result";
import { fixedEffectsAnswer } from "~/stats/runner/fixed-effects-answer";
import type { ExposureName } from "../exposures";
import type { Check } from "../result";
import type { DriverSpec } from "../specs";
import { checkOf } from "./effect-check";
import type { ExposureMatrix } from "./exposure-matrix";
import { type FitData, seedOf } from "./fit-data";
import { countDistinct, groupsOf } from "./panel-groups";
import { type PanelOutcome, scales } from "./panel-outcome";

const fewClusters = 40;

export interface WithinFit {
  readonly coefficients: readonly CoefficientEstimate[];
  readonly covariance: readonly number[];
  readonly clusters: readonly number[];
  readonly warnings: readonly string[];
  fewClusterChecks(name: ExposureName): Check[];
}

export function withinFit(spec: DriverSpec, data: FitData, matrix: ExposureMatrix, outcome: Float64Array) {
  const { rows, columns, names } = matrix;
  const groups = groupsOf(data, rows);
  const owners = countDistinct(groups.employee);
  // Two ways unless one of them is a single cluster: an owner's shocks reach all accounts of theirs.
  const clusters = spec.clustering.map((by) => groups[by]).filter((ids) => countDistinct(ids) >= 2);
  const isFew = spec.clustering.includes("employee") && owners >= 2 && owners < fewClusters;
  const answer = fixedEffectsAnswer({
    outcome,
    covariates: columns,
    names,
    effects: spec.effects.map((by) => groups[by]),
    clusters: clusters.length > 0 ? clusters : [groups.account],
  });
  if (isRefusal(answer)) return answer;
  const wild = isFew
    ? fixedEffectsAnswer({
        outcome,
        covariates: columns,
        names,
        effects: spec.effects.map((by) => groups[by]),
        clusters: [groups.employee],
        wild: { seed: seedOf(spec.name), draws: 1_999 },
      })
    : null;
  const scale = scales[spec.outcome as PanelOutcome];
  return {
    coefficients: answer.coefficients,
    covariance: answer.covariance,
    clusters: (clusters.length > 0 ? clusters : [groups.account]).map(countDistinct),
    warnings: answer.warnings,
    fewClusterChecks(name: ExposureName): Check[] {
      if (!wild || isRefusal(wild)) return [];
      const at = wild.coefficients.findIndex((coefficient) => coefficient.name === name);
      const one = wild.wild[at];
      if (!one || isRefusal(one)) return [];
      return [
        checkOf(
          "few_clusters",
          { ...one, lower: one.interval.lower, upper: one.interval.upper, p: one.pValue },
          name,
          scale,
          null,
        ),
      ];
    },
  } satisfies WithinFit;
}
