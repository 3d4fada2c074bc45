/** What moves churn: accounts at risk month by month, exposures known before the month in which the account may be lost. */
import { generalisedLinearModel } from "~/stats/hazard/generalised-linear-model";
import { isRefusal } from "~/stats/result";
import { coxRegression } from "~/stats/survival/cox-regression";
import type { ExposureName } from "../exposures";
import type { Check, DriverEffect, RefusalCode, RefusedEffect } from "../result";
import type { DriverSpec } from "../specs";
import { describeSample } from "./describe-sample";
import { checkOf } from "./effect-check";
import { effectOf } from "./effect-of-coefficient";
import { columnOn, exposureMatrix } from "./exposure-matrix";
import type { FitData } from "./fit-data";
import { perHundredScale } from "./natural-scale";
import { isAfterUnrecordedHandover } from "./panel-outcome";
import type { SatisfactionOutlook } from "./satisfaction-outlook";
import { keyOf, refusedAnswer, refusedEffect, type SpecAnswer } from "./spec-result";
import { thinRows } from "./thin-rows";

/** Account-months at risk with everything a hazard model needs. */
export interface RiskRows {
  readonly rows: Int32Array;
  readonly names: readonly ExposureName[];
  readonly columns: readonly Float64Array[];
  readonly refused: ReadonlyMap<
    ExposureName,
    { readonly code: RefusalCode; readonly detail: Record<string, string | number> }
  >;
  /** Whole months since acquisition at the beginning and the end of the month at risk. */
  readonly entry: Float64Array;
  readonly exit: Float64Array;
  /** Month of the panel, as a number. */
  readonly month: Float64Array;
  readonly event: Uint8Array;
  readonly account: Int32Array;
  readonly lost: number;
  /** Rows left out because the whole would not fit into memory. */
  readonly sampledOut: number;
}

export function fitHazard(spec: DriverSpec, data: FitData, outlook: SatisfactionOutlook | null): SpecAnswer {
  const declared = riskRows(data, [...spec.exposures, ...spec.adjustedFor], outlook);
  const sample = describeSample(data, declared.rows, leftOutOfRisk(data, declared));
  const code = problemOf(data, declared, sample.months);
  if (code) return refusedAnswer(spec, { code, detail: {} }, sample);
  const { risk, cox } = coxOfWhatCanBeTold(declared);
  if (isRefusal(cox))
    return refusedAnswer(spec, { code: "not_identified", detail: { reason: cox.refused } }, sample);
  const scale = perHundredScale(risk.lost / risk.rows.length);
  const others = complementaryLogLog(risk);
  const uncorrected =
    spec.exposures.includes("satisfaction") && outlook ? rawSatisfaction(risk, outlook) : null;
  const effects: (DriverEffect | RefusedEffect)[] = spec.exposures.map((name) => {
    const refused = risk.refused.get(name);
    if (refused) return refusedEffect(spec, name, refused);
    const at = risk.names.indexOf(name);
    const own = cox.coefficients[at];
    if (!own || !(own.standardError > 0))
      return refusedEffect(spec, name, { code: "not_identified", detail: {} });
    const checks: Check[] = [];
    const other = others?.get(name);
    // The same effect by another model: half a standard error apart would say that the baseline matters.
    if (other) {
      const passed = Math.abs(other.estimate - own.estimate) < 0.5 * own.standardError;
      checks.push(checkOf("complementary_log_log", other, name, scale, passed));
    }
    if (name === "satisfaction" && uncorrected)
      checks.push(checkOf("uncorrected", uncorrected, name, scale, null));
    return effectOf({
      spec,
      outcome: "churn",
      exposure: name,
      scale,
      coefficient: { ...own, pValue: own.p },
      design: "association",
      sample,
      clusters: cox.clusters ?? sample.accounts,
      units: unitsOf(name, risk, at, sample),
      outcomeSd: null,
      column: risk.columns[at]!,
      checks,
    });
  });
  const estimated = effects.filter((effect): effect is DriverEffect => !("refused" in effect));
  const at = estimated.map((effect) => risk.names.indexOf(effect.exposure as ExposureName));
  return {
    sample,
    effects,
    covariance: {
      keys: estimated.map((effect) => keyOf(spec, effect.exposure)),
      values: at.flatMap((i) => at.map((j) => cox.covariance.values[i + j * risk.names.length]!)),
    },
    warnings: cox.warnings,
  };
}

