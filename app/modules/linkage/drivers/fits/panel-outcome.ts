/** The outcome of an account's month, and which months have one that may be compared. */
import type { RefusalCode } from "../result";
import type { FitData } from "./fit-data";
import { type NaturalScale, percentScale, pointsScale } from "./natural-scale";

export type PanelOutcome = "satisfaction" | "revenue";

const noOutcome: Readonly<Record<PanelOutcome, RefusalCode>> = {
  satisfaction: "no_answers",
  revenue: "no_revenue",
};

export const scales: Readonly<Record<PanelOutcome, NaturalScale>> = {
  satisfaction: pointsScale,
  revenue: percentScale,
};

/** For so many months a handover may show in the outcome; one that is not on record would be taken for its owner's newness. */
const handoverShows: Readonly<Record<PanelOutcome | "churn", number>> = {
  satisfaction: 12,
  revenue: 18,
  churn: 6,
};

export function isAfterUnrecordedHandover(
  { panel }: FitData,
  row: number,
  outcome: PanelOutcome | "churn",
): boolean {
  const since = panel.month[row]! - panel.unrecordedHandover[panel.account[row]!]!;
  return panel.unrecordedHandover[panel.account[row]!]! >= 0 && since >= 0 && since < handoverShows[outcome];
}

export function rowsWithOutcome(data: FitData, outcome: PanelOutcome, needsOwner: boolean) {
  const { panel } = data;
  const { csatN, revenueMinor, isComplete } = panel.columns;
  const excluded = {
    no_outcome: 0,
    partial_month: 0,
    partial_billing_period: 0,
    unrecorded_handover: 0,
    no_owner: 0,
  };
  const rows: number[] = [];
  let withOutcome = 0;
  let owned = 0;
  for (let row = 0; row < panel.rows; row++) {
    if (panel.owner[row]! >= 0) owned += 1;
    const isFirst =
      row === panel.accountStart[panel.account[row]!] && panel.month[row] === panel.acquiredMonth[row];
    if (outcome === "satisfaction" ? !(csatN[row]! > 0) : !(revenueMinor[row]! > 0)) excluded.no_outcome += 1;
    // A month begun or ended in the middle has part of a month's revenue, the first one also what is paid once.
    else if (outcome === "revenue" && (isComplete[row] !== 1 || isFirst)) excluded.partial_month += 1;
    else if (outcome === "revenue" && panel.revenueMonths[row] === 0) excluded.partial_billing_period += 1;
    else {
      withOutcome += 1;
      if (isAfterUnrecordedHandover(data, row, outcome)) excluded.unrecorded_handover += 1;
      else if (needsOwner && panel.owner[row]! < 0) excluded.no_owner += 1;
      else rows.push(row);
    }
  }
  const code: RefusalCode | null =
    panel.rows === 0
      ? "no_accounts"
      : withOutcome === 0
        ? noOutcome[outcome]
        : owned === 0
          ? "no_assignments"
          : null;
  return { candidates: Int32Array.from(rows), excluded, code };
}

export function outcomeOf({ panel }: FitData, outcome: PanelOutcome, rows: Int32Array): Float64Array {
  const { csatN, csatSum, revenueMinor } = panel.columns;
  return Float64Array.from(rows, (row) =>
    outcome === "satisfaction"
      ? csatSum[row]! / csatN[row]!
      : Math.log(revenueMinor[row]!) - panel.logRate[row]!,
  );
}
