/** From what the analysis `handovers` says to what its page draws for one cause. */

import { fewestUnits, fewUnits } from "../drivers/fits/grade-effect";
import {
  type DriverEffect,
  type EventStudy,
  type EventStudyPoint,
  isRefusedEffect,
  type SpecResult,
} from "../drivers/result";
import type { SentenceEffect } from "../drivers/ui/prepare-driver-sentence";

export const causes = ["departure", "planned", "account_request"] as const;
export type Cause = (typeof causes)[number];
export const handoverOutcomes = ["satisfaction", "revenue", "churn"] as const;
export type HandoverOutcome = (typeof handoverOutcomes)[number];

/** What the months before the handover say. `unseen`: flat, but a drift as large as the effect could hide in it. */
export type PreTrend = "flat" | "not_flat" | "unseen" | "unknown";

export interface OutcomeStudy {
  readonly outcome: HandoverOutcome;
  readonly scale: EventStudy["scale"];
  readonly treatedAccounts: number;
  readonly comparisonAccounts: number;
  /** Under 10 accounts nothing is drawn; under 30 the study is marked weak. */
  readonly strength: "shown" | "weak" | "too_few";
  readonly points: readonly EventStudyPoint[];
  readonly preTrend: EventStudy["preTrend"];
  readonly preTrendSays: PreTrend;
  /** Of the windows after the handover: the one furthest from zero, and the last. */
  readonly deepest: EventStudyPoint | null;
  readonly last: EventStudyPoint | null;
  /** The study summed up, with grade and verdict. */
  readonly sayings: readonly Saying[];
}

/** One sentence. `key` leads to the full result, where the analysis declares one. */
export interface Saying {
  readonly key: string | null;
  readonly effect: SentenceEffect;
}

export function readCause(value: string | null): Cause {
  return causes.find((cause) => cause === value) ?? "departure";
}

export function prepareHandovers(result: SpecResult, cause: Cause): readonly OutcomeStudy[] {
  return handoverOutcomes.flatMap((outcome) => {
    const study = result.eventStudies.find((one) => one.outcome === outcome && one.cause === cause);
    return study ? [prepareStudy(study, outcome, effectsOf(result, outcome))] : [];
  });
}

/** How many accounts each cause has, so that the switch can say it. */
export function accountsByCause(result: SpecResult): Readonly<Record<Cause, number>> {
  const most = (cause: Cause) =>
    Math.max(
      0,
      ...result.eventStudies.filter((one) => one.cause === cause).map((one) => one.treatedAccounts),
    );
  return {
    departure: most("departure"),
    planned: most("planned"),
    account_request: most("account_request"),
  };
}

function prepareStudy(
  study: EventStudy,
  outcome: HandoverOutcome,
  effects: readonly DriverEffect[],
): OutcomeStudy {
  const { scale, treatedAccounts, comparisonAccounts, preTrend } = study;
  const strength = treatedAccounts < fewestUnits ? "too_few" : treatedAccounts < fewUnits ? "weak" : "shown";
  const points = strength === "too_few" ? [] : [...study.points].sort((a, b) => a.from - b.from);
  const after = points.filter((point) => point.from >= 0);
  const deepest = after.reduce<EventStudyPoint | null>(
    (furthest, point) =>
      furthest && Math.abs(furthest.estimate) >= Math.abs(point.estimate) ? furthest : point,
    null,
  );
  return {
    outcome,
    scale,
    treatedAccounts,
    comparisonAccounts,
    strength,
    points,
    preTrend,
    preTrendSays: whatBeforeSays(preTrend, deepest),
    deepest,
    last: after.at(-1) ?? null,
    sayings:
      strength === "too_few" ? [] : study.cause === "departure" ? effects.map(declared) : associated(study),
  };
}

function whatBeforeSays(preTrend: EventStudy["preTrend"], deepest: EventStudyPoint | null): PreTrend {
  if (!preTrend || Number.isNaN(preTrend.p)) return "unknown";
  if (preTrend.p < 0.05) return "not_flat";
  const couldHide =
    preTrend.detectableDrift !== null && preTrend.detectableDrift > Math.abs(deepest?.estimate ?? 0);
  return couldHide ? "unseen" : "flat";
}

function effectsOf(result: SpecResult, outcome: HandoverOutcome): readonly DriverEffect[] {
  return result.effects.filter(
    (effect): effect is DriverEffect => effect.outcome === outcome && !isRefusedEffect(effect),
  );
}

const declared = (effect: DriverEffect): Saying => ({ key: effect.key, effect });

/**
 * Somebody chose to hand these accounts over: the first window goes along with the outcome at most, and only where the band
 * for all windows leaves zero out.
 */
function associated({ outcome, points }: EventStudy): readonly Saying[] {
  const first = points.find((point) => point.from === 0 && point.to === 2);
  if (!first || first.bandLower === null || first.bandUpper === null) return [];
  const isApart = first.bandLower > 0 || first.bandUpper < 0;
  const standardError = (first.upper - first.lower) / (2 * 1.96);
  const effect: SentenceEffect = {
    outcome,
    exposure: "other_handover_0_2",
    per: 1,
    estimate: first.estimate,
    lower: first.lower,
    upper: first.upper,
    grade: "C",
    verdict: isApart ? "goes_with" : "none",
    // With 80 % power: the quantiles 0.975 and 0.8 together.
    minimumDetectable: 2.802 * standardError,
  };
  return [{ key: null, effect }];
}
