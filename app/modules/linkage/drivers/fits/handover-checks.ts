/** What could have refuted the event study: months before, a false date, who answers, another estimator. */
import { moments } from "~/stats/proportions/moments";
import { isRefusal } from "~/stats/result";
import type { Check } from "../result";
import { dynamicEffects } from "./dynamic-effects";
import { asCoefficient, preTrendOf, type WindowEffect, windowEffects } from "./event-windows";
import type { FitData } from "./fit-data";
import { beforeOf } from "./handover-curve";
import { studyMonths } from "./handover-outcomes";
import { baseMonth, noticeMonths, type Study, span } from "./handover-studies";
import type { HandoverStretch } from "./handover-timeline";
import { type InteractionWeighted, interactionWeighted } from "./interaction-weighted";
import { type NaturalScale, percentScale } from "./natural-scale";

export function checksOf(
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
export function otherEstimates({ panel }: FitData, stretches: readonly HandoverStretch[], study: Study) {
  if (study.outcome === "churn") return [];
  const windows = study.effects.map(([, { from, to }]) => span(from, to));
  const outcome = study.outcome === "satisfaction" ? "answers" : "revenue";
  return interactionWeighted(panel, stretches, outcome, windows, noticeMonths);
}

export function crossCheck(
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
export function spreadOf(
  { panel }: FitData,
  stretches: readonly HandoverStretch[],
  outcome: "satisfaction" | "revenue",
): number {
  const values = studyMonths(panel, stretches, outcome === "satisfaction" ? "answers" : outcome).map(
    ({ value }) => value,
  );
  return Math.sqrt(moments(values).variance);
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
