import { addMonths } from "~/kernel/calendar";
import type { Figure } from "./figure";
import {
  countReading,
  figureOf,
  meanReading,
  noData,
  npsReading,
  type Reading,
  ratioReading,
  shareReading,
} from "./figures";
import type { CustomerMonth } from "./read-customer-months.server";
import { sumOver, type Window } from "./window";

const keys = [
  "csatN",
  "csatTop2",
  "npsN",
  "npsPromoters",
  "npsDetractors",
  "cesN",
  "cesSum",
  "cesSumOfSquares",
] as const;

/** The sales manager's seven, from the months of the accounts in scope. */
export function prepareCustomerFigures(months: readonly CustomerMonth[], window: Window): Figure[] {
  const answered = (read: (sums: Record<(typeof keys)[number], number>) => Reading) => (each: Window) => {
    const sums = sumOver(months, each, keys);
    return sums ? read(sums) : noData();
  };
  return [
    figureOf(
      { id: "csat", unit: "percent", goodDirection: "up" },
      window,
      answered((sums) => shareReading(sums.csatTop2, sums.csatN, ["satisfied", "answers"])),
    ),
    figureOf(
      { id: "nps", unit: "score", goodDirection: "up" },
      window,
      answered((sums) => npsReading(sums.npsN, sums.npsPromoters, sums.npsDetractors)),
    ),
    figureOf(
      { id: "ces", unit: "scale7", goodDirection: "up" },
      window,
      answered((sums) => meanReading(sums.cesN, sums.cesSum, sums.cesSumOfSquares)),
    ),
    prepareLogoChurn(months, window),
    figureOf(
      { id: "grr", unit: "percent", goodDirection: "up" },
      window,
      retained(months, "recurringKeptCappedMinor"),
    ),
    figureOf(
      { id: "nrr", unit: "percent", goodDirection: "up" },
      window,
      retained(months, "recurringKeptMinor"),
    ),
    prepareHandovers(months, window),
  ];
}

/** Of those who were customers a year before, the share that is gone. */
export function prepareLogoChurn(months: readonly CustomerMonth[], window: Window): Figure {
  return figureOf({ id: "logoChurn", unit: "percent", goodDirection: "down" }, window, ({ last }) => {
    const month = months.find((row) => row.month === last);
    return month ? shareReading(month.cohortLost, month.cohortAccounts, ["lost", "atStart"]) : noData();
  });
}

export function prepareRetention(months: readonly CustomerMonth[], window: Window): Figure {
  return figureOf({ id: "customerRetention", unit: "percent", goodDirection: "up" }, window, ({ last }) => {
    const month = months.find((row) => row.month === last);
    return month
      ? shareReading(month.cohortAccounts - month.cohortLost, month.cohortAccounts, ["kept", "atStart"])
      : noData();
  });
}

/**
 * What recurring revenue of the twelve months before was kept in these twelve, from the accounts that paid it: capped
 * account by account (GRR) or not (NRR).
 */
function retained(months: readonly CustomerMonth[], kept: "recurringKeptCappedMinor" | "recurringKeptMinor") {
  return (window: Window): Reading => {
    const sums = sumOver(months, window, [kept, "recurringBaseMinor"]);
    if (!sums) return noData();
    return ratioReading(
      { name: "keptRevenue", value: sums[kept], unit: "money" },
      { name: "baseRevenue", value: sums.recurringBaseMinor, unit: "money" },
    );
  };
}

/** The last six months, against the six before. */
function prepareHandovers(months: readonly CustomerMonth[], window: Window): Figure {
  const halfYear = (last: string): Reading => {
    const sums = sumOver(months, { first: addMonths(last, -5), last }, [
      "handovers",
      "handoversAfterDeparture",
    ]);
    if (!sums) return noData();
    const planned = sums.handovers - sums.handoversAfterDeparture;
    return countReading(sums.handovers, [
      { name: "afterDeparture", value: sums.handoversAfterDeparture, unit: "count" },
      { name: "otherCause", value: planned, unit: "count" },
    ]);
  };
  const now = halfYear(window.last);
  const trend = Array.from({ length: 12 }, (_, index) => halfYear(addMonths(window.last, index - 11)).value);
  return {
    id: "handovers",
    unit: "count",
    goodDirection: "down",
    ...now,
    previous: halfYear(addMonths(window.last, -6)).value,
    isChangeClear: null,
    trend,
  };
}
