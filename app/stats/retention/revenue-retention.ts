import { ArgumentError, requireFinite, requireFiniteColumn, requireSameLength } from "../arguments";
import { type Refusal, refuse } from "../result";

/** What became of the recurring revenue of the accounts that had some at the start. */
export interface RevenueMovements {
  /** Recurring revenue at the start. */
  readonly start: number;
  /** Of that: lost with accounts that are gone, and by accounts that pay less; both at least 0. */
  readonly churned: number;
  readonly contraction: number;
  /** Added by accounts that pay more; at least 0. */
  readonly expansion: number;
}

export interface RevenueRetention {
  /** At most 1. */
  readonly gross: number;
  readonly net: number;
  readonly start: number;
}

/**
 * Gross and net revenue retention: (start − churned − contraction)/start, and the same with expansion added. New accounts
 * are in neither. Source: the definitions of SaaS metrics, for example Skok, "SaaS metrics 2.0".
 * R: `(start - churned - contraction) / start`, `(start - churned - contraction + expansion) / start`.
 * Throws if an amount is not finite or below 0. Refuses: no-base at a start of 0.
 */
export function revenueRetention(movements: RevenueMovements): RevenueRetention | Refusal {
  const { start, churned, contraction, expansion } = movements;
  for (const name of ["start", "churned", "contraction", "expansion"] as const) {
    requireFinite(movements[name], `movements.${name}`);
    if (movements[name] < 0)
      throw new ArgumentError(`movements.${name}`, `must be at least 0, got ${movements[name]}`);
  }
  if (start === 0) return refuse("no-base", { start });
  const kept = start - churned - contraction;
  return { gross: kept / start, net: (kept + expansion) / start, start };
}

/**
 * The movements account by account, from recurring revenue then and now, one row an account: accounts without revenue then
 * do not count, a credit (an amount below 0 now) counts as what it reduces. Gross retention of them is Σ min(now, then)/Σ then.
 * R: `d <- d[d$then > 0, ]; sum(pmax(d$now - d$then, 0))` and so on. Throws if a column holds anything not finite.
 */
export function revenueMovements(then: ArrayLike<number>, now: ArrayLike<number>): RevenueMovements {
  requireSameLength(now, then.length, "now");
  requireFiniteColumn(then, "then");
  requireFiniteColumn(now, "now");
  const sums = { start: 0, churned: 0, contraction: 0, expansion: 0 };
  for (let i = 0; i < then.length; i++) {
    if (!(then[i]! > 0)) continue;
    const change = now[i]! - then[i]!;
    sums.start += then[i]!;
    if (now[i] === 0) sums.churned -= change;
    else if (change < 0) sums.contraction -= change;
    else sums.expansion += change;
  }
  return sums;
}
