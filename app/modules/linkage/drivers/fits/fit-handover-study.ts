/** What a handover does: Callaway–Sant'Anna against accounts not yet handed over, by cause and outcome. */
import { type AggregateEffects, aggregateEffects } from "~/stats/event-study/aggregate-effects";
import { groupTimeEffects } from "~/stats/event-study/group-time-effects";
import { simultaneousBand } from "~/stats/event-study/simultaneous-band";
import { createGenerator } from "~/stats/random/generator";
import { isRefusal, type Refusal } from "~/stats/result";
import type { ExposureName } from "../exposures";
import type { Check, DriverEffect, EventStudy, EventStudyPoint, RefusalCode, RefusedEffect } from "../result";
import type { DriverSpec } from "../specs";
import { effectOf } from "./effect-of-coefficient";
import {
  asCoefficient,
  type EventWindow,
  preTrendOf,
  type WindowEffect,
  windowEffects,
} from "./event-windows";
import { type FitData, seedOf } from "./fit-data";
import { handoverContrasts } from "./handover-contrasts";
import { type StudyOutcome, studyMonths, studyRows } from "./handover-outcomes";
import { type HandoverCause, type HandoverStretch, handoverStretches, thinned } from "./handover-timeline";
import { type InteractionWeighted, interactionWeighted } from "./interaction-weighted";
import { hazardDifferenceScale, type NaturalScale, percentScale, pointsScale } from "./natural-scale";
import { isoMonth } from "./panel-data";
import { refusedAnswer, type SpecAnswer } from "./spec-result";

type Outcome = EventStudy["outcome"];

/** Notice is given about a month ahead: the month before the handover is neither before nor after. */
const noticeMonths = 1;
const baseMonth = -1 - noticeMonths;
const latestMonth = 17;
/** Influence functions of accounts × cohorts × months: this many fit into 64 MB, twice over while they are averaged. */
const mostInfluences = 8e6;

const fewestLosses = 10;
/** Where none was lost in a window, its error of nought would claim to know the hazard. */
const fewestLossesOfAWindow = 5;

const span = (from: number, to: number, months = range(from, to)): EventWindow => ({ from, to, months });
const everyThird = [
  [-11, -9],
  [-8, -6],
  [-5, -3],
  [0, 2],
  [3, 5],
  [6, 8],
  [9, 11],
  [12, 14],
  [15, 17],
] as const;

interface Study {
  readonly outcome: Outcome;
  readonly scale: NaturalScale;
  /** Points of the curve. */
  readonly windows: readonly EventWindow[];
  /** Rows of the forest, for handovers after a departure. */
  readonly effects: ReadonlyArray<readonly [ExposureName, EventWindow]>;
}

const studies: readonly Study[] = [
  {
    outcome: "satisfaction",
    scale: pointsScale,
    // A month holds the mean of three: the last of each window is the window.
    windows: everyThird.map(([from, to]) => span(from, to, [to])),
    effects: [
      ["departure_handover_0_2", span(0, 2, [2])],
      ["departure_handover_3_5", span(3, 5, [5])],
      ["departure_handover_6_11", span(6, 11, [8, 11])],
    ],
  },
  {
    outcome: "revenue",
    scale: percentScale,
    windows: everyThird.map(([from, to]) => span(from, to)),
    effects: [
      ["departure_handover_0_2", span(0, 2)],
      ["departure_handover_3_11", span(3, 11)],
      ["departure_handover_12_17", span(12, 17)],
    ],
  },
  {
    outcome: "churn",
    scale: hazardDifferenceScale,
    windows: everyThird.filter(([from]) => from >= 0).map(([from, to]) => span(from, to)),
    effects: [["departure_handover_0_5", span(0, 5)]],
  },
];

const causes: readonly HandoverCause[] = ["departure", "planned", "account_request"];

