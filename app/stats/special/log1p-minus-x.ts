/**
 * log(1 + x) − x without the cancellation that the plain difference suffers near 0, where the answer is about −x²/2.
 * It is what deviances are made of: x·log(x/m) + m − x = −x·log1pMinusX((m − x)/x).
 *
 * Formula: with r = x/(2 + x), log(1 + x) = 2·atanh(r), so log(1 + x) − x = r·(2·Σ_{k≥1} r^{2k}/(2k + 1) − x).
 * Source: DiDonato and Morris (1992), ACM TOMS 18, 360 (their RLOG1, with the sign turned).
 * R: `log1p(x) - x`, accurate there only away from 0. Below −1 it is NaN, at −1 −Infinity.
 */
export function log1pMinusX(x: number): number {
  if (x < -0.4 || x > 0.7) return Math.log1p(x) - x;
  const r = x / (2 + x);
  const square = r * r;
  // |r| ≤ 0.26, so at most 14 terms reach 1e-17; they are added from the smallest up.
  let sum = 0;
  for (let k = square < 1e-3 ? 5 : 14; k >= 1; k--) sum = square * (1 / (2 * k + 1) + sum);
  return r * (2 * sum - x);
}

/**
 * log(1 − exp(x)) for x ≤ 0: the complement of a probability held as its logarithm.
 * Source: Mächler (2012), "Accurately computing log(1 − exp(−|a|))". R: `copula::log1mexp(-x)`.
 */
export function log1mExp(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}

/**
 * log(ratio) − excess, where excess = ratio − 1 was computed apart from it: near 1 from the excess, elsewhere from the ratio,
 * so that neither a tiny ratio nor a tiny excess loses its digits.
 */
export function logMinusExcess(ratio: number, excess: number): number {
  return excess > -0.4 && excess < 0.7 ? log1pMinusX(excess) : Math.log(ratio) - excess;
}
