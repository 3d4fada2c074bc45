import { ArgumentError, requirePositive } from "../arguments";
import { gaussLegendre } from "../special/gauss-legendre";
import { logGammaRatio } from "../special/log-gamma";
import { fromUpper, type LogTails } from "../special/log-tails";
import { logRegularisedBeta } from "../special/regularised-beta";
import { invertTails } from "./invert";
import { normalCdf, normalQuantile } from "./normal";
import { pickTail, type Tail, tailsOf } from "./tail";

const LOG_SQRT_TWO_PI = 0.9189385332046728;

/** log of the density: Γ((df+1)/2)/(Γ(df/2)·√(π·df))·(1 + t²/df)^{−(df+1)/2}. R: `dt(t, df, log = TRUE)`. */
export function studentTLogDensity(t: number, df: number): number {
  return logScale(df) - logKernel(t, df);
}

/** (df + 1)/2·log(1 + t²/df), also where t² overflows. */
function logKernel(t: number, df: number): number {
  const ratio = t / Math.sqrt(df);
  const log = Math.abs(ratio) > 1e100 ? 2 * Math.log(Math.abs(ratio)) : Math.log1p(ratio * ratio);
  return ((df + 1) / 2) * log;
}

/** log of the density at 0, from the ratio of two gamma functions half a step apart. */
function logScale(df: number): number {
  return logGammaRatio(df / 2, 0.5) - 0.5 * Math.log(df / 2) - LOG_SQRT_TWO_PI;
}

/** Tails at t > 0. */
function tailsRight(t: number, df: number): LogTails {
  if (df >= 30 && t < 10 * Math.sqrt(df)) return largeDf(t, df);
  const ratio = (t / df) * t;
  // t² past the largest double: the tail is its own leading term, density at t times t/df.
  if (ratio === Infinity) return fromUpper(studentTLogDensity(t, df) + Math.log(t) - Math.log(df));
  const { logLower } = logRegularisedBeta(1 / (1 + ratio), ratio / (1 + ratio), df / 2, 0.5);
  return fromUpper(logLower - Math.LN2);
}

/**
 * From df 30 up: the density integrated, from 0 near the centre, otherwise from t to where it has fallen by e^{−42}. The
 * integrand differs little from a normal density, so the nodes give full precision however large df is.
 */
function largeDf(t: number, df: number): LogTails {
  if (t < 1) {
    const centre = gaussLegendre((u) => Math.exp(-logKernel(u, df)), 0, t, 1) * Math.exp(logScale(df));
    return { logLower: Math.log(0.5 + centre), logUpper: Math.log(0.5 - centre) };
  }
  const atStart = logKernel(t, df);
  // In v = log(u/t) the tail falls at least like exp(−slope·v) from the start and faster later, until t is past √df.
  const ratio = (t / df) * t;
  const slope = ((df + 1) * ratio) / (1 + ratio) - 1;
  const end = Math.min(
    42 / Math.max(slope, 1e-9),
    Math.log1p((Math.sqrt(t * t + 84 * (1 + ratio) * 3) - t) / t),
  );
  const area = gaussLegendre((v) => Math.exp(v - (logKernel(t * Math.exp(v), df) - atStart)), 0, end, 4);
  return fromUpper(logScale(df) - atStart + Math.log(t) + Math.log(area));
}

function tailsAt(t: number, df: number): LogTails {
  if (t === 0) return { logLower: -Math.LN2, logUpper: -Math.LN2 };
  const { logLower, logUpper } = tailsRight(Math.abs(t), df);
  return t > 0 ? { logLower, logUpper } : { logLower: logUpper, logUpper: logLower };
}

/**
 * P(T ≤ t) for Student's t with df > 0 degrees of freedom, which need not be whole; df = Infinity is the normal.
 * Source: DLMF 8.17.  R: `pt(t, df, lower.tail, log.p)`. Throws if df is not above 0 or t is NaN.
 */
export function studentTCdf(t: number, df: number, tail?: Tail): number {
  if (Number.isNaN(t)) throw new ArgumentError("t", "must be a number, got NaN");
  if (df === Infinity) return normalCdf(t, tail);
  requirePositive(df, "df");
  if (Math.abs(t) === Infinity) return normalCdf(t, tail);
  return pickTail(tailsAt(t, df), tail);
}

/**
 * Its inverse in t: started from the normal quantile corrected for df (Cornish–Fisher) or from the power law of the tail,
 * then Newton on the log scale. R: `qt(p, df, lower.tail, log.p)`. Throws if df is not above 0 or p is no probability.
 */
export function studentTQuantile(p: number, df: number, tail?: Tail): number {
  if (df === Infinity) return normalQuantile(p, tail);
  requirePositive(df, "df");
  const target = tailsOf(p, tail);
  if (target.logLower === -Infinity) return -Infinity;
  if (target.logUpper === -Infinity) return Infinity;
  if (target.logLower === target.logUpper) return 0;
  const negative = target.logLower < target.logUpper;
  const logTail = Math.min(target.logLower, target.logUpper);
  const z = -normalQuantile(logTail, { log: true });
  // Far out P ≈ density·t/df, so log t = (log scale + (df+1)/2·log df − log df − log P)/df.
  const powerLaw = (logScale(df) + ((df + 1) / 2) * Math.log(df) - Math.log(df) - logTail) / df;
  const start = z * z < df ? z + (z ** 3 + z) / (4 * df) : Math.exp(Math.min(powerLaw, 709));
  const size = invertTails({
    tails: (at) => tailsAt(at, df),
    logDensity: (at) => studentTLogDensity(at, df),
    target: { logLower: Math.log1p(-Math.exp(logTail)), logUpper: logTail },
    start,
    lowest: 0,
    highest: Infinity,
  });
  return negative ? -size : size;
}