/** An exposure under which nobody was ever lost, or that others say in full, is refused by itself and not with all the rest. */
function coxOfWhatCanBeTold(risk: RiskRows): { risk: RiskRows; cox: ReturnType<typeof coxRegression> } {
  const cox = coxWithinMonths(risk);
  const named = isRefusal(cox) && Array.isArray(cox.detail["names"]) ? (cox.detail["names"] as string[]) : [];
  const left = risk.names.filter((name) => !named.includes(name));
  if (named.length === 0 || left.length === 0) return { risk, cox };
  const refused = new Map(risk.refused);
  const reason = isRefusal(cox) ? cox.refused : "";
  for (const name of risk.names) {
    if (named.includes(name)) refused.set(name, { code: "not_identified", detail: { reason } });
  }
  return coxOfWhatCanBeTold({
    ...risk,
    names: left,
    columns: left.map((name) => risk.columns[risk.names.indexOf(name)]!),
    refused,
  });
}

/** Months that are no stay although nobody was lost in them, by reason. */
export function leftOutOfRisk({ panel }: FitData, { sampledOut }: RiskRows): Record<string, number> {
  let before = 0;
  for (const month of panel.month) if (month < panel.lossesFrom) before += 1;
  return {
    before_losses_were_recorded: before,
    after_last_record: panel.rowsAfterRecords,
    sampled_out: sampledOut,
  };
}

/** Months since acquisition at which a new band begins: accounts of one band share a baseline. */
const ageBands = [6, 12, 24, 36, 60, 96];

/**
 * Accounts at risk in the same month and of about the same age are compared. With age alone as the clock, whatever the
 * whole company goes through in a year is laid on exposures that rise or fall over the years.
 */
function coxWithinMonths({ month, event, columns, names, entry, account }: CoxRisk) {
  return coxRegression(
    {
      entry: month,
      exit: month.map((at) => at + 1),
      event,
      covariates: columns,
      names,
      strata: Int32Array.from(entry, (age) => ageBands.filter((from) => age >= from).length),
    },
    { cluster: account },
  );
}
type CoxRisk = Pick<RiskRows, "month" | "columns" | "names" | "entry"> & {
  readonly event: ArrayLike<number>;
  readonly account: ArrayLike<number>;
};

export function riskRows(
  data: FitData,
  names: readonly ExposureName[],
  outlook: SatisfactionOutlook | null,
): RiskRows {
  const { panel } = data;
  const { churnsNextMonth } = panel.columns;
  const candidates: number[] = [];
  for (let row = 0; row < panel.rows; row++) {
    if (
      !Number.isNaN(churnsNextMonth[row]!) &&
      panel.month[row]! >= panel.acquiredMonth[row]! &&
      !isAfterUnrecordedHandover(data, row, "churn")
    )
      candidates.push(row);
  }
  const rows = thinRows(panel, Int32Array.from(candidates));
  const read = names.filter((name) => name !== "satisfaction");
  // A month without an owner has no owner's tenure: the mean stands in, and `vacancy` says so.
  const matrix = exposureMatrix(data, rows, read, "churn", { fillUnknown: true });
  const refused = new Map(matrix.refused) as Map<
    ExposureName,
    { code: RefusalCode; detail: Record<string, string | number> }
  >;
  const columns = new Map(matrix.names.map((name, at) => [name, matrix.columns[at]!]));
  if (names.includes("satisfaction")) {
    if (outlook)
      columns.set(
        "satisfaction",
        columnOn(rows, (row) => outlook.expected[row]!),
      );
    else refused.set("satisfaction", { code: "no_answers", detail: {} });
  }
  const used = names.filter((name) => columns.has(name));
  const entry = columnOn(rows, (row) => panel.month[row]! - panel.acquiredMonth[row]!);
  let lost = 0;
  const event = Uint8Array.from(rows, (row) => {
    const isLost = churnsNextMonth[row] === 1 ? 1 : 0;
    lost += isLost;
    return isLost;
  });
  return {
    rows,
    names: used,
    columns: used.map((name) => columns.get(name)!),
    refused,
    entry,
    exit: entry.map((months) => months + 1),
    month: columnOn(rows, (row) => panel.month[row]!),
    event,
    account: Int32Array.from(rows, (row) => panel.account[row]!),
    lost,
    sampledOut: candidates.length - rows.length,
  };
}

