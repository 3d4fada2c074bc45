import { ArgumentError, requireCount, requireOpenProbability } from "../arguments";
import { betaQuantile } from "../distributions/beta";
import { normalQuantile } from "../distributions/normal";
import { type Estimate, type Interval, type Refusal, refuse } from "../result";

export type ShareMethod = "wilson" | "wilson-continuity" | "clopper-pearson" | "jeffreys" | "agresti-coull";

export interface ShareOptions {
  readonly level?: number;
  /** Wilson unless said. */
  readonly method?: ShareMethod;
}

/**
 * A share, successes/n, with its interval: Wilson's score interval unless another is asked for.
 *
 * Wilson: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²))/(1 + z²/n), exactly 0 at no successes and exactly 1 at n.
 * Source: Wilson (1927); Brown, Cai and DasGupta (2001). df: Infinity. The standard error is √(p(1−p)/n).
 * R: `prop.test(x, n, correct = FALSE)$conf.int`, with correct = TRUE "wilson-continuity"; `binom.test(x, n)$conf.int`;
 * `qbeta(c(.025, .975), x + .5, n - x + .5)`.
 * Throws if a count is no whole number, successes exceed n, or level is outside (0, 1). Refuses: no-base at n = 0.
 */
export function share(successes: number, n: number, options: ShareOptions = {}): Estimate | Refusal {
  const { level = 0.95, method = "wilson" } = options;
  requireSuccesses(successes, n, "successes", "n");
  requireOpenProbability(level, "level");
  if (n === 0) return refuse("no-base", { n });
  const interval = INTERVALS[method];
  if (!interval) throw new ArgumentError("method", `is not one of ${Object.keys(INTERVALS).join(", ")}`);
  const p = successes / n;
  return {
    estimate: p,
    standardError: Math.sqrt((p * (1 - p)) / n),
    interval: { ...interval(successes, n, level), level },
    degreesOfFreedom: Infinity,
    n,
    method,
    warnings: [],
  };
}

/** Two counts, the first at most the second, under the names their caller knows them by. */
export function requireSuccesses(successes: number, n: number, successesName: string, nName: string): void {
  requireCount(successes, successesName);
  requireCount(n, nName);
  if (successes > n)
    throw new ArgumentError(successesName, `must be at most ${nName} = ${n}, got ${successes}`);
}

type Limits = Omit<Interval, "level">;
const zOf = (level: number) => normalQuantile((1 - level) / 2, { upper: true });

function wilson(x: number, n: number, level: number): Limits {
  return score(x, n, zOf(level), 0);
}

/** The score limits with p moved outwards by `shift` first. */
function score(x: number, n: number, z: number, shift: number): Limits {
  const half = (z * z) / (2 * n);
  const down = x / n - shift / n;
  const up = x / n + shift / n;
  const reach = (p: number) => z * Math.sqrt((p * (1 - p)) / n + half / (2 * n));
  return {
    lower: down <= 0 ? 0 : lowerScore(down, half, reach(down)),
    upper: up >= 1 ? 1 : 1 - lowerScore(1 - up, half, reach(up)),
  };
}

/** (p + h − reach)/(1 + 2h), as p²/((p + h + reach)) times a factor, so that a small share keeps its digits. */
function lowerScore(p: number, half: number, reach: number): number {
  return (p * p) / (p + half + reach);
}

/** R's prop.test with its continuity correction: half a case, or less where p is that close to one half. */
function wilsonContinuity(x: number, n: number, level: number): Limits {
  return score(x, n, zOf(level), Math.min(0.5, Math.abs(x - n / 2)));
}

function clopperPearson(x: number, n: number, level: number): Limits {
  const tail = (1 - level) / 2;
  return {
    lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x === n ? 1 : betaQuantile(tail, x + 1, n - x, { upper: true }),
  };
}

function jeffreys(x: number, n: number, level: number): Limits {
  const tail = (1 - level) / 2;
  return {
    lower: x === 0 ? 0 : betaQuantile(tail, x + 0.5, n - x + 0.5),
    upper: x === n ? 1 : betaQuantile(tail, x + 0.5, n - x + 0.5, { upper: true }),
  };
}

/** Not clamped: limits outside [0, 1] are this method's own. */
function agrestiCoull(x: number, n: number, level: number): Limits {
  const z = zOf(level);
  const total = n + z * z;
  const centre = (x + (z * z) / 2) / total;
  const reach = z * Math.sqrt((centre * (1 - centre)) / total);
  return { lower: centre - reach, upper: centre + reach };
}

const INTERVALS: Record<ShareMethod, (x: number, n: number, level: number) => Limits> = {
  wilson,
  "wilson-continuity": wilsonContinuity,
  "clopper-pearson": clopperPearson,
  jeffreys,
  "agresti-coull": agrestiCoull,
};
