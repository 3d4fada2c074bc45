/** What a departure's handover is expected to do to the revenue of the accounts handed over, from the stored analyses. */
import {
  type DriverEffect,
  type Grade,
  grades,
  type IntervalEstimate,
  isRefusedEffect,
  type RefusalCode,
  type SpecResult,
  type Verdict,
} from "../drivers/result";

/** Months from the handover that one measured effect stands for. */
const windows = [
  { exposure: "departure_handover_0_2", from: 0, to: 2 },
  { exposure: "departure_handover_3_11", from: 3, to: 11 },
  { exposure: "departure_handover_12_17", from: 12, to: 17 },
] as const;
/** Where both have an answer, the design that earns a word of cause is taken. */
const sources = ["handovers", "revenue"] as const;

export interface EffectWindow extends IntervalEstimate {
  readonly from: number;
  readonly to: number;
  /** In percent of the account's monthly revenue. */
  readonly key: string;
  readonly grade: Grade;
  readonly verdict: Verdict;
}

export interface EffectHorizon {
  readonly months: 12 | 18;
  /** Minor units, below zero for a loss. */
  readonly revenueMinor: IntervalEstimate;
  readonly marginMinor: IntervalEstimate;
  /** Of what the months would have brought. */
  readonly percent: IntervalEstimate;
}

export type LeaveEffect =
  | { readonly isMeasured: false; readonly reason: RefusalCode | "not_computed" | "too_few" }
  | {
      readonly isMeasured: true;
      readonly source: (typeof sources)[number];
      /** The weakest of the windows. */
      readonly grade: Grade;
      /** Whether the first year's interval leaves out that nothing happens. */
      readonly isClear: boolean;
      readonly asOf: string;
      readonly windows: readonly EffectWindow[];
      readonly horizons: readonly EffectHorizon[];
    };

interface Exposed {
  /** Over the last twelve months, of the accounts that would be handed over. */
  readonly revenueMinor: bigint;
  readonly marginMinor: bigint;
}

/**
 * Revenue of a year ÷ 12 × Σ months × effect, with the interval by the delta method from the covariance of the windows'
 * estimates: they come from the same handovers and go up and down together. The margin is taken to move as revenue does.
 */
export function expectLeaveEffect(results: readonly SpecResult[], exposed: Exposed): LeaveEffect {
  for (const source of sources) {
    const found = measuredBy(results.find((result) => result.spec === source));
    if (!found) continue;
    const { result, effects } = found;
    const horizons = ([12, 18] as const).flatMap((months) => {
      const used = effects.filter(({ window }) => window.to < months);
      return lastMonth(used) === months - 1 ? [horizonOf(result, used, months, exposed)] : [];
    });
    const [year] = horizons;
    if (!year) continue;
    return {
      isMeasured: true,
      source,
      grade: grades.findLast((grade) => effects.some(({ effect }) => effect.grade === grade))!,
      isClear: year.percent.lower > 0 || year.percent.upper < 0,
      asOf: result.asOf,
      windows: effects.map(({ effect, window }) => ({
        from: window.from,
        to: window.to,
        key: effect.key,
        grade: effect.grade,
        verdict: effect.verdict,
        estimate: effect.estimate,
        lower: effect.lower,
        upper: effect.upper,
      })),
      horizons,
    };
  }
  return { isMeasured: false, reason: whyNot(results) };
}

interface Used {
  readonly effect: DriverEffect;
  readonly window: (typeof windows)[number];
}

/** The effects on revenue, where the first year is covered and enough handovers stand behind it. */
function measuredBy(result: SpecResult | undefined): { result: SpecResult; effects: Used[] } | null {
  if (!result || result.refused) return null;
  const effects = windows.flatMap((window): Used[] => {
    const effect = result.effects.find(
      (one) => one.outcome === "revenue" && one.exposure === window.exposure,
    );
    return effect && !isRefusedEffect(effect) && effect.verdict !== "side_by_side"
      ? [{ effect, window }]
      : [];
  });
  return lastMonth(effects.slice(0, 2)) === 11 ? { result, effects } : null;
}

/** Last month that the windows reach without a gap; −1 for none. */
function lastMonth(used: readonly Used[]): number {
  return used.reduce((last, { window }) => (window.from === last + 1 ? window.to : last), -1);
}

function horizonOf(
  result: SpecResult,
  used: readonly Used[],
  months: 12 | 18,
  { revenueMinor, marginMinor }: Exposed,
): EffectHorizon {
  const weights = used.map(({ window }) => (window.to - window.from + 1) / months);
  const estimate = used.reduce((sum, { effect }, at) => sum + weights[at]! * effect.estimate, 0);
  let variance = 0;
  used.forEach((a, i) => {
    used.forEach((b, j) => {
      variance += weights[i]! * weights[j]! * covarianceOf(result, a.effect, b.effect);
    });
  });
  const half = 1.959964 * Math.sqrt(Math.max(0, variance));
  const percent = { estimate, lower: estimate - half, upper: estimate + half };
  const of = (yearMinor: bigint): IntervalEstimate => {
    const perPercent = (Number(yearMinor) / 12) * months * 0.01;
    const ends = [percent.lower * perPercent, percent.upper * perPercent];
    return { estimate: estimate * perPercent, lower: Math.min(...ends), upper: Math.max(...ends) };
  };
  return { months, percent, revenueMinor: of(revenueMinor), marginMinor: of(marginMinor) };
}

/** In percent². Without a stored covariance the windows are taken to go together entirely, which is the widest. */
function covarianceOf(result: SpecResult, a: DriverEffect, b: DriverEffect): number {
  const keys = result.covariance?.keys ?? [];
  const row = keys.indexOf(a.key);
  const column = keys.indexOf(b.key);
  if (row < 0 || column < 0) return a.standardError * b.standardError;
  const stored = result.covariance!.values[row * keys.length + column]!;
  return stored * slopeOf(a) * slopeOf(b);
}

/** d(percent)/d(model estimate): 100·(e^b − 1) has the slope 100·e^b. */
function slopeOf({ model, estimate }: DriverEffect): number {
  return model.scale === "log" ? 100 + estimate : estimate / model.estimate;
}

function whyNot(results: readonly SpecResult[]): RefusalCode | "not_computed" | "too_few" {
  const asked = results.filter(({ spec }) => (sources as readonly string[]).includes(spec));
  if (asked.length === 0) return "not_computed";
  for (const result of asked) {
    if (result.refused) return result.refused.code;
    for (const effect of result.effects) {
      const isOurs =
        effect.outcome === "revenue" && windows.some(({ exposure }) => exposure === effect.exposure);
      if (isOurs && isRefusedEffect(effect)) return effect.refused.code;
    }
  }
  return "too_few";
}
