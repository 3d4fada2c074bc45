import type { TurnoverPart, TurnoverRates } from "~/modules/people/turnover-cost";
import type { LeaveImpact } from "../get-leave-impact.server";
import type { LeaveEffect } from "../leave-effect";
import type { ServedAccount } from "../list-accounts-served.server";

/** The leave impact with every bigint as text, as it travels to the page. */
export interface ShownImpact {
  readonly name: string;
  readonly hasLeft: boolean;
  readonly onDay: string;
  readonly currency: string;
  /** Whether the reader may see what rests on pay; the four below are empty otherwise. */
  readonly seesPay: boolean;
  readonly pay: { readonly annualMinor: string; readonly fte: number } | null;
  readonly ownHires: { readonly costMinor: string; readonly hires: number } | null;
  readonly hasOwnTrainingCost: boolean;
  readonly estimate: {
    readonly parts: Readonly<Record<TurnoverPart, string>>;
    readonly rates: Readonly<Record<keyof TurnoverRates, string>>;
    readonly totalMinor: string;
    readonly lowMinor: string;
    readonly highMinor: string;
  } | null;
  readonly accounts: readonly ServedAccount[];
  readonly exposedMinor: string;
  readonly exposedMarginMinor: string;
  readonly effect: LeaveEffect;
  readonly withoutOthers: number;
}

export function toShownImpact({
  replacement,
  exposedMinor,
  exposedMarginMinor,
  ...rest
}: LeaveImpact): ShownImpact {
  const { pay = null, ownHires = null, estimate = null } = replacement ?? {};
  return {
    ...rest,
    seesPay: replacement !== null,
    pay: pay && { ...pay, annualMinor: pay.annualMinor.toString() },
    ownHires: ownHires && { ...ownHires, costMinor: ownHires.costMinor.toString() },
    hasOwnTrainingCost: replacement?.hasOwnTrainingCost ?? false,
    exposedMinor: exposedMinor.toString(),
    exposedMarginMinor: exposedMarginMinor.toString(),
    estimate: estimate && {
      parts: texts(estimate.parts),
      rates: texts(estimate.rates),
      totalMinor: estimate.totalMinor.toString(),
      lowMinor: estimate.lowMinor.toString(),
      highMinor: estimate.highMinor.toString(),
    },
  };
}

function texts<Key extends string>(values: Readonly<Record<Key, bigint>>): Record<Key, string> {
  const entries = Object.entries<bigint>(values).map(([key, value]) => [key, value.toString()]);
  return Object.fromEntries(entries) as Record<Key, string>;
}
