import { ArgumentError, requirePositive } from "../arguments";
import { gaussLegendre } from "./gauss-legendre";
import { logGammaOnePlus } from "./log-gamma";
import { fromLower, fromUpper, type LogTails } from "./log-tails";
import { log1pMinusX, logMinusExcess } from "./log1p-minus-x";
import { stirlingError } from "./stirling";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** log of x^a·e^{−x}/Γ(a + 1), the Poisson probability continued to real a, in Loader's form. */
export function logPoissonTerm(a: number, x: number): number {
  if (a < 1) return a * Math.log(x) - x - logGammaOnePlus(a);
  return a * logMinusExcess(x / a, (x - a) / a) - stirlingError(a) - 0.5 * Math.log(a) - HALF_LOG_TWO_PI;
}

/** P(a, x)·Γ(a+1)/(x^a e^{−x}) = 1 + x/(a+1) + x²/((a+1)(a+2)) + …: positive terms, for x not far above a. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 100_000; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** Q(a, x)·Γ(a)/(x^a e^{−x}) as the continued fraction DLMF 8.9.2, by the modified Lentz method, for x above a + 1. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-16) break;
  }
  return h;
}

/** Q for x below 2 and small a, where 1 − P would cancel: −expm1(a·log x − log Γ(1+a)) less an alternating series. */
function upperSmall(a: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 200; n++) {
    term *= -x / n;
    const part = term / (a + n);
    sum += part;
    if (Math.abs(part) < 1e-18 * Math.abs(sum)) break;
  }
  const exponent = a * Math.log(x) - logGammaOnePlus(a);
  return -Math.expm1(exponent) - Math.exp(exponent) * a * sum;
}

/**
 * Near the mean of a large shape both expansions crawl. There the tail that leaves the mode out is integrated in
 * e = t/a − 1, where the integrand exp(a·(log(1+e) − e))/(1+e) is nearly a normal density: 1e-16 from 96 nodes.
 */
function nearMean(a: number, x: number): LogTails {
  const start = (x - a) / a;
  const atStart = log1pMinusX(start);
  const upper = start > 0;
  // Far enough that the integrand has dropped by e^{−45}: it falls at least like its slope at the start, and like the parabola.
  const slope = (a * Math.abs(start)) / (1 + start);
  const width = Math.min(Math.sqrt(80 / a) * (upper ? 1.25 : 1), 45 / slope);
  const end = upper ? start + width : Math.max(start - width, -1);
  const area = gaussLegendre((e) => Math.exp(a * (log1pMinusX(e) - atStart)) / (1 + e), start, end, 4);
  const logTail =
    a * atStart + Math.log(Math.abs(area)) + 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingError(a);
  return upper ? fromUpper(logTail) : fromLower(logTail);
}

/** Both tails of the gamma distribution with shape a and unit rate at x ≥ 0, as logarithms. */
export function logRegularisedGamma(a: number, x: number): LogTails {
  requirePositive(a, "a");
  if (!(x >= 0)) throw new ArgumentError("x", `must be at least 0, got ${x}`);
  if (x === 0) return { logLower: -Infinity, logUpper: 0 };
  if (x === Infinity) return { logLower: 0, logUpper: -Infinity };
  if (a >= 100 && Math.abs(x - a) < 0.3 * a) return nearMean(a, x);
  if (a < 1 && x <= a + 1) {
    const logLower = logPoissonTerm(a, x) + Math.log(lowerSeries(a, x));
    if (logLower < -0.7) return fromLower(logLower);
    return fromUpper(Math.log(upperSmall(a, x)));
  }
  if (x <= a + 1) return fromLower(logPoissonTerm(a, x) + Math.log(lowerSeries(a, x)));
  return fromUpper(logPoissonTerm(a, x) + Math.log(a) + Math.log(upperFraction(a, x)));
}

/**
 * P(a, x) = ∫₀ˣ t^{a−1} e^{−t} dt / Γ(a), for a > 0 and x ≥ 0. Source: DLMF 8.2.4. R: `pgamma(x, a)`.
 * Throws if a is not above 0 or x is below 0.
 */
export function regularisedGammaLower(a: number, x: number): number {
  return Math.exp(logRegularisedGamma(a, x).logLower);
}

/** Q(a, x) = 1 − P(a, x), without the subtraction. R: `pgamma(x, a, lower.tail = FALSE)`. Throws like the lower one. */
export function regularisedGammaUpper(a: number, x: number): number {
  return Math.exp(logRegularisedGamma(a, x).logUpper);
}
