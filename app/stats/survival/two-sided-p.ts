import { normalCdf } from "../distributions/normal";

/** 2·Φ(−|z|); 0 where a standard error of 0 makes z infinite, NaN where estimate and error are both 0. */
export function twoSidedP(z: number): number {
  return Number.isFinite(z) ? 2 * normalCdf(-Math.abs(z)) : Number.isNaN(z) ? z : 0;
}
