/** What moves satisfaction and revenue: differences within the account, the month and the employee. */

import { clusteredCovariance } from "~/stats/regression/clustered-covariance";
import { type CoefficientEstimate, coefficientTable } from "~/stats/regression/coefficient-table";
import { ordinaryLeastSquares } from "~/stats/regression/ordinary-least-squares";
import { isRefusal } from "~/stats/result";
import { fixedEffectsAnswer } from "~/stats/runner/fixed-effects-answer";
import type { ExposureName } from "../exposures";
import type { Check, DriverEffect, RefusalCode, RefusedEffect } from "../result";
import type { DriverSpec } from "../specs";
import { describeSample } from "./describe-sample";
import { effectOf } from "./effect-of-coefficient";
import { readLead, readUncorrected } from "./exposure-columns";
import { columnOn, type ExposureMatrix, exposureMatrix, perOf } from "./exposure-matrix";
import type { FitData } from "./fit-data";
import { seedOf } from "./fit-data";
import { type NaturalScale, percentScale, pointsScale } from "./natural-scale";
import { keyOf, refusedAnswer, refusedEffect, type SpecAnswer } from "./spec-result";
import { thinRows } from "./thin-rows";
import { withinReliability } from "./within-reliability";

type PanelOutcome = "satisfaction" | "revenue";

const noOutcome: Readonly<Record<PanelOutcome, RefusalCode>> = {
  satisfaction: "no_answers",
  revenue: "no_revenue",
};
const scales: Readonly<Record<PanelOutcome, NaturalScale>> = {
  satisfaction: pointsScale,
  revenue: percentScale,
};

/** Levels tested in the lead check; a failure takes the grade, so that chance alone should rarely do it. */
const leadLevel = 0.05;
const fewClusters = 40;
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
  const problem = problemOf(sample, values, spec);
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
  const outcomeSd = standardDeviation(values);
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

interface WithinFit {
  readonly coefficients: readonly CoefficientEstimate[];
  readonly covariance: readonly number[];
  readonly clusters: readonly number[];
  readonly warnings: readonly string[];
  fewClusterChecks(name: ExposureName): Check[];
}

