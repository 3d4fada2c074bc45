/** Who was handed over when, and which months before and after may be compared: the rows of a handover's event study. */
import { causes, type PanelData } from "./panel-data";

export type HandoverCause = "departure" | "planned" | "account_request";

/** An account's months without another handover around them. */
export interface HandoverStretch {
  readonly account: number;
  /** Rows of the panel, first and one past the last, in order of months. */
  readonly from: number;
  readonly to: number;
  /** Month of the handover that is looked at; Infinity where there is none in the stretch. */
  readonly handedOver: number;
}

/** A handover less than a year before still shows: the months after it count for nothing else. */
const settledMonths = 12;

/**
 * One stretch an account: from where it is settled to its first handover, and on to the next one (or the end) where the
 * first is of the cause asked for. Others end at their first handover and compare until then.
 */
export function handoverStretches(panel: PanelData, cause: HandoverCause): HandoverStretch[] {
  const wanted = causes.indexOf(cause);
  const { monthsSinceHandover: since } = panel.columns;
  const stretches: HandoverStretch[] = [];
  for (let account = 0; account < panel.accountIds.length; account++) {
    const end = panel.accountStart[account + 1]!;
    let from = panel.accountStart[account]!;
    const unrecorded = panel.unrecordedHandover[account]!;
    const isSettled = (row: number) =>
      !(since[row]! < settledMonths) && !(unrecorded >= 0 && panel.month[row]! < unrecorded + settledMonths);
    while (from < end && !isSettled(from)) from += 1;
    let first = from;
    while (first < end && !(since[first]! === 0)) first += 1;
    if (from === first) continue;
    if (first === end || panel.lastCause[first] !== wanted) {
      stretches.push({ account, from, to: first, handedOver: Number.POSITIVE_INFINITY });
      continue;
    }
    let to = first + 1;
    while (to < end && since[to]! !== 0) to += 1;
    stretches.push({ account, from, to, handedOver: panel.month[first]! });
  }
  return stretches;
}

/** Every stretch, or as many as the memory of a fit allows, drawn evenly over the accounts. */
export function thinned(stretches: readonly HandoverStretch[], most: number): readonly HandoverStretch[] {
  if (stretches.length <= most) return stretches;
  const step = stretches.length / most;
  return Array.from({ length: most }, (_, at) => stretches[Math.floor(at * step)]!);
}
