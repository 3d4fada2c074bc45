import type { Importance } from "../drivers/result";

type Share = Importance["shares"][number];

export interface PreparedImportance {
  readonly outcome: Importance["outcome"];
  readonly method: Importance["method"];
  readonly rSquared: number;
  /** Largest first. */
  readonly shares: readonly Share[];
  /** Whether the first is apart from the second: their intervals do not overlap. */
  readonly isOrderClear: boolean;
  /** Upper end of the axis: all of it, or less where no interval comes near. */
  readonly axisEnd: number;
}

export function prepareImportance(importance: Importance): PreparedImportance {
  const shares = [...importance.shares].sort((a, b) => b.estimate - a.estimate);
  const [first, second] = shares;
  const furthest = Math.max(0.1, ...shares.map((share) => share.upper));
  return {
    outcome: importance.outcome,
    method: importance.method,
    rSquared: importance.rSquared,
    shares,
    isOrderClear: Boolean(first) && (!second || first!.lower > second.upper),
    axisEnd: Math.min(1, Math.ceil(furthest * 10) / 10),
  };
}
