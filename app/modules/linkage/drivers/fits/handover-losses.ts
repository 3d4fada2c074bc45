/** A hazard is known only where something was lost: which windows of the churn study may be shown. */
import type { FitData } from "./fit-data";
import type { Study } from "./handover-studies";
import type { HandoverStretch } from "./handover-timeline";

const fewestLosses = 10;

/** Where none was lost in a window, its error of nought would claim to know the hazard. */
const fewestLossesOfAWindow = 5;

/** Losses of accounts that were handed over, by months since. */
function lossesAfter({ panel }: FitData, stretches: readonly HandoverStretch[]): Map<number, number> {
  const losses = new Map<number, number>();
  for (const { from, to, handedOver } of stretches) {
    for (let row = from; row < to; row++) {
      const since = panel.month[row]! - handedOver;
      if (since >= 0 && panel.columns.churnsNextMonth[row] === 1)
        losses.set(since, (losses.get(since) ?? 0) + 1);
    }
  }
  return losses;
}

/** The study with the windows in which something was lost, or null where nearly nothing was. */
export function withLosses(study: Study, data: FitData, stretches: readonly HandoverStretch[]): Study | null {
  if (study.outcome !== "churn") return study;
  const losses = lossesAfter(data, stretches);
  const within = (months: readonly number[]) =>
    months.reduce((sum, month) => sum + (losses.get(month) ?? 0), 0);
  if (within([...losses.keys()]) < fewestLosses) return null;
  return { ...study, windows: study.windows.filter(({ months }) => within(months) >= fewestLossesOfAWindow) };
}