export function fitHandoverStudy(spec: DriverSpec, data: FitData): SpecAnswer {
  const { panel } = data;
  if (panel.rows === 0) return refusedAnswer(spec, { code: "no_accounts", detail: {} });
  if (!panel.columns.monthsSinceHandover.some((months) => months >= 0)) {
    return refusedAnswer(spec, { code: "no_handover", detail: {} });
  }
  const eventStudies: EventStudy[] = [];
  const effects: (DriverEffect | RefusedEffect)[] = [];
  const keys: string[] = [];
  const influences: Float64Array[] = [];
  const mostAccounts = Math.floor(mostInfluences / monthsOf(data) ** 2);
  for (const cause of causes) {
    const stretches = thinned(handoverStretches(panel, cause), mostAccounts);
    const treated = stretches.filter(({ handedOver }) => Number.isFinite(handedOver));
    for (const declared of studies) {
      const study = withLosses(declared, data, stretches);
      if (!study) {
        if (cause === "departure") effects.push(...refusedStudy(spec, declared, 0, data));
        continue;
      }
      const fit = dynamicEffects(data, stretches, study.outcome);
      if (isRefusal(fit)) {
        if (cause === "departure") effects.push(...refusedStudy(spec, study, treated.length, data));
        continue;
      }
      const windows = windowEffects(fit, study.windows);
      eventStudies.push(curveOf(spec, study, cause, stretches, fit, windows));
      if (cause !== "departure") continue;
      const checks = study.outcome === "churn" ? [] : checksOf(data, stretches, study, windows);
      const others = otherEstimates(data, stretches, study);
      const outcomeSd = study.outcome === "churn" ? null : spreadOf(data, stretches, study.outcome);
      const sample = { ...sampleOf(data, stretches), months: fit.effects.length };
      for (const [at, [exposure, window]] of study.effects.entries()) {
        const [found] = windowEffects(fit, [window]);
        if (!found) {
          effects.push(refusedWindow(spec, study.outcome, exposure, "not_identified"));
          continue;
        }
        const effect = effectOf({
          spec,
          outcome: study.outcome,
          exposure,
          scale: study.scale,
          coefficient: asCoefficient(found),
          design: "event_study",
          sample,
          clusters: stretches.length,
          units: treated.length,
          outcomeSd,
          column: null,
          checks: [...checks, ...crossCheck(found, others[at], study.scale)],
          isBlindToTrend: study.outcome === "churn",
        });
        effects.push({ ...effect, key: `${spec.name}.${study.outcome}.${exposure}` });
        keys.push(`${spec.name}.${study.outcome}.${exposure}`);
        influences.push(found.influence);
      }
    }
  }
  const all = thinned(handoverStretches(panel, "departure"), mostAccounts);
  return {
    sample: sampleOf(data, all),
    effects,
    eventStudies,
    handoverContrasts: handoverContrasts(data),
    covariance: { keys, values: crossProducts(influences) },
    warnings: handoverStretches(panel, "departure").length > mostAccounts ? ["sampled"] : [],
  };
}

function monthsOf({ panel }: FitData): number {
  return new Set(panel.month).size;
}

/** Losses of accounts that were handed over, by months since. */
function lossesAfter({ panel }: FitData, stretches: readonly HandoverStretch[]): Map<number, number> {
  const losses = new Map<number, number>();
  for (const { from, to, handedOver } of stretches) {
    for (let row = from; row < to; row++) {
      const since = panel.month[row]! - handedOver;
      if (since >= 0 && panel.columns.churnsNextMonth[row] === 1)
        losses.set(since, (losses.get(since) ?? 0) + 1);
    }
  }
  return losses;
}

/** The study with the windows in which something was lost, or null where nearly nothing was. */
function withLosses(study: Study, data: FitData, stretches: readonly HandoverStretch[]): Study | null {
  if (study.outcome !== "churn") return study;
  const losses = lossesAfter(data, stretches);
  const within = (months: readonly number[]) =>
    months.reduce((sum, month) => sum + (losses.get(month) ?? 0), 0);
  if (within([...losses.keys()]) < fewestLosses) return null;
  return { ...study, windows: study.windows.filter(({ months }) => within(months) >= fewestLossesOfAWindow) };
}

