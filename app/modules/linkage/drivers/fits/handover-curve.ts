/** The curve of an event study, with its band and what the months before it say. */
import type { AggregateEffects } from "~/stats/event-study/aggregate-effects";
import { simultaneousBand } from "~/stats/event-study/simultaneous-band";
import { createGenerator } from "~/stats/random/generator";
import { isRefusal } from "~/stats/result";
import type { EventStudy, EventStudyPoint } from "../result";
import type { DriverSpec } from "../specs";
import { asCoefficient, preTrendOf, type WindowEffect } from "./event-windows";
import { seedOf } from "./fit-data";
import { baseMonth, type Study } from "./handover-studies";
import type { HandoverCause, HandoverStretch } from "./handover-timeline";

export function curveOf(
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
export const beforeOf = (windows: readonly WindowEffect[]) => windows.filter(({ to }) => to < baseMonth);

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