function problemOf({ panel }: FitData, risk: RiskRows, months: number): RefusalCode | null {
  if (panel.rows === 0) return "no_accounts";
  if (months < 2) return "one_month";
  if (risk.lost === 0) return "no_losses";
  if (risk.lost < 5) return "too_few_units";
  return risk.names.length === 0 ? "exposure_never_varies" : null;
}

interface Simple {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number | null;
}

/** The same on account-months, with bands of age and half-years in place of Cox's free baseline. */
function complementaryLogLog(risk: RiskRows): Map<string, Simple> | null {
  const youngest = risk.entry.reduce((least, age) => Math.min(least, age), Number.POSITIVE_INFINITY);
  const later = ageBands.filter((from) => from > youngest);
  const bands = later.map((from, at) => {
    const to = later[at + 1] ?? Number.POSITIVE_INFINITY;
    return risk.entry.map((age) => (age >= from && age < to ? 1 : 0));
  });
  const halfYears = [...new Set(risk.month.map(halfYearOf))]
    .sort((a, b) => a - b)
    .slice(1)
    .map((half) => risk.month.map((month) => (halfYearOf(month) === half ? 1 : 0)));
  // A stretch in which nothing was lost has no hazard of its own to estimate: it goes with the first.
  const own = [...bands, ...halfYears].filter((column) =>
    column.some((value, i) => value === 1 && risk.event[i] === 1),
  );
  const present = [risk.entry.map(() => 1), ...own];
  const fit = generalisedLinearModel(
    {
      response: risk.event,
      columns: [...present, ...risk.columns],
      names: [...present.map((_, at) => `band ${at}`), ...risk.names],
    },
    { family: "cloglog", cluster: risk.account },
  );
  if (isRefusal(fit)) return null;
  return new Map(
    fit.coefficients.map((one) => [
      one.name,
      { estimate: one.estimate, lower: one.interval.lower, upper: one.interval.upper, p: one.p },
    ]),
  );
}

/** The last raw answer in place of what all answers lead one to expect. */
function rawSatisfaction(risk: RiskRows, outlook: SatisfactionOutlook): Simple | null {
  const at = risk.names.indexOf("satisfaction");
  if (at < 0) return null;
  const raw = columnOn(risk.rows, (row) => outlook.raw[row]!);
  const known = Int32Array.from(risk.rows.keys()).filter((i) => !Number.isNaN(raw[i]!));
  const pick = <Column extends { [i: number]: number }>(column: Column) =>
    Float64Array.from(known, (i) => column[i]!);
  const cox = coxWithinMonths({
    month: pick(risk.month),
    entry: pick(risk.entry),
    event: pick(risk.event),
    columns: risk.columns.map((column, j) => pick(j === at ? raw : column)),
    names: risk.names,
    account: pick(risk.account),
  });
  if (isRefusal(cox)) return null;
  const own = cox.coefficients[at]!;
  return { estimate: own.estimate, lower: own.interval.lower, upper: own.interval.upper, p: own.p };
}

const halfYearOf = (month: number) => Math.floor(month / 6);

function unitsOf(
  name: ExposureName,
  risk: RiskRows,
  at: number,
  sample: { accounts: number; employees: number },
): number {
  if (name === "satisfaction") return sample.accounts;
  if (!name.includes("handover") && name !== "vacancy") return sample.employees;
  const accounts = new Set<number>();
  for (let i = 0; i < risk.rows.length; i++) if (risk.columns[at]![i]! > 0) accounts.add(risk.account[i]!);
  return accounts.size;
}
