/** Why a figure has no value. A page words it; it is never shown as 0. */
export type NoValueReason = "no_base" | "suppressed" | "too_few" | "no_data";

/**
 * A figure that carries what it was made of, so that roll-ups add parts and never average ratios.
 * `value` is null exactly where `reason` is set.
 */
export interface Ratio {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly reason: NoValueReason | null;
}

/** Denominator 0 has no value, with reason `no_base`: never Infinity, never 0/0 = 0. */
export function ratio(numerator: number, denominator: number): Ratio {
  return denominator === 0
    ? { value: null, numerator, denominator, reason: "no_base" }
    : { value: numerator / denominator, numerator, denominator, reason: null };
}