/** Effects by months since the handover; a refusal where nobody was handed over or nobody is left to compare with. */
function dynamicEffects(
  { panel }: FitData,
  stretches: readonly HandoverStretch[],
  outcome: StudyOutcome,
  shift = 0,
): AggregateEffects | Refusal {
  const rows = studyRows(panel, stretches, outcome, shift);
  if (rows.unit.length === 0) return { refused: "too-few-observations", detail: {} };
  const fit = groupTimeEffects({ ...rows, basePeriod: "universal", anticipation: noticeMonths });
  if (isRefusal(fit)) return fit;
  return aggregateEffects(fit, { by: "dynamic", earliest: everyThird[0][0], latest: latestMonth });
}

function curveOf(
  spec: DriverSpec,
  study: Study,
  cause: HandoverCause,
  stretches: readonly HandoverStretch[],
  fit: AggregateEffects,
  windows: readonly WindowEffect[],
): EventStudy {
  const band = bandOf(`${spec.name} ${study.outcome} ${cause}`, fit.clusters, windows);
  const { convert } = study.scale;
  const treated = stretches.filter(({ handedOver }) => Number.isFinite(handedOver)).length;
  const points: EventStudyPoint[] = windows.map((window, at) => {
    const { estimate, interval } = asCoefficient(window);
    return {
      from: window.from,
      to: window.to,
      estimate: convert(estimate),
      lower: convert(interval.lower),
      upper: convert(interval.upper),
      bandLower: band ? convert(band[at]!.lower) : null,
      bandUpper: band ? convert(band[at]!.upper) : null,
      treated,
      isReference: false,
    };
  });
  if (study.outcome !== "churn") {
    const from = study.outcome === "satisfaction" ? baseMonth - 2 : baseMonth;
    points.push({
      from,
      to: baseMonth,
      estimate: 0,
      lower: 0,
      upper: 0,
      bandLower: 0,
      bandUpper: 0,
      treated,
      isReference: true,
    });
    points.sort((a, b) => a.from - b.from);
  }
  const trend = study.outcome === "churn" ? null : preTrendOf(beforeOf(windows), baseMonth);
  return {
    outcome: study.outcome,
    cause,
    scale: study.scale.scale,
    treatedAccounts: treated,
    comparisonAccounts: stretches.length - treated,
    points,
    preTrend: trend
      ? { ...trend, p: trend.p, detectableDrift: Math.abs(convert(trend.detectableDrift)) }
      : null,
  };
}

/** Windows that end before the base: the ones that overlap it say nothing of their own. */
const beforeOf = (windows: readonly WindowEffect[]) => windows.filter(({ to }) => to < baseMonth);

function checksOf(
  data: FitData,
  stretches: readonly HandoverStretch[],
  study: Study,
  windows: readonly WindowEffect[],
): Check[] {
  const checks: Check[] = [];
  const trend = preTrendOf(beforeOf(windows), baseMonth);
  if (trend) {
    checks.push({
      name: "pre_trend",
      estimate: null,
      lower: null,
      upper: null,
      p: trend.p,
      passed: trend.p >= 0.05,
    });
  }
  const placebo = dynamicEffects(data, stretches, study.outcome, -12);
  const [moved] = isRefusal(placebo) ? [] : windowEffects(placebo, [study.effects[0]![1]]);
  if (moved) checks.push(windowCheck("placebo_date", moved, study.scale));
  if (study.outcome !== "satisfaction") return checks;
  const answered = dynamicEffects(data, stretches, "answered");
  const [rate] = isRefusal(answered) ? [] : windowEffects(answered, [span(0, 2)]);
  if (rate)
    checks.push(windowCheck("answer_rate", rate, { ...percentScale, convert: (share) => 100 * share }));
  return checks;
}

