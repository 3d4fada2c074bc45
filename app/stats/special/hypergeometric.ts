import { ArgumentError, requireFinite } from "../arguments";

/**
 * ₂F₁(a, b; c; z) by its power series, for |z| < 1, after Pfaff's or Euler's transformation where that shortens it.
 * Source: DLMF 15.2.1, 15.8.1. R: `gsl::hyperg_2F1(a, b, c, z)`.
 * Throws if an argument is not finite, c is 0 or a negative whole number, or |z| ≥ 1 (z = 1 with c > a + b excepted
 * nowhere: the callers here stay inside).
 */
export function hypergeometric2F1(a: number, b: number, c: number, z: number): number {
  requireFinite(a, "a");
  requireFinite(b, "b");
  requireFinite(c, "c");
  requireFinite(z, "z");
  if (c <= 0 && c === Math.floor(c))
    throw new ArgumentError("c", `must not be 0 or a negative whole number, got ${c}`);
  if (z >= 1) throw new ArgumentError("z", `must be below 1, got ${z}`);
  // Pfaff: z/(z − 1) lies in (0, 1) for any negative z, and the terms stop alternating.
  if (z < 0) return (1 - z) ** -a * series(a, c - b, c, z / (z - 1));
  // Euler: with a + b > c the terms fall off faster on the other side.
  if (a + b > c && c - a > 0 && c - b > 0) return (1 - z) ** (c - a - b) * series(c - a, c - b, c, z);
  return series(a, b, c, z);
}

function series(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 5_000_000; n++) {
    term *= ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    sum += term;
    // What is left is at most a geometric series of ratio about z.
    if (Math.abs(term) <= 1e-17 * Math.abs(sum) * (1 - z) && n > Math.abs(a) + Math.abs(b)) break;
    if (term === 0) break;
  }
  return sum;
}
