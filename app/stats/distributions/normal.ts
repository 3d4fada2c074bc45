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
const A = [2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249];
const B = [47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956];
const C = [
  0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226,
  2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218,
];
const D = [
  22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
  18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
];
const P = [
  0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466,
  2.9112874951168792e-5,
];
const Q = [
  1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
  7.29751555083966205e-5,
];

/** Both tails at x, as logarithms, and as they are where that is more accurate. */
function tailsAt(x: number): LogTails & { readonly lower: number; readonly upper: number } {
  const y = Math.abs(x);
  if (y <= 0.67448975) {
    const square = y > 1.11e-16 ? x * x : 0;
    let numerator = 0.065682337918207449113 * square;
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
    let numerator = 1.0765576773720192317e-8 * y;
    let denominator = y;
    for (let i = 0; i < 7; i++) {
      numerator = (numerator + C[i]!) * y;
      denominator = (denominator + D[i]!) * y;
    }
    ratio = (numerator + C[7]!) / (denominator + D[7]!);
  } else {
    const square = 1 / (x * x);
    let numerator = 0.02307344176494017303 * square;
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
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const CENTRE_BOTTOM = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
];
const NEAR_TOP = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const NEAR_BOTTOM = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const FAR_TOP = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const FAR_BOTTOM = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
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
