/** The outcome of each month of a stretch as the event study takes it. */
import type { StaggeredRows } from "~/stats/event-study/staggered-panel";
import type { HandoverStretch } from "./handover-timeline";
import type { PanelData } from "./panel-data";

/** `satisfaction` is a three-month mean, `answers` the month's own; `answered` is whether there was one. */
export type StudyOutcome = "satisfaction" | "revenue" | "churn" | "answered";

/** Answers are few: a month's satisfaction is the mean of three months' answers, never across the handover. */
const satisfactionMonths = 3;

export interface StudyMonth {
  /** Index of the stretch. */
  readonly unit: number;
  readonly month: number;
  readonly value: number;
  /** Infinity where nobody was handed over. */
  readonly handedOver: number;
}

/** The months whose outcome is known. `shift` moves every handover by so many months, for a placebo. */
export function studyMonths(
  panel: PanelData,
  stretches: readonly HandoverStretch[],
  outcome: StudyOutcome | "answers",
  shift = 0,
): StudyMonth[] {
  const months: StudyMonth[] = [];
  const { vacancyShare } = panel.columns;
  for (const [unit, { from, to, handedOver }] of stretches.entries()) {
    const treatedFrom = handedOver + shift;
    for (let row = from; row < to; row++) {
      const month = panel.month[row]!;
      // A placebo looks only at months before the real handover and its notice.
      if (shift !== 0 && month >= handedOver - 1) break;
      // While a post is vacant the handover is on its way: neither before nor after.
      if (month < handedOver && vacancyShare[row]! > 0) continue;
      const notBefore = month >= treatedFrom ? treatedFrom : Number.NEGATIVE_INFINITY;
      const value = outcomeOf(panel, outcome, row, notBefore, from);
      if (!Number.isNaN(value)) months.push({ unit, month, value, handedOver: treatedFrom });
    }
  }
  return months;
}

/** The same as columns for the event study. */
export function studyRows(
  panel: PanelData,
  stretches: readonly HandoverStretch[],
  outcome: StudyOutcome,
  shift = 0,
): StaggeredRows {
  const months = studyMonths(panel, stretches, outcome, shift);
  return {
    unit: Int32Array.from(months, ({ unit }) => unit),
    period: Int32Array.from(months, ({ month }) => month),
    outcome: Float64Array.from(months, ({ value }) => value),
    firstTreated: Float64Array.from(months, ({ handedOver }) => handedOver),
  };
}

function outcomeOf(
  panel: PanelData,
  outcome: StudyOutcome | "answers",
  row: number,
  notBefore: number,
  from: number,
): number {
  const { csatN, csatSum, revenueMinor, isComplete, churnsNextMonth } = panel.columns;
  switch (outcome) {
    case "revenue":
      return isComplete[row] === 1 && revenueMinor[row]! > 0 && panel.revenueMonths[row]! > 0
        ? Math.log(revenueMinor[row]!) - panel.logRate[row]!
        : Number.NaN;
    case "churn":
      return churnsNextMonth[row]!;
    case "answered":
      return isComplete[row] === 1 ? Number(csatN[row]! > 0) : Number.NaN;
    case "answers":
      return csatN[row]! > 0 ? csatSum[row]! / csatN[row]! : Number.NaN;
    case "satisfaction": {
      let n = 0;
      let sum = 0;
      for (let at = row; at >= from && panel.month[row]! - panel.month[at]! < satisfactionMonths; at--) {
        if (panel.month[at]! < notBefore) break;
        n += csatN[at]!;
        sum += csatSum[at]!;
      }
      return n > 0 ? sum / n : Number.NaN;
    }
  }
}
