import { log1pMinusX } from "./log1p-minus-x";
import { STIRLING_COEFFICIENTS, stirlingSum } from "./stirling";

const EULER = 0.5772156649015329;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** (ζ(k) − 1)/k for k = 2, 3, …: the Taylor coefficients of log Γ(2 + z), up to sign. */
const TAYLOR = Array.from({ length: 30 }, (_, index) => zetaMinusOne(index + 2) / (index + 2));

/** Sum to 20, then Euler–Maclaurin: every term is positive, so nothing cancels. */
function zetaMinusOne(k: number): number {
  const from = 20;
  let sum = from ** (1 - k) / (k - 1) + from ** -k / 2;
  let term = (k * from ** (-k - 1)) / 2;
  const bernoulli = [1 / 6, -1 / 30, 1 / 42, -1 / 30];
  for (let j = 0; j < bernoulli.length; j++) {
    sum += bernoulli[j]! * term;
    term *= ((k + 2 * j + 1) * (k + 2 * j + 2)) / ((2 * j + 3) * (2 * j + 4) * from * from);
  }
  for (let n = from - 1; n >= 2; n--) sum += n ** -k;
  return sum;
}

/** log Γ(2 + z) for |z| ≤ 1/2: z·(1 − γ) + Σ (−1)^k (ζ(k) − 1) z^k/k. Exactly 0 at 0, so relative accuracy holds there. */
function aroundTwo(z: number): number {
  let sum = 0;
  for (let k = TAYLOR.length + 1; k >= 2; k--)
    sum = (k % 2 === 0 ? TAYLOR[k - 2]! : -TAYLOR[k - 2]!) + z * sum;
  return z * (1 - EULER + z * sum);
}

/**
 * log |Γ(x)|.
 *
 * Taylor series about 2 on [1.5, 2.5], the recurrence Γ(x + 1) = x·Γ(x) up to 12, Stirling's series above, the
 * reflection formula below 0. Infinity at 0 and the negative whole numbers. Source: DLMF 5.7.3, 5.11.1, 5.5.3.
 * R: `lgamma(x)`.
 */
export function logGamma(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x <= 0) {
    if (x === Math.floor(x)) return Infinity;
    const fraction = x - Math.round(x);
    return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * fraction))) - logGamma(1 - x);
  }
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaOnePlus(x - 1);
  if (x <= 2.5) return aroundTwo(x - 2);
  if (x < 12) {
    let rest = x;
    let product = 1;
    while (rest > 2.5) {
      rest -= 1;
      product *= rest;
    }
    return Math.log(product) + aroundTwo(rest - 2);
  }
  if (x > 1e300) return x * (Math.log(x) - 1);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSum(x);
}

/** log Γ(1 + x), relatively accurate near 0 where the answer is about −γ·x. R: `lgamma1p`, inside `pgamma`. */
export function logGammaOnePlus(x: number): number {
  if (Math.abs(x) <= 0.5) return aroundTwo(x) - Math.log1p(x);
  return logGamma(1 + x);
}

/**
 * log Γ(base + step) − log Γ(base) for base > 0 and step ≥ 0, without the cancellation of two large logarithms:
 * relatively accurate for a tiny step and for a huge base. Both are lifted to 15 and above by the recurrence, then the two
 * Stirling series are differenced term by term. Source: DLMF 5.11.1. R: `lgamma(base + step) - lgamma(base)`.
 */
export function logGammaRatio(base: number, step: number): number {
  if (step === 0) return 0;
  let lifted = base;
  let lift = 0;
  let product = 1;
  while (lifted < 15) {
    // One logarithm for several factors; a tiny step needs log1p of each instead.
    if (step < 0.1) lift += Math.log1p(step / lifted);
    else product *= 1 + step / lifted;
    lifted += 1;
  }
  if (product !== 1) lift += Math.log(product);
  const top = lifted + step;
  const ratio = step / lifted;
  // p^m − q^m with p = 1/lifted and q = 1/top, each factored as (p − q)·(p^{m−1} + … + q^{m−1}).
  const p = 1 / lifted;
  const q = 1 / top;
  const gap = (step * p) / top;
  let correction = 0;
  for (let k = 0; k < STIRLING_COEFFICIENTS.length; k++) {
    let powers = 0;
    for (let j = 0; j <= 2 * k; j++) powers += p ** j * q ** (2 * k - j);
    correction -= STIRLING_COEFFICIENTS[k]! * gap * powers;
  }
  const log1p = Math.log1p(ratio);
  // lifted·log(1 + ratio) − step, from its own series where the two nearly cancel.
  const bend = ratio < 0.7 ? lifted * log1pMinusX(ratio) : lifted * log1p - step;
  return step * Math.log(top) + bend - 0.5 * log1p + correction - lift;
}
