import { suppressGroups } from "~/modules/access/suppression";
import type { LeavingCurves } from "../drivers/result";
import { commonMonth, cutWhereFewAreLeft, fromItsStart } from "./prepare-curves";

type ReasonCurve = LeavingCurves["byReason"][number];

export interface PreparedLeaving {
  /** Most people first. */
  readonly reasons: readonly ReasonCurve[];
  readonly hidden: number;
  readonly atMonth: number | null;
}

/** A reason that few people had would tell why those few left; with it goes what would give it away by subtraction. */
export function prepareLeaving({ byReason }: LeavingCurves): PreparedLeaving {
  const present = byReason.filter((one) => one.left > 0);
  const verdicts = suppressGroups(present.map(({ reason, left }) => ({ key: reason, n: left })));
  const reasons = present
    .filter((one) => verdicts.get(one.reason) === "shown")
    .map((one) => ({ ...one, curve: cutWhereFewAreLeft(fromItsStart(one.curve, 0)) }))
    .sort((a, b) => b.left - a.left);
  return {
    reasons,
    hidden: present.length - reasons.length,
    atMonth: commonMonth(reasons.map((one) => one.curve)),
  };
}
