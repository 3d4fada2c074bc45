import { ArgumentError, requireCount, requireOpenProbability } from "../arguments";
import { normalQuantile } from "../distributions/normal";
import { type Estimate, isRefusal, type Refusal, refuse } from "../result";

export interface Answers {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

export interface NpsOptions {
  readonly level?: number;
  /** "auto" is the trinomial Wald interval, or the adjusted one when n < 30 or a share is 0 or 1. */
  readonly method?: "auto" | "wald" | "adjusted-wald";
}

export interface NetPromoterScore extends Estimate {
  /** Where the interval is centred before it is clamped: the score itself, or the adjusted score. */
  readonly centre: number;
  /** With n − 1 in place of n; NaN at n = 1. */
  readonly standardErrorUnbiased: number;
}

/**
 * Net Promoter Score, 100·(p − d), on −100 … 100.
 *
 * Trinomial standard error 100·√((p + d − (p − d)²)/n). Adjusted Wald adds ¾ promoters, 1½ passives and ¾ detractors and
 * uses n + 3 in both centre and error. Limits are clamped to ±100. df: Infinity.
 * Source: Rocks (2016), American Statistician 70, 365. R: `100 * sqrt((p + d - (p - d)^2) / n)`.
 * Throws if a count is no whole number or level is outside (0, 1). Refuses: no-base without answers.
 */
export function netPromoterScore(answers: Answers, options: NpsOptions = {}): NetPromoterScore | Refusal {
  const { level = 0.95, method = "auto" } = options;
  const { promoters, passives, detractors } = answers;
  requireCount(promoters, "promoters");
  requireCount(passives, "passives");
  requireCount(detractors, "detractors");
  requireOpenProbability(level, "level");
  if (!["auto", "wald", "adjusted-wald"].includes(method))
    throw new ArgumentError("method", `unknown: ${method}`);
  const n = promoters + passives + detractors;
  if (n === 0) return refuse("no-base", { n });
  const extreme = promoters === 0 || detractors === 0 || promoters === n || detractors === n;
  const adjusted = method === "adjusted-wald" || (method === "auto" && (n < 30 || extreme));
  const add = adjusted ? 0.75 : 0;
  const { score: centre, standardError } = trinomial(promoters + add, detractors + add, n + 4 * add);
  const plain = trinomial(promoters, detractors, n);
  const reach = normalQuantile((1 - level) / 2, { upper: true }) * standardError;
  return {
    estimate: plain.score,
    standardError,
    interval: { lower: Math.max(-100, centre - reach), upper: Math.min(100, centre + reach), level },
    degreesOfFreedom: Infinity,
    n,
    method: adjusted ? "adjusted-wald" : "trinomial-wald",
    warnings: [],
    centre,
    standardErrorUnbiased: n > 1 ? plain.standardError * Math.sqrt(n / (n - 1)) : Number.NaN,
  };
}

function trinomial(
  promoters: number,
  detractors: number,
  n: number,
): { score: number; standardError: number } {
  const p = promoters / n;
  const d = detractors / n;
  // Rounding may leave a variance of −1e−17 where all answers agree.
  const variance = Math.max(0, p + d - (p - d) ** 2);
  return { score: 100 * (p - d), standardError: 100 * Math.sqrt(variance / n) };
}

/**
 * The difference of two independent scores, first − second: error √(SE₁² + SE₂²), each by the method its own answers call
 * for, limits clamped to ±200. Source: as above. R: `sqrt(se1^2 + se2^2)`. Throws and refuses like `netPromoterScore`.
 */
export function netPromoterScoreDifference(
  first: Answers,
  second: Answers,
  options: NpsOptions = {},
): Estimate | Refusal {
  const one = netPromoterScore(first, options);
  const two = netPromoterScore(second, options);
  if (isRefusal(one)) return refuse(one.refused, { group: 1 });
  if (isRefusal(two)) return refuse(two.refused, { group: 2 });
  const standardError = Math.hypot(one.standardError, two.standardError);
  const { level } = one.interval;
  const reach = normalQuantile((1 - level) / 2, { upper: true }) * standardError;
  const centre = one.centre - two.centre;
  return {
    estimate: one.estimate - two.estimate,
    standardError,
    interval: { lower: Math.max(-200, centre - reach), upper: Math.min(200, centre + reach), level },
    degreesOfFreedom: Infinity,
    n: one.n + two.n,
    method: one.method === two.method ? one.method : `${one.method}, ${two.method}`,
    warnings: [],
  };
}
