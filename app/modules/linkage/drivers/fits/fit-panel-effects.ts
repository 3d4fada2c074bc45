/** What moves satisfaction and revenue: differences within the account, the month and the employee. */
import { studentTCdf } from "~/stats/distributions/student-t";
import { moments } from "~/stats/proportions/moments";
import type { CoefficientEstimate } from "~/stats/regression/coefficient-table";
import { isRefusal } from "~/stats/result";
import type { ExposureName } from "../exposures";
import type { DriverEffect, RefusalCode, RefusedEffect } from "../result";
import type { DriverSpec } from "../specs";
import { type AnswerCorrection, correctForAnswers } from "./answer-model-error";
import { describeSample } from "./describe-sample";
import { checkOf } from "./effect-check";
import { effectOf } from "./effect-of-coefficient";
import { exposureMatrix } from "./exposure-matrix";
import type { FitData } from "./fit-data";
import { leadFit } from "./lead-fit";
import { naiveFits } from "./naive-fits";
import { outcomeOf, type PanelOutcome, rowsWithOutcome, scales } from "./panel-outcome";
import type { ShuffledSlopes } from "./shuffled-slopes";
import { keyOf, refusedAnswer, refusedEffect, type SpecAnswer } from "./spec-result";
import { thinRows } from "./thin-rows";
import { whyOnePerson } from "./why-missing";
import { type WithinFit, withinFit } from "./within-fit";

/** Where less than this of a change in what answers lead one to expect is the person's own, there is nothing to divide by. */
const leastReliability = 0.1;

export function fitPanelEffects(spec: DriverSpec, data: FitData): SpecAnswer {
  const outcome = spec.outcome as PanelOutcome;
  const { candidates, excluded, code } = rowsWithOutcome(data, outcome, spec.effects.includes("employee"));
  if (code) return refusedAnswer(spec, { code, detail: {} });
  const declared = [...spec.exposures, ...spec.adjustedFor];
  const chosen = thinRows(data.panel, candidates);
  // A month without an owner has no owner's tenure: that of a typical owner stands in, and `vacancy` says so.
  const matrix = exposureMatrix(data, chosen, declared, outcome, {
    fillUnknown: spec.exposures.includes("vacancy"),
  });
  const sample = describeSample(data, matrix.rows, {
    ...excluded,
    sampled_out: candidates.length - chosen.length,
    ...prefixed(matrix.unknown),
  });
  const values = outcomeOf(data, outcome, matrix.rows);
  const problem = problemOf(sample, values, spec, data);
  if (problem) return refusedAnswer(spec, { code: problem, detail: {} }, sample);
  if (matrix.names.length === 0) {
    const [first] = matrix.refused.values();
    return refusedAnswer(spec, first!, sample);
  }

  const fit = withinFit(spec, data, matrix, values);
  if (isRefusal(fit))
    return refusedAnswer(spec, { code: "not_identified", detail: { reason: fit.refused } }, sample);
  const naive = naiveFits(spec, data, matrix, values);
  const leads = leadFit(spec, data, matrix, values);
  const scale = scales[outcome];
  const outcomeSd = Math.sqrt(moments(values).variance);
  const clusters = Math.min(...fit.clusters);
  const corrections = new Map<string, AnswerCorrection>();
  const effects: (DriverEffect | RefusedEffect)[] = spec.exposures.map((name) => {
    const refused = matrix.refused.get(name);
    if (refused) return refusedEffect(spec, name, refused);
    const own = fit.coefficients.find((coefficient) => coefficient.name === name);
    if (!own || !(own.standardError > 0)) {
      return refusedEffect(spec, name, { code: "not_identified", detail: { reason: "rank-deficient" } });
    }
    const column = matrix.columns[matrix.names.indexOf(name)]!;
    const correction = correctionOf(name, spec, data, fit, own);
    if (!(correction.reliability > leastReliability)) {
      const { reliability } = correction;
      return refusedEffect(spec, name, { code: "not_identified", detail: { reliability } });
    }
    corrections.set(name, correction);
    const shuffled = fit.shuffled.get(name);
    return effectOf({
      spec,
      outcome,
      exposure: name,
      scale,
      coefficient: corrected(own, correction),
      design: spec.effects.includes("employee") ? "within" : "association",
      sample,
      clusters,
      units: unitsOf(name, data, matrix.rows, column, sample.employees),
      outcomeSd,
      column,
      checks: [
        ...(leads.get(name) ?? []),
        ...(shuffled
          ? [checkOf("permutation", dividedBy(correction.reliability, shuffled), name, scale, null)]
          : []),
        ...fit.fewClusterChecks(name),
        ...(naive.get(name) ?? []),
      ],
    });
  });
  const estimated = effects.filter((effect): effect is DriverEffect => !("refused" in effect));
  return {
    sample,
    effects,
    covariance: covarianceOf(spec, fit, estimated, corrections),
    warnings: fit.warnings,
  };
}

