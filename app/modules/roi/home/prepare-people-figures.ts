import { minimumGroupSize } from "~/modules/access/suppression";
import type { Figure, FigureId } from "./figure";
import { countReading, figureOf, noData, type Reading, rateReading, ratioReading } from "./figures";
import type { PeopleMonth } from "./read-people-months.server";
import { sumOver, type Window } from "./window";

const daysPerYear = 365.25;

export function prepareHeadcount(months: readonly PeopleMonth[], window: Window): Figure {
  return figureOf({ id: "headcount", unit: "count", goodDirection: null }, window, ({ last }) => {
    const month = months.find((row) => row.month === last);
    return month ? countReading(month.headcountEnd) : noData();
  });
}

type Leavers = "leavers" | "leftVoluntary" | "leftRegretted";

/** Departures per person-year; everyone counts for the days they were here. */
export function prepareTurnover(
  months: readonly PeopleMonth[],
  window: Window,
  id: FigureId,
  leavers: Leavers,
): Figure {
  return figureOf({ id, unit: "percentPerYear", goodDirection: "down" }, window, (each) => {
    const sums = sumOver(months, each, [leavers, "personDays"]);
    return sums
      ? rateReading(sums[leavers], sums.personDays / daysPerYear, [leavers, "personYears"])
      : noData();
  });
}

/** Recruiting cost of the window over its hires; what was spent without a hire is carried into the window. */
export function prepareCostPerHire(months: readonly PeopleMonth[], window: Window): Figure {
  return figureOf({ id: "costPerHire", unit: "money", goodDirection: "down" }, window, (each) => {
    const sums = sumOver(months, each, ["acquisitionMinor", "hires"]);
    if (!sums) return noData();
    return ratioReading(
      { name: "recruitingCost", value: sums.acquisitionMinor, unit: "money" },
      { name: "hires", value: sums.hires, unit: "count" },
      sums.hires,
    );
  });
}

export function prepareTrainingHours(months: readonly PeopleMonth[], window: Window): Figure {
  return figureOf({ id: "trainingHoursPerFte", unit: "hours", goodDirection: "up" }, window, (each) => {
    const sums = sumOver(months, each, ["trainingHours", "fteDays"]);
    if (!sums) return noData();
    return ratioReading(
      { name: "trainingHours", value: sums.trainingHours, unit: "hours" },
      { name: "fteYears", value: sums.fteDays / daysPerYear, unit: "years" },
    );
  });
}

export const costCategories = [
  "acquisition",
  "compensation",
  "retention",
  "training",
  "turnover",
  "productivity",
  "morale",
] as const;

/** All seven categories; null for a company so small that the sum would tell single salaries. */
export function peopleCostOver(months: readonly PeopleMonth[], window: Window): number | "suppressed" | null {
  const sums = sumOver(
    months,
    window,
    costCategories.map((category) => `${category}Minor` as const),
  );
  if (!sums) return null;
  const isTooSmall = months.some(
    (row) =>
      row.month >= window.first &&
      row.month <= window.last &&
      row.headcountEnd > 0 &&
      row.headcountEnd < minimumGroupSize,
  );
  return isTooSmall ? "suppressed" : Object.values(sums).reduce((total, part) => total + part, 0);
}

export function hiddenReading(): Reading {
  return { value: null, interval: null, n: null, reason: "suppressed", parts: [] };
}
