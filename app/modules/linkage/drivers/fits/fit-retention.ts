/** How long accounts stay, by who serves them: survival curves whose groups change with the months, so that nobody is immortal. */

import { sampleQuantile } from "~/stats/resampling/sample-quantile";
import { isRefusal } from "~/stats/result";
import { kaplanMeierByGroup, type SurvivalCurve } from "~/stats/survival/kaplan-meier";
import { logRankTest } from "~/stats/survival/log-rank";
import { medianSurvival } from "~/stats/survival/survival-quantile";
import type { RetentionCurves, RetentionGroup } from "../result";
import type { DriverSpec } from "../specs";
import { describeSample } from "./describe-sample";
import type { FitData } from "./fit-data";
import { leftOutOfRisk, type RiskRows, riskRows } from "./fit-hazard";
import { refusedAnswer, type SpecAnswer } from "./spec-result";

/** A curve begins where so many are at risk: one loss among two would take it to a half for good. */
const fewestAtRisk = 10;
const mostPoints = 48;

interface Grouping {
  readonly grouping: RetentionCurves["grouping"];
  readonly cuts: readonly number[];
  readonly keys: readonly string[];
  readonly value: (row: number) => number;
}

export function fitRetention(spec: DriverSpec, data: FitData): SpecAnswer {
  const risk = riskRows(data, [], null);
  const sample = describeSample(data, risk.rows, leftOutOfRisk(data, risk));
  if (risk.rows.length === 0) return refusedAnswer(spec, { code: "no_accounts", detail: {} });
  if (risk.lost === 0) return refusedAnswer(spec, { code: "no_losses", detail: {} }, sample);
  return { sample, retention: groupingsOf(data, risk.rows).map((grouping) => curvesOf(risk, grouping)) };
}

function groupingsOf({ panel }: FitData, rows: Int32Array): Grouping[] {
  const { tenureMonths, trainingHours, handovers12m } = panel.columns;
  const hours = Float64Array.from(rows, (row) => trainingHours[row]!).filter((value) => !Number.isNaN(value));
  const thirds = hours.length > 0 ? [sampleQuantile(hours, 1 / 3), sampleQuantile(hours, 2 / 3)] : [];
  const groupings: Grouping[] = [
    {
      grouping: "tenure_band",
      cuts: [6, 24, 60],
      keys: ["0-6", "6-24", "24-60", "60+"],
      value: (row) => tenureMonths[row]!,
    },
    { grouping: "handovers", cuts: [1, 2], keys: ["0", "1", "2+"], value: (row) => handovers12m[row]! },
  ];
  if (thirds.length === 2 && thirds[1]! > thirds[0]!) {
    groupings.splice(1, 0, {
      grouping: "training_band",
      cuts: thirds,
      keys: ["low", "middle", "high"],
      value: (row) => trainingHours[row]!,
    });
  }
  return groupings;
}

function curvesOf(risk: RiskRows, { grouping, cuts, keys, value }: Grouping): RetentionCurves {
  const episodes = episodesOf(risk, (row) => {
    const at = value(row);
    return Number.isNaN(at) ? -1 : cuts.filter((cut) => at >= cut).length;
  });
  const rows = { entry: episodes.entry, exit: episodes.exit, event: episodes.event };
  const curves = kaplanMeierByGroup(rows, episodes.group, { minimumAtRisk: fewestAtRisk });
  const groups: RetentionGroup[] = curves.flatMap(({ group, curve }) => {
    if (isRefusal(curve)) return [];
    const code = Number(group);
    return [
      {
        key: keys[code]!,
        accounts: episodes.accounts[code]!.size,
        lost: curve.eventTotal,
        medianMonths: medianSurvival(curve).estimate,
        curve: pointsOf(curve),
      },
    ];
  });
  groups.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
  const test = groups.length > 1 ? logRankTest(rows, episodes.group) : null;
  return {
    grouping,
    cuts,
    groups,
    logRank:
      test && !isRefusal(test)
        ? { statistic: test.statistic, degreesOfFreedom: test.degreesOfFreedom, p: test.p, q: null }
        : null,
  };
}

/** Months in a row in the same group are one stretch at risk; `group` −1 leaves a month out. */
function episodesOf(risk: RiskRows, group: (row: number) => number) {
  const entry: number[] = [];
  const exit: number[] = [];
  const event: number[] = [];
  const groups: number[] = [];
  const accounts: Set<number>[] = [];
  let last = -1;
  for (let i = 0; i < risk.rows.length; i++) {
    const code = group(risk.rows[i]!);
    if (code < 0) {
      last = -1;
      continue;
    }
    accounts[code] ??= new Set();
    accounts[code].add(risk.account[i]!);
    const goesOn =
      last >= 0 &&
      groups[last] === code &&
      risk.account[i] === risk.account[i - 1] &&
      exit[last] === risk.entry[i];
    if (goesOn) {
      exit[last] = risk.exit[i]!;
      event[last] = risk.event[i]!;
      continue;
    }
    entry.push(risk.entry[i]!);
    exit.push(risk.exit[i]!);
    event.push(risk.event[i]!);
    groups.push(code);
    last = groups.length - 1;
  }
  return { entry, exit, event, group: groups, accounts };
}

export function pointsOf(
  curve: Pick<SurvivalCurve, "times" | "survival" | "lower" | "upper" | "atRisk">,
): RetentionGroup["curve"] {
  const step = Math.max(1, Math.ceil(curve.times.length / mostPoints));
  const points: RetentionGroup["curve"][number][] = [];
  for (let at = 0; at < curve.times.length; at += step) {
    const estimate = curve.survival[at]!;
    const limit = (value: number) => (Number.isNaN(value) ? estimate : value);
    points.push({
      month: curve.times[at]!,
      estimate,
      lower: limit(curve.lower[at]!),
      upper: limit(curve.upper[at]!),
      atRisk: curve.atRisk[at]!,
    });
  }
  return points;
}
