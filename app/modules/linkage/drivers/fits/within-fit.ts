/** The fit itself: slopes within account, month and employee, with errors for all that belongs together. */
import { clusteredCovariance } from "~/stats/regression/clustered-covariance";
import { type CoefficientEstimate, coefficientTable } from "~/stats/regression/coefficient-table";
import { type FixedEffectsFit, fixedEffects } from "~/stats/regression/fixed-effects";
import { isRefusal } from "~/stats/result";
import { fixedEffectsAnswer } from "~/stats/runner/fixed-effects-answer";
import type { ExposureName } from "../exposures";
import type { Check } from "../result";
import type { DriverSpec } from "../specs";
import type { OwnerMonths } from "./answer-model-error";
import { checkOf } from "./effect-check";
import type { ExposureMatrix } from "./exposure-matrix";
import { type FitData, seedOf } from "./fit-data";
import { countDistinct, groupsOf } from "./panel-groups";
import { type PanelOutcome, scales } from "./panel-outcome";
import { type ShuffledSlopes, shuffledSlopes } from "./shuffled-slopes";

const fewClusters = 40;

export interface WithinFit {
  readonly coefficients: readonly CoefficientEstimate[];
  readonly covariance: readonly number[];
  readonly clusters: readonly number[];
  readonly warnings: readonly string[];
  readonly ownerMonths: OwnerMonths;
  readonly shuffled: ReadonlyMap<ExposureName, ShuffledSlopes>;
  fewClusterChecks(name: ExposureName): Check[];
}

export function withinFit(spec: DriverSpec, data: FitData, matrix: ExposureMatrix, outcome: Float64Array) {
  const { rows, columns, names } = matrix;
  const groups = groupsOf(data, rows);
  const owners = countDistinct(groups.employee);
  // Two ways unless one of them is a single cluster: an owner's shocks reach all accounts of theirs.
  const clusters = spec.clustering.map((by) => groups[by]).filter((ids) => countDistinct(ids) >= 2);
  const isFew = spec.clustering.includes("employee") && owners >= 2 && owners < fewClusters;
  const fit = fixedEffects({
    outcome,
    covariates: columns,
    names,
    effects: spec.effects.map((by) => groups[by]),
  });
  if (isRefusal(fit)) return fit;
  const covariance = clusteredCovariance(fit, clusters.length > 0 ? clusters : [groups.account]);
  if (isRefusal(covariance)) return covariance;
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
  const wildOf = (name: string) => {
    if (!wild || isRefusal(wild)) return null;
    const one = wild.wild[wild.coefficients.findIndex((coefficient) => coefficient.name === name)];
    return one && !isRefusal(one) ? one : null;
  };
  const scale = scales[spec.outcome as PanelOutcome];
  return {
    coefficients: coefficientTable(fit, covariance).map((own) => ofFewClusters(own, wildOf(own.name))),
    covariance: [...covariance.matrix.values],
    clusters: (clusters.length > 0 ? clusters : [groups.account]).map(countDistinct),
    warnings: [...fit.warnings, ...covariance.warnings],
    ownerMonths: ownerMonthsOf(data, rows, fit),
    shuffled: shuffledSlopes(spec, data, rows, fit),
    fewClusterChecks(name: ExposureName): Check[] {
      const one = wildOf(name);
      if (!one) return [];
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

/** The more careful of the two where people are few: their number alone makes Student's interval too narrow. */
export function ofFewClusters(own: CoefficientEstimate, wild: WildTest | null): CoefficientEstimate {
  if (!wild) return own;
  const { lower, upper } = wild.interval;
  return {
    ...own,
    pValue: Math.max(own.pValue, wild.pValue),
    interval: {
      ...own.interval,
      lower: Number.isFinite(lower) ? Math.min(own.interval.lower, lower) : own.interval.lower,
      upper: Number.isFinite(upper) ? Math.max(own.interval.upper, upper) : own.interval.upper,
    },
  };
}
interface WildTest {
  readonly pValue: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}

function ownerMonthsOf({ panel }: FitData, rows: Int32Array, fit: FixedEffectsFit): OwnerMonths {
  const owners = new Map<number, Map<number, { rows: number; residual: number }>>();
  for (let i = 0; i < fit.n; i++) {
    const row = rows[fit.rows[i]!]!;
    const owner = panel.owner[row]!;
    const months = owners.get(owner) ?? new Map<number, { rows: number; residual: number }>();
    const cell = months.get(panel.month[row]!) ?? { rows: 0, residual: 0 };
    cell.rows += 1;
    cell.residual += fit.residuals[i]!;
    owners.set(owner, months.set(panel.month[row]!, cell));
  }
  return owners;
}
