import { requireFinite, requirePositive } from "../arguments";

/**
 * ψ(x) = d log Γ(x)/dx for x > 0: lifted to 12 by ψ(x) = ψ(x + 1) − 1/x, then the asymptotic series (DLMF 5.11.2).
 * R: `digamma(x)`. Throws if x is not above 0.
 */
export function digamma(x: number): number {
  requirePositive(x, "x");
  let lift = 0;
  let y = x;
  while (y < 12) {
    lift += 1 / y;
    y += 1;
  }
  const square = 1 / (y * y);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 -
          square *
            (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760 - square / 12))))));
  return Math.log(y) - 0.5 / y - series - lift;
}

/**
 * ψ′(x) for x > 0, by the same lift and DLMF 5.15.8. R: `trigamma(x)`. Throws if x is not above 0.
 */
export function trigamma(x: number): number {
  requireFinite(x, "x");
  requirePositive(x, "x");
  let lift = 0;
  let y = x;
  while (y < 12) {
    lift += 1 / (y * y);
    y += 1;
  }
  const inverse = 1 / y;
  const square = inverse * inverse;
  const series =
    1 / 6 -
    square *
      (1 / 30 -
        square * (1 / 42 - square * (1 / 30 - square * (5 / 66 - square * (691 / 2730 - (square * 7) / 6)))));
  return lift + inverse * (1 + inverse * (0.5 + inverse * series));
}