/** Sun and Abraham's estimator takes months as they are: its dummies need no mean of three. */
function otherEstimates({ panel }: FitData, stretches: readonly HandoverStretch[], study: Study) {
  if (study.outcome === "churn") return [];
  const windows = study.effects.map(([, { from, to }]) => span(from, to));
  const outcome = study.outcome === "satisfaction" ? "answers" : "revenue";
  return interactionWeighted(panel, stretches, outcome, windows, noticeMonths);
}

function crossCheck(
  own: WindowEffect,
  other: InteractionWeighted | null | undefined,
  { convert }: NaturalScale,
): Check[] {
  if (!other || !(other.standardError > 0)) return [];
  const { interval, pValue } = asCoefficient({ ...own, ...other });
  const apart = Math.abs(other.estimate - own.estimate);
  return [
    {
      name: "sun_abraham",
      estimate: convert(other.estimate),
      lower: convert(interval.lower),
      upper: convert(interval.upper),
      p: pValue,
      passed: apart <= 2 * Math.max(own.standardError, other.standardError),
    },
  ];
}

/** Standard deviation of the outcome over all months compared. */
function spreadOf(
  { panel }: FitData,
  stretches: readonly HandoverStretch[],
  outcome: "satisfaction" | "revenue",
): number {
  const values = studyMonths(panel, stretches, outcome === "satisfaction" ? "answers" : outcome).map(
    ({ value }) => value,
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1),
  );
}

function windowCheck(name: Check["name"], window: WindowEffect, { convert }: NaturalScale): Check {
  const { estimate, interval, pValue } = asCoefficient(window);
  return {
    name,
    estimate: convert(estimate),
    lower: convert(interval.lower),
    upper: convert(interval.upper),
    p: pValue,
    passed: pValue >= 0.05,
  };
}

function bandOf(name: string, clusters: number, windows: readonly WindowEffect[]) {
  if (windows.length === 0) return null;
  const influence = new Float64Array(clusters * windows.length);
  windows.forEach((window, at) => {
    influence.set(window.influence, at * clusters);
  });
  const band = simultaneousBand({
    effects: windows,
    influence,
    clusters,
    generator: createGenerator(seedOf(name)),
  });
  return isRefusal(band) ? null : band.intervals;
}

function sampleOf({ panel }: FitData, stretches: readonly HandoverStretch[]) {
  const owners = new Set<number>();
  let rows = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { from, to } of stretches) {
    rows += to - from;
    for (let row = from; row < to; row++) if (panel.owner[row]! >= 0) owners.add(panel.owner[row]!);
    first = Math.min(first, panel.month[from]!);
    last = Math.max(last, panel.month[to - 1]!);
  }
  const known = rows > 0;
  return {
    rows,
    accounts: stretches.length,
    employees: owners.size,
    from: known ? isoMonth(first) : null,
    to: known ? isoMonth(last) : null,
    excluded: { settling_after_an_earlier_handover: panel.rows - rows },
  };
}

function refusedStudy(spec: DriverSpec, study: Study, treated: number, data: FitData): RefusedEffect[] {
  const code: RefusalCode =
    treated > 0 ? "not_identified" : data.has.departures ? "no_handover" : "no_departures";
  return study.effects.map(([exposure]) => refusedWindow(spec, study.outcome, exposure, code));
}

function refusedWindow(
  spec: DriverSpec,
  outcome: Outcome,
  exposure: ExposureName,
  code: RefusalCode,
): RefusedEffect {
  return {
    key: `${spec.name}.${outcome}.${exposure}`,
    spec: spec.name,
    outcome,
    exposure,
    refused: { code, detail: {} },
  };
}

/** Effects of different outcomes rest on the same accounts, so that their errors go together. */
function crossProducts(columns: readonly Float64Array[]): number[] {
  return columns.flatMap((a) =>
    columns.map((b) => {
      if (a.length !== b.length) return 0;
      let sum = 0;
      for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
      return sum;
    }),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
