import { ArgumentError, requirePositive, requireProbability } from "../arguments";
import { gaussLegendre } from "./gauss-legendre";
import { logBeta } from "./log-beta";
import { logGammaOnePlus, logGammaRatio } from "./log-gamma";
import { fromLower, fromUpper, type LogTails } from "./log-tails";
import { log1pMinusX } from "./log1p-minus-x";
import { stirlingError } from "./stirling";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** log of x^a·y^b/B(a, b), y = 1 − x, in Loader's form once both parameters are at least 1. */
export function logBetaTerm(x: number, y: number, a: number, b: number): number {
  if (Math.min(a, b) < 1) return a * logOf(x, y) + b * logOf(y, x) - logBeta(a, b);
  const offset = a * y - b * x;
  // The two excesses cancel; far from the mean they are left out, near it they are taken out of each logarithm.
  const far = Math.abs(offset) > 0.4 * Math.min(a, b);
  const exponent = far
    ? a * logOfRatio(x * (1 + b / a), -offset / a) + b * logOfRatio(y * (1 + a / b), offset / b)
    : a * log1pMinusX(-offset / a) + b * log1pMinusX(offset / b);
  return (
    exponent -
    stirlingError(a) -
    stirlingError(b) +
    stirlingError(a + b) +
    // sqrt(ab/(a + b)), as a logarithm of factors that cannot overflow.
    0.5 * Math.log(Math.min(a, b) / (1 + Math.min(a, b) / Math.max(a, b))) -
    HALF_LOG_TWO_PI
  );
}

/** log(ratio) where ratio − 1 is known as well. */
function logOfRatio(ratio: number, excess: number): number {
  return Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log(ratio);
}

/** log(part) where part = 1 − rest, from whichever of the two is better conditioned. */
function logOf(part: number, rest: number): number {
  return rest < 0.5 ? Math.log1p(-rest) : Math.log(part);
}

/**
 * I_x(a, b)·B/(x^a y^b) by the continued fraction of DiDonato and Morris (1992), ACM TOMS 18, 360, eq. 9: the even part of
 * DLMF 8.17.22, written with y and the offset a·y − b·x so that nothing cancels where x is near 1. Modified Lentz.
 */
function lowerFraction(x: number, y: number, a: number, b: number): number {
  const tiny = 1e-300;
  const first = 1 + a * y - b * x;
  let f = (first * a) / (a + 1);
  let c = f;
  let d = 0;
  for (let n = 1; n < 500_000; n++) {
    const odd = a + 2 * n - 1;
    const w = n * (b - n) * x;
    const alpha = ((a + n - 1) / odd) * ((a + b + n - 1) / odd) * w * x;
    const beta = n + w / odd + ((a + n) / (a + 2 * n + 1)) * (first + n * (1 + y));
    d = beta + alpha * d;
    if (Math.abs(d) < tiny) d = tiny;
    c = beta + alpha / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const delta = d * c;
    f *= delta;
    if (Math.abs(delta - 1) < 1e-16) break;
  }
  return 1 / f;
}

/** 1 − I_x(a, b) for a < 1 and x below the mean, where the lower tail is nearly all: see `upperSmall` of the gamma. */
function upperSmall(x: number, a: number, b: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 2000; n++) {
    term *= ((n - b) / n) * x;
    const part = term / (a + n);
    sum += part;
    if (Math.abs(part) <= 1e-18 * Math.abs(sum)) break;
  }
  // a·B(a, b) = Γ(1 + a)·Γ(b)/Γ(a + b).
  const exponent = a * Math.log(x) - logGammaOnePlus(a) + logGammaRatio(b, a);
  return -Math.expm1(exponent) - Math.exp(exponent) * a * sum;
}

/** Two large parameters near the mean: the tail leaving the mode out, integrated in e = t/mean − 1. */
function nearMean(x: number, y: number, a: number, b: number): LogTails {
  // Lower tail of whichever side keeps the mode out.
  if (a * y < b * x) {
    const swapped = nearMean(y, x, b, a);
    return { logLower: swapped.logUpper, logUpper: swapped.logLower };
  }
  const start = -(a * y - b * x) / a;
  const odds = a / b;
  const exponent = (e: number) => a * log1pMinusX(e) + b * log1pMinusX(-e * odds);
  const atStart = exponent(start);
  const variance = b / (a * (a + b));
  // d exponent/de, as in the gamma's case; the parabola's width is a bound where the slope is still small.
  const slope = (a * -start * (1 + odds)) / ((1 + start) * (1 - start * odds));
  const width = Math.min(Math.sqrt(80 * variance) * 1.1, 45 / slope);
  const end = Math.max(start - width, -1);
  const area = gaussLegendre(
    (e) => Math.exp(exponent(e) - atStart) / ((1 + e) * (1 - e * odds)),
    end,
    start,
    4,
  );
  const logTail =
    atStart +
    Math.log(area) +
    0.5 * Math.log(a / (1 + odds)) +
    Math.log1p(odds) -
    stirlingError(a) -
    stirlingError(b) +
    stirlingError(a + b) -
    HALF_LOG_TWO_PI;
  return fromLower(logTail);
}

/** Both tails of the beta distribution at x, as logarithms. y = 1 − x is taken apart from x so that neither loses digits. */
export function logRegularisedBeta(x: number, y: number, a: number, b: number): LogTails {
  requirePositive(a, "a");
  requirePositive(b, "b");
  if (!(x >= 0 && y >= 0)) throw new ArgumentError("x", `must lie in [0, 1], got ${x}`);
  if (x === 0) return { logLower: -Infinity, logUpper: 0 };
  if (y === 0) return { logLower: 0, logUpper: -Infinity };
  if (x * (a + b + 2) > a + 1) {
    const swapped = lowerSide(y, x, b, a);
    return { logLower: swapped.logUpper, logUpper: swapped.logLower };
  }
  return lowerSide(x, y, a, b);
}

function lowerSide(x: number, y: number, a: number, b: number): LogTails {
  if (Math.min(a, b) >= 100) {
    const offset = Math.abs(a * y - b * x);
    if (offset < 0.3 * Math.min(a, b)) return nearMean(x, y, a, b);
  }
  const logLower = logBetaTerm(x, y, a, b) + Math.log(lowerFraction(x, y, a, b));
  if (logLower < -0.7 || a >= 1) return fromLower(logLower);
  return fromUpper(Math.log(upperSmall(x, a, b)));
}

/**
 * I_x(a, b) = ∫₀ˣ t^{a−1}(1−t)^{b−1} dt / B(a, b), for x in [0, 1] and a, b > 0. Source: DLMF 8.17.
 * R: `pbeta(x, a, b)`. Throws if x is outside [0, 1] or a parameter is not above 0.
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  requireProbability(x, "x");
  return Math.exp(logRegularisedBeta(x, 1 - x, a, b).logLower);
}
