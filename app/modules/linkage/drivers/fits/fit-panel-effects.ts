/** What moves satisfaction and revenue: differences within the account, the month and the employee. */
import { moments } from "~/stats/proportions/moments";
import type { CoefficientEstimate } from "~/stats/regression/coefficient-table";
import { isRefusal } from "~/stats/result";
import type { ExposureName } from "../exposures";
import type { DriverEffect, RefusalCode, RefusedEffect } from "../result";
import type { DriverSpec } from "../specs";
import { describeSample } from "./describe-sample";
import { effectOf } from "./effect-of-coefficient";
import { exposureMatrix } from "./exposure-matrix";
import type { FitData } from "./fit-data";
import { leadFit } from "./lead-fit";
import { naiveFits } from "./naive-fits";
import { outcomeOf, type PanelOutcome, rowsWithOutcome, scales } from "./panel-outcome";
import { keyOf, refusedAnswer, refusedEffect, type SpecAnswer } from "./spec-result";
import { thinRows } from "./thin-rows";
import { whyOnePerson } from "./why-missing";
import { type WithinFit, withinFit } from "./within-fit";
import { withinReliability } from "./within-reliability";

/** Where less than this of a change in what answers lead one to expect is the person's own, there is nothing to divide by. */
const leastReliability = 0.1;

export function fitPanelEffects(spec: DriverSpec, data: FitData): SpecAnswer {
  const outcome = spec.outcome as PanelOutcome;
  const { candidates, excluded, code } = rowsWithOutcome(data, outcome, spec.effects.includes("employee"));
  if (code) return refusedAnswer(spec, { code, detail: {} });
  const declared = [...spec.exposures, ...spec.adjustedFor];
  const chosen = thinRows(data.panel, candidates);
  const matrix = exposureMatrix(data, chosen, declared, outcome);
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
  const effects: (DriverEffect | RefusedEffect)[] = spec.exposures.map((name) => {
    const refused = matrix.refused.get(name);
    if (refused) return refusedEffect(spec, name, refused);
    const own = fit.coefficients.find((coefficient) => coefficient.name === name);
    if (!own || !(own.standardError > 0)) {
      return refusedEffect(spec, name, { code: "not_identified", detail: { reason: "rank-deficient" } });
    }
    const column = matrix.columns[matrix.names.indexOf(name)]!;
    const reliability =
      name === "engagement" && spec.effects.includes("employee") ? reliabilityWithin(data, matrix.rows) : 1;
    if (!(reliability > leastReliability)) {
      return refusedEffect(spec, name, { code: "not_identified", detail: { reliability } });
    }
    return effectOf({
      spec,
      outcome,
      exposure: name,
      scale,
      coefficient: disattenuated(own, reliability),
      design: spec.effects.includes("employee") ? "within" : "association",
      sample,
      clusters,
      units: unitsOf(name, data, matrix.rows, column, sample.employees),
      outcomeSd,
      column,
      checks: [...(leads.get(name) ?? []), ...fit.fewClusterChecks(name), ...(naive.get(name) ?? [])],
    });
  });
  const estimated = effects.filter((effect): effect is DriverEffect => !("refused" in effect));
  return { sample, effects, covariance: covarianceOf(spec, fit, estimated), warnings: fit.warnings };
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

/** λ of the engagement of the owners of these rows. */
function reliabilityWithin({ panel, engagement }: FitData, rows: Int32Array): number {
  const weights = new Map<number, Map<number, number>>();
  for (const row of rows) {
    const months = weights.get(panel.owner[row]!) ?? new Map<number, number>();
    weights.set(panel.owner[row]!, months.set(panel.month[row]!, (months.get(panel.month[row]!) ?? 0) + 1));
  }
  return engagement ? withinReliability(engagement, weights) : 1;
}

function disattenuated(own: CoefficientEstimate, reliability: number): CoefficientEstimate {
  const { interval } = own;
  return {
    ...own,
    estimate: own.estimate / reliability,
    standardError: own.standardError / reliability,
    interval: { ...interval, lower: interval.lower / reliability, upper: interval.upper / reliability },
  };
}

function covarianceOf(spec: DriverSpec, fit: WithinFit, effects: readonly DriverEffect[]) {
  const k = fit.coefficients.length;
  const at = effects.map((effect) => fit.coefficients.findIndex((one) => one.name === effect.exposure));
  return {
    keys: effects.map((effect) => keyOf(spec, effect.exposure)),
    values: at.flatMap((i) => at.map((j) => fit.covariance[i + j * k]!)),
  };
}

function prefixed(unknown: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(unknown).map(([name, count]) => [`unknown_${name}`, count]));
}