function withinFit(spec: DriverSpec, data: FitData, matrix: ExposureMatrix, outcome: Float64Array) {
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

/** What simpler reports would have said of the same rows. */
function naiveFits(
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

/** The present exposures beside those of the same owner a year later, on the rows where both are known. */
function leadFit(
  spec: DriverSpec,
  data: FitData,
  matrix: ExposureMatrix,
  outcome: Float64Array,
): Map<ExposureName, Check[]> {
  const checks = new Map<ExposureName, Check[]>();
  if (!spec.effects.includes("employee")) return checks;
  const leads = matrix.names.flatMap((name) => {
    const read = readLead(data, name);
    return read ? [{ name, column: columnOn(matrix.rows, read) }] : [];
  });
  if (leads.length === 0) return checks;
  const known = Int32Array.from(outcome.keys()).filter((i) =>
    leads.every(({ column }) => !Number.isNaN(column[i]!)),
  );
  if (known.length < 100) return checks;
  const groups = groupsOf(data, matrix.rows);
  const answer = fixedEffectsAnswer({
    outcome: pick(outcome, known),
    covariates: [...matrix.columns, ...leads.map(({ column }) => column)].map((column) =>
      pick(column, known),
    ),
    names: [...matrix.names, ...leads.map(({ name }) => `later ${name}`)],
    effects: spec.effects.map((by) => pick(groups[by], known)),
    clusters: spec.clustering.map((by) => pick(groups[by], known)),
  });
  if (isRefusal(answer)) return checks;
  const scale = scales[spec.outcome as PanelOutcome];
  for (const { name } of leads) {
    const later = answer.coefficients.find((one) => one.name === `later ${name}`);
    if (!later || !(later.standardError > 0)) continue;
    const passed = later.pValue >= leadLevel / leads.length;
    checks.set(name, [
      checkOf(
        "lead",
        {
          estimate: later.estimate,
          lower: later.interval.lower,
          upper: later.interval.upper,
          p: later.pValue,
        },
        name,
        scale,
        passed,
      ),
    ]);
  }
  return checks;
}

export function checkOf(
  name: Check["name"],
  model: { estimate: number; lower: number; upper: number; p: number | null },
  exposure: ExposureName,
  scale: NaturalScale,
  passed: boolean | null,
): Check {
  const per = perOf(exposure);
  const finite = (value: number) => (Number.isFinite(value) ? scale.convert(value * per) : null);
  return {
    name,
    estimate: finite(model.estimate),
    lower: finite(model.lower),
    upper: finite(model.upper),
    p: model.p,
    passed,
  };
}

/** For so many months a handover may show in the outcome; one that is not on record would be taken for its owner's newness. */
const handoverShows: Readonly<Record<PanelOutcome | "churn", number>> = {
  satisfaction: 12,
  revenue: 18,
  churn: 6,
};

export function isAfterUnrecordedHandover(
  { panel }: FitData,
  row: number,
  outcome: PanelOutcome | "churn",
): boolean {
  const since = panel.month[row]! - panel.unrecordedHandover[panel.account[row]!]!;
  return panel.unrecordedHandover[panel.account[row]!]! >= 0 && since >= 0 && since < handoverShows[outcome];
}

function rowsWithOutcome(data: FitData, outcome: PanelOutcome, needsOwner: boolean) {
  const { panel } = data;
  const { csatN, revenueMinor, isComplete } = panel.columns;
  const excluded = { no_outcome: 0, partial_month: 0, unrecorded_handover: 0, no_owner: 0 };
  const rows: number[] = [];
  let withOutcome = 0;
  let owned = 0;
  for (let row = 0; row < panel.rows; row++) {
    if (panel.owner[row]! >= 0) owned += 1;
    const isFirst =
      row === panel.accountStart[panel.account[row]!] && panel.month[row] === panel.acquiredMonth[row];
    if (outcome === "satisfaction" ? !(csatN[row]! > 0) : !(revenueMinor[row]! > 0)) excluded.no_outcome += 1;
    // A month begun or ended in the middle has part of a month's revenue, the first one also what is paid once.
    else if (outcome === "revenue" && (isComplete[row] !== 1 || isFirst)) excluded.partial_month += 1;
    else {
      withOutcome += 1;
      if (isAfterUnrecordedHandover(data, row, outcome)) excluded.unrecorded_handover += 1;
      else if (needsOwner && panel.owner[row]! < 0) excluded.no_owner += 1;
      else rows.push(row);
    }
  }
  const code: RefusalCode | null =
    panel.rows === 0
      ? "no_accounts"
      : withOutcome === 0
        ? noOutcome[outcome]
        : owned === 0
          ? "no_assignments"
          : null;
  return { candidates: Int32Array.from(rows), excluded, code };
}

function outcomeOf({ panel }: FitData, outcome: PanelOutcome, rows: Int32Array): Float64Array {
  const { csatN, csatSum, revenueMinor } = panel.columns;
  return Float64Array.from(rows, (row) =>
    outcome === "satisfaction"
      ? csatSum[row]! / csatN[row]!
      : Math.log(revenueMinor[row]!) - panel.logRate[row]!,
  );
}

function problemOf(
  sample: { months: number; accounts: number; employees: number },
  outcome: Float64Array,
  spec: DriverSpec,
): RefusalCode | null {
  if (outcome.length === 0) return "too_few_units";
  if (sample.months < 2) return "one_month";
  if (outcome.every((value) => value === outcome[0])) return "outcome_never_varies";
  if (spec.effects.includes("employee") && sample.employees < 2) return "same_owner";
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

function groupsOf({ panel }: FitData, rows: Int32Array) {
  return {
    account: pick(panel.account, rows),
    month: pick(panel.month, rows),
    employee: pick(panel.owner, rows),
  };
}

function pick<Column extends Int32Array | Float64Array>(column: Column, rows: Int32Array): Column {
  const picked = column instanceof Int32Array ? new Int32Array(rows.length) : new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]!]!;
  return picked as Column;
}

function countDistinct(codes: Int32Array): number {
  return new Set(codes).size;
}

function standardDeviation(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}

function prefixed(unknown: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(unknown).map(([name, count]) => [`unknown_${name}`, count]));
}
