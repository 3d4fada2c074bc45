import { requireFinite } from "../arguments";
import { fromLower, fromUpper, type LogTails } from "../special/log-tails";
import { pickTail, type Tail, tailsOf } from "./tail";

const LOG_SQRT_TWO_PI = 0.9189385332046728;
const SQRT_TWO_PI_INVERSE = 0.3989422804014327;

/** (2π)^{−½}·exp(−x²/2). R: `dnorm(x)`. */
export function normalDensity(x: number): number {
  return SQRT_TWO_PI_INVERSE * Math.exp(-0.5 * x * x);
}

/** log of the density. R: `dnorm(x, log = TRUE)`. */
export function normalLogDensity(x: number): number {
  return -0.5 * x * x - LOG_SQRT_TWO_PI;
}

/** Cody's rational approximations: centre, middle, far tail. Source: Cody (1969), Math. Comp. 23, 631; Algorithm 715. */
const A = [2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356];
const B = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const C = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const D = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const P = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793,
];
const Q = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.00007297515550839662,
];

/** Both tails at x, as logarithms, and as they are where that is more accurate. */
function tailsAt(x: number): LogTails & { readonly lower: number; readonly upper: number } {
  const y = Math.abs(x);
  if (y <= 0.67448975) {
    const square = y > 1.11e-16 ? x * x : 0;
    let numerator = 0.06568233791820745 * square;
    let denominator = square;
    for (let i = 0; i < 3; i++) {
      numerator = (numerator + A[i]!) * square;
      denominator = (denominator + B[i]!) * square;
    }
    const centre = (x * (numerator + A[3]!)) / (denominator + B[3]!);
    const lower = 0.5 + centre;
    const upper = 0.5 - centre;
    return { lower, upper, logLower: Math.log(lower), logUpper: Math.log(upper) };
  }
  let ratio: number;
  if (y <= 5.656854249492381) {
    let numerator = 1.0765576773720192e-8 * y;
    let denominator = y;
    for (let i = 0; i < 7; i++) {
      numerator = (numerator + C[i]!) * y;
      denominator = (denominator + D[i]!) * y;
    }
    ratio = (numerator + C[7]!) / (denominator + D[7]!);
  } else {
    const square = 1 / (x * x);
    let numerator = 0.023073441764940174 * square;
    let denominator = square;
    for (let i = 0; i < 4; i++) {
      numerator = (numerator + P[i]!) * square;
      denominator = (denominator + Q[i]!) * square;
    }
    ratio = (SQRT_TWO_PI_INVERSE - (square * (numerator + P[4]!)) / (denominator + Q[4]!)) / y;
  }
  // exp(−y²/2) with y² split so that the large part is exact.
  const rounded = Math.trunc(y * 16) / 16;
  const rest = (y - rounded) * (y + rounded);
  const small = Math.exp(-0.5 * rounded * rounded) * Math.exp(-0.5 * rest) * ratio;
  const logSmall = -0.5 * rounded * rounded - 0.5 * rest + Math.log(ratio);
  const large = 1 - small;
  const logLarge = Math.log1p(-small);
  return x > 0
    ? { lower: large, upper: small, logLower: logLarge, logUpper: logSmall }
    : { lower: small, upper: large, logLower: logSmall, logUpper: logLarge };
}

/**
 * Φ(x), or its complement, or the logarithm of either, each without underflow or cancellation.
 * Source: Cody (1969). R: `pnorm(x, lower.tail, log.p)`. Throws if x is NaN.
 */
export function normalCdf(x: number, tail?: Tail): number {
  if (Math.abs(x) === Infinity) return pickTail(x > 0 ? fromUpper(-Infinity) : fromLower(-Infinity), tail);
  requireFinite(x, "x");
  const at = tailsAt(x);
  if (tail?.log) return pickTail(at, tail);
  return tail?.upper ? at.upper : at.lower;
}

/** Wichura's PPND16 (1988), Applied Statistics 37, 477, algorithm AS 241: relative error about 1e-16. */
const CENTRE_TOP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const NEAR_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const NEAR_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
];
const FAR_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}

/**
 * The x with Φ(x) = p, p being a lower or upper tail, plain or logarithmic. AS 241, and below p = e^{−729} Newton steps on the
 * log scale from its asymptote. ∓Infinity at 0 and 1. R: `qnorm(p, lower.tail, log.p)`. Throws if p is no probability.
 */
export function normalQuantile(p: number, tail?: Tail): number {
  const target = tailsOf(p, tail);
  if (target.logLower === -Infinity) return -Infinity;
  if (target.logUpper === -Infinity) return Infinity;
  const centred = tail?.log ? Math.exp(target.logLower) - 0.5 : tail?.upper ? 0.5 - p : p - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * polynomial(CENTRE_TOP, r)) / polynomial(CENTRE_BOTTOM, r);
  }
  const logTail = Math.min(target.logLower, target.logUpper);
  const r = Math.sqrt(-logTail);
  let size: number;
  if (r <= 5) size = polynomial(NEAR_TOP, r - 1.6) / polynomial(NEAR_BOTTOM, r - 1.6);
  else if (r <= 27) size = polynomial(FAR_TOP, r - 5) / polynomial(FAR_BOTTOM, r - 5);
  else {
    size = Math.SQRT2 * r;
    for (let i = 0; i < 12; i++) {
      const at = tailsAt(-size).logLower;
      const step = (at - logTail) / Math.exp(normalLogDensity(size) - at);
      size += step;
      if (Math.abs(step) < 1e-15 * size) break;
    }
  }
  return target.logLower < target.logUpper ? -size : size;
}
