import { fewestUnits } from "../drivers/fits/grade-effect";
import type { RetentionCurves, RetentionGroup } from "../drivers/result";
import { commonMonth, cutWhereFewAreLeft, fromItsStart } from "./prepare-curves";

export interface PreparedRetention {
  readonly grouping: RetentionCurves["grouping"];
  readonly cuts: readonly number[];
  readonly groups: readonly RetentionGroup[];
  /** Groups with too few accounts for a curve. */
  readonly tooFew: readonly { readonly key: string; readonly accounts: number }[];
  readonly logRank: RetentionCurves["logRank"];
  /** q where the test is of a family, else p. */
  readonly test: { readonly name: "p" | "q"; readonly value: number; readonly differs: boolean } | null;
  /** Where the value axis begins: a fifth below which no interval goes. */
  readonly axisFrom: number;
  /** Where the table compares the groups. */
  readonly atMonth: number | null;
}

const order: readonly RetentionCurves["grouping"][] = ["tenure_band", "training_band", "handovers"];

export function prepareRetention(retention: readonly RetentionCurves[]): readonly PreparedRetention[] {
  return [...retention]
    .sort((a, b) => order.indexOf(a.grouping) - order.indexOf(b.grouping))
    .map(({ grouping, cuts, groups, logRank }) => {
      const drawn = groups
        .filter((group) => group.accounts >= fewestUnits)
        .map((group) => ({ ...group, curve: cutWhereFewAreLeft(fromItsStart(group.curve, 1)) }))
        .filter((group) => group.curve.length > 1)
        .map((group) => ({ ...group, medianMonths: medianWithin(group) }));
      return {
        grouping,
        cuts,
        groups: drawn,
        tooFew: groups
          .filter((group) => !drawn.some((one) => one.key === group.key))
          .map(({ key, accounts }) => ({ key, accounts })),
        logRank,
        test: testOf(logRank),
        axisFrom: axisFromOf(drawn),
        atMonth: commonMonth(drawn.map((group) => group.curve)),
      };
    });
}

/** What lies beyond the end of a curve rests on too few to be said. */
function medianWithin({ curve, medianMonths }: RetentionGroup): number | null {
  const end = curve.at(-1)?.month ?? 0;
  return medianMonths !== null && medianMonths <= end ? medianMonths : null;
}

function axisFromOf(groups: readonly RetentionGroup[]): number {
  const lowest = Math.min(1, ...groups.flatMap(({ curve }) => curve.map((point) => point.lower)));
  return Math.min(0.8, Math.max(0, Math.floor(lowest * 5) / 5));
}

function testOf(logRank: RetentionCurves["logRank"]): PreparedRetention["test"] {
  if (!logRank || Number.isNaN(logRank.p)) return null;
  const value = logRank.q ?? logRank.p;
  return { name: logRank.q === null ? "p" : "q", value, differs: value <= 0.05 };
}
