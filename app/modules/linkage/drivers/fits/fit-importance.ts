/** What matters most: each exposure's share of what all of them explain together. An association, and labelled so. */
import { driverImportance } from "~/stats/importance/driver-importance";
import { createGenerator } from "~/stats/random/generator";
import { isRefusal } from "~/stats/result";
import type { DriverSpec } from "../specs";
import { describeSample } from "./describe-sample";
import { exposureMatrix } from "./exposure-matrix";
import { type FitData, seedOf } from "./fit-data";
import { refusedAnswer, refusedEffect, type SpecAnswer } from "./spec-result";
import { thinRows } from "./thin-rows";
import { whyOnePerson } from "./why-missing";

const replicates = 499;
/** Shares of what is explained need no more rows than this; resampling them does need the time. */
const mostImportanceRows = 200_000;

export function fitImportance(spec: DriverSpec, data: FitData): SpecAnswer {
  const { panel } = data;
  const { csatN, csatSum } = panel.columns;
  const candidates = Int32Array.from(panel.account.keys()).filter(
    (row) => csatN[row]! > 0 && panel.owner[row]! >= 0,
  );
  if (candidates.length === 0)
    return refusedAnswer(spec, { code: panel.rows === 0 ? "no_accounts" : "no_answers", detail: {} });
  const chosen = thinRows(panel, candidates, mostImportanceRows);
  const matrix = exposureMatrix(data, chosen, spec.exposures, "satisfaction");
  const sample = describeSample(data, matrix.rows, { sampled_out: candidates.length - chosen.length });
  if (sample.employees < 2) return refusedAnswer(spec, { code: whyOnePerson(data), detail: {} }, sample);
  const month = Int32Array.from(matrix.rows, (row) => panel.month[row]!);
  const outcome = withinMonths(
    Float64Array.from(matrix.rows, (row) => csatSum[row]! / csatN[row]!),
    month,
  );
  if (matrix.names.length < 2 || outcome.every((value) => value === outcome[0])) {
    return refusedAnswer(
      spec,
      { code: matrix.names.length < 2 ? "exposure_never_varies" : "outcome_never_varies", detail: {} },
      sample,
    );
  }
  const found = driverImportance({
    outcome,
    predictors: matrix.columns.map((column) => withinMonths(column, month)),
    cluster: Int32Array.from(matrix.rows, (row) => panel.account[row]!),
    generator: createGenerator(seedOf(spec.name)),
    replicates,
  });
  if (isRefusal(found))
    return refusedAnswer(spec, { code: "not_identified", detail: { reason: found.refused } }, sample);
  const refused = [...matrix.refused].map(([exposure, why]) => refusedEffect(spec, exposure, why));
  return {
    sample,
    effects: refused,
    importance: {
      outcome: "satisfaction",
      rSquared: found.rSquaredEstimate.estimate,
      method: "shapley",
      shares: matrix.names
        .map((exposure, at) => {
          const { estimate, interval } = found.shareEstimate[at]!;
          return { exposure, estimate, lower: interval.lower, upper: interval.upper };
        })
        .sort((a, b) => b.estimate - a.estimate),
    },
    warnings: found.warnings,
  };
}

/** Less the mean of the month: what the whole company went through explains nothing of the differences in it. */
function withinMonths(column: Float64Array, month: Int32Array): Float64Array {
  const sums = new Map<number, { n: number; sum: number }>();
  for (let i = 0; i < column.length; i++) {
    const at = sums.get(month[i]!) ?? { n: 0, sum: 0 };
    at.n += 1;
    at.sum += column[i]!;
    sums.set(month[i]!, at);
  }
  return column.map((value, i) => {
    const { n, sum } = sums.get(month[i]!)!;
    return value - sum / n;
  });
}
