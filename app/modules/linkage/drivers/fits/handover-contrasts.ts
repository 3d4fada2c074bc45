/** What the handovers after which satisfaction fell most had in common, beside those after which it fell least. */
import { meanDifference } from "~/stats/proportions/mean-difference";
import { isRefusal } from "~/stats/result";
import type { HandoverContrast } from "../result";
import type { FitData } from "./fit-data";
import { handoverStretches } from "./handover-timeline";

/** Fewer handovers on either side than this show nothing but their own chance. */
const fewestOnASide = 10;
const windowMonths = 6;

interface Seen {
  readonly change: number;
  readonly factors: Readonly<Record<string, number>>;
}

const units: Readonly<Record<string, string>> = {
  vacancy_months: "months",
  new_hire: "share",
  successor_tenure: "months",
  successor_training: "hours",
  successor_workload: "standard_deviations",
  account_size: "standard_deviations",
};

/** Thirds by the change of mean satisfaction from the six months before to the six after; a description, not a cause. */
export function handoverContrasts(data: FitData): HandoverContrast[] {
  const seen = (["departure", "planned", "account_request"] as const)
    .flatMap((cause) => handoversSeen(data, cause))
    .sort((a, b) => a.change - b.change);
  const third = Math.floor(seen.length / 3);
  if (third < fewestOnASide) return [];
  const worst = seen.slice(0, third);
  const best = seen.slice(-third);
  return Object.keys(units).flatMap((factor) => {
    const of = (side: readonly Seen[]) =>
      side.map(({ factors }) => factors[factor]!).filter((value) => !Number.isNaN(value));
    const [low, high] = [of(worst), of(best)];
    if (low.length < fewestOnASide || high.length < fewestOnASide) return [];
    const difference = meanDifference(low, high);
    if (isRefusal(difference)) return [];
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const { estimate, interval } = difference;
    return [
      {
        factor,
        unit: units[factor]!,
        worst: mean(low),
        best: mean(high),
        difference: { estimate, lower: interval.lower, upper: interval.upper },
        nWorst: low.length,
        nBest: high.length,
      },
    ];
  });
}

function handoversSeen(data: FitData, cause: "departure" | "planned" | "account_request"): Seen[] {
  const { panel } = data;
  const { csatN, csatSum, vacancyShare, isHandoverToNewHire, tenureMonths, trainingHours, workloadZ } =
    panel.columns;
  return handoverStretches(panel, cause).flatMap(({ from, to, handedOver }) => {
    if (!Number.isFinite(handedOver)) return [];
    let at = from;
    while (at < to && panel.month[at]! < handedOver) at += 1;
    const meanOf = (first: number, last: number) => {
      let n = 0;
      let sum = 0;
      for (let row = Math.max(from, first); row < Math.min(to, last); row++) {
        n += csatN[row]!;
        sum += csatSum[row]!;
      }
      return n > 0 ? sum / n : Number.NaN;
    };
    const change = meanOf(at, at + windowMonths) - meanOf(at - windowMonths, at);
    if (Number.isNaN(change)) return [];
    let vacancy = vacancyShare[at]!;
    for (let row = at - 1; row >= from && vacancyShare[row]! > 0; row--) vacancy += vacancyShare[row]!;
    return [
      {
        change,
        factors: {
          vacancy_months: vacancy,
          new_hire: isHandoverToNewHire[at]!,
          successor_tenure: tenureMonths[at]!,
          successor_training: trainingHours[at]!,
          successor_workload: workloadZ[at]!,
          account_size: data.accountSize[at]!,
        },
      },
    ];
  });
}