function problemOf(
  sample: { months: number; accounts: number; employees: number },
  outcome: Float64Array,
  spec: DriverSpec,
  data: FitData,
): RefusalCode | null {
  if (outcome.length === 0) return "too_few_units";
  if (sample.months < 2) return "one_month";
  if (outcome.every((value) => value === outcome[0])) return "outcome_never_varies";
  if (spec.effects.includes("employee") && sample.employees < 2) return whyOnePerson(data);
  return sample.accounts < 2 ? "too_few_units" : null;
}

/** People for what belongs to people, accounts that had one for handovers. */
function unitsOf(
  name: ExposureName,
  { panel }: FitData,
  rows: Int32Array,
  column: Float64Array,
  employees: number,
): number {
  if (!name.includes("handover") && name !== "vacancy") return employees;
  const accounts = new Set<number>();
  for (let i = 0; i < rows.length; i++) if (column[i]! > 0) accounts.add(panel.account[rows[i]!]!);
  return accounts.size;
}

const asItIs: AnswerCorrection = { reliability: 1, variance: 0 };

/** What surveys say is an expectation from a model: the slope on it is set right for that, and less sure. */
function correctionOf(
  name: ExposureName,
  spec: DriverSpec,
  data: FitData,
  fit: WithinFit,
  own: CoefficientEstimate,
): AnswerCorrection {
  const thoughts = name === "engagement" ? data.engagement : name === "values_alignment" ? data.values : null;
  if (!thoughts) return asItIs;
  const within = spec.effects.includes("employee") ? "person" : "month";
  return correctForAnswers(thoughts, fit.ownerMonths, own.estimate, within);
}

function corrected(
  own: CoefficientEstimate,
  { reliability, variance }: AnswerCorrection,
): CoefficientEstimate {
  if (reliability === 1 && variance === 0) return own;
  const estimate = own.estimate / reliability;
  const standardError = Math.hypot(own.standardError / reliability, Math.sqrt(variance));
  const half = ((own.interval.upper - own.interval.lower) / 2 / own.standardError) * standardError;
  const tStatistic = estimate / standardError;
  return {
    ...own,
    estimate,
    standardError,
    interval: { ...own.interval, lower: estimate - half, upper: estimate + half },
    tStatistic,
    pValue: 2 * studentTCdf(Math.abs(tStatistic), own.degreesOfFreedom, { upper: true }),
  };
}

/** Shuffled slopes stand beside the corrected one. */
function dividedBy(reliability: number, { estimate, lower, upper, p }: ShuffledSlopes): ShuffledSlopes {
  return { estimate: estimate / reliability, lower: lower / reliability, upper: upper / reliability, p };
}

function covarianceOf(
  spec: DriverSpec,
  fit: WithinFit,
  effects: readonly DriverEffect[],
  corrections: ReadonlyMap<string, AnswerCorrection>,
) {
  const k = fit.coefficients.length;
  const at = effects.map(({ exposure }) => fit.coefficients.findIndex((one) => one.name === exposure));
  const by = effects.map(({ exposure }) => corrections.get(exposure) ?? asItIs);
  return {
    keys: effects.map((effect) => keyOf(spec, effect.exposure)),
    values: at.flatMap((i, a) =>
      at.map(
        (j, b) =>
          fit.covariance[i + j * k]! / (by[a]!.reliability * by[b]!.reliability) +
          (a === b ? by[a]!.variance : 0),
      ),
    ),
  };
}

function prefixed(unknown: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(unknown).map(([name, count]) => [`unknown_${name}`, count]));
}
