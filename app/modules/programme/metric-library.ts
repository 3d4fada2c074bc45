import { addMonths, type CalendarDate, type Month, monthOf } from "~/kernel/calendar";
import { type NoValueReason, type Ratio, ratio } from "~/kernel/units";

/** What a goal can be measured by. Definitions stand in docs/metrics.md; the id is the heading there. */
export const metricIds = [
  "csat",
  "nps",
  "logoChurn",
  "grr",
  "nrr",
  "revenue",
  "vacancyShare",
  "departureHandovers",
  "voluntaryTurnover",
  "regrettedDepartures",
  "trainingHoursPerFte",
  "costPerHire",
  "engagement",
] as const;
export type MetricId = (typeof metricIds)[number];

/** percent: stored and typed as 82.4, not 0.824. money: major units of the goal's currency. */
export type MetricUnit = "percent" | "percentAYear" | "score" | "money" | "count" | "hours" | "scale5";

/** One month of a unit and all below it, summed from the rollups; a month without rows is not there. */
export interface MetricMonth {
  readonly month: Month;
  readonly csatN: number;
  readonly csatTop2: number;
  readonly npsN: number;
  readonly npsPromoters: number;
  readonly npsDetractors: number;
  readonly cohortAccounts: number;
  readonly cohortLost: number;
  readonly revenueMinor: number;
  readonly recurringBaseMinor: number;
  readonly recurringKeptCappedMinor: number;
  readonly recurringKeptMinor: number;
  readonly accountsAtStart: number;
  readonly accountsWithoutOwner: number;
  readonly handoversAfterDeparture: number;
  readonly personDays: number;
  readonly fteDays: number;
  readonly hires: number;
  readonly leftVoluntary: number;
  readonly leftRegretted: number;
  readonly acquisitionMinor: number;
  readonly trainingHours: number;
}

type Field = Exclude<keyof MetricMonth, "month">;
type Sums = Readonly<Record<Field, number>>;

export interface Metric {
  readonly id: MetricId;
  readonly unit: MetricUnit;
  /** Which way is better. */
  readonly direction: "up" | "down";
  /** Survey answers and money per head of a small unit would tell of single people. */
  readonly reach: "any unit" | "company only";
  /** Decimals that baseline, target and actual are shown with. */
  readonly decimals: number;
  /** Calendar months of the window that ends with the as-of month; 0: the state at its end. */
  readonly months: 0 | 1 | 12;
  /** From the window's sums; null where the reading comes from elsewhere (survey answers: engagement). */
  readonly read: ((sums: Sums) => Ratio) | null;
}

const daysPerYear = 365.25;
/** Fewer hires than this would show what single people cost to find. */
const fewestHires = 5;

const share = (numerator: number, denominator: number) => scaled(ratio(numerator, denominator), 100);
const count = (value: number): Ratio => ({ value, numerator: value, denominator: 1, reason: null });

function scaled(reading: Ratio, factor: number): Ratio {
  return reading.value === null ? reading : { ...reading, value: reading.value * factor };
}

function few(reading: Ratio): Ratio {
  return { ...reading, value: null, reason: "too_few" };
}

const library: readonly Omit<Metric, "reach" | "decimals">[] = [
  { id: "csat", unit: "percent", direction: "up", months: 12, read: (s) => share(s.csatTop2, s.csatN) },
  {
    id: "nps",
    unit: "score",
    direction: "up",
    months: 12,
    read: (s) => share(s.npsPromoters - s.npsDetractors, s.npsN),
  },
  {
    id: "logoChurn",
    unit: "percentAYear",
    direction: "down",
    months: 1,
    read: (s) => share(s.cohortLost, s.cohortAccounts),
  },
  {
    id: "grr",
    unit: "percent",
    direction: "up",
    months: 12,
    read: (s) => share(s.recurringKeptCappedMinor, s.recurringBaseMinor),
  },
  {
    id: "nrr",
    unit: "percent",
    direction: "up",
    months: 12,
    read: (s) => share(s.recurringKeptMinor, s.recurringBaseMinor),
  },
  { id: "revenue", unit: "money", direction: "up", months: 12, read: (s) => count(s.revenueMinor) },
  {
    id: "vacancyShare",
    unit: "percent",
    direction: "down",
    months: 12,
    read: (s) => share(s.accountsWithoutOwner, s.accountsAtStart),
  },
  {
    id: "departureHandovers",
    unit: "count",
    direction: "down",
    months: 12,
    read: (s) => count(s.handoversAfterDeparture),
  },
  {
    id: "voluntaryTurnover",
    unit: "percentAYear",
    direction: "down",
    months: 12,
    read: (s) => share(s.leftVoluntary, s.personDays / daysPerYear),
  },
  {
    id: "regrettedDepartures",
    unit: "count",
    direction: "down",
    months: 12,
    read: (s) => count(s.leftRegretted),
  },
  {
    id: "trainingHoursPerFte",
    unit: "hours",
    direction: "up",
    months: 12,
    read: (s) => ratio(s.trainingHours, s.fteDays / daysPerYear),
  },
  {
    id: "costPerHire",
    unit: "money",
    direction: "down",
    months: 12,
    read: (s) => {
      const reading = ratio(s.acquisitionMinor, s.hires);
      return s.hires > 0 && s.hires < fewestHires ? few(reading) : reading;
    },
  },
  { id: "engagement", unit: "scale5", direction: "up", months: 0, read: null },
];

const decimalsOf: Readonly<Record<MetricUnit, number>> = {
  percent: 1,
  percentAYear: 1,
  score: 0,
  money: 0,
  count: 0,
  hours: 1,
  scale5: 2,
};

const metrics: ReadonlyMap<string, Metric> = new Map(
  library.map((metric) => [
    metric.id,
    {
      ...metric,
      reach: metric.id === "costPerHire" ? "company only" : "any unit",
      decimals: decimalsOf[metric.unit],
    },
  ]),
);

export function metricOf(id: MetricId): Metric {
  return metrics.get(id)!;
}

export function isMetricId(text: unknown): text is MetricId {
  return typeof text === "string" && metrics.has(text);
}

/** The last month that was over on the day: a month that has not ended would read as a fall. */
export function lastMonthBy(day: CalendarDate): Month {
  return addMonths(monthOf(day), -1);
}

/** A metric's value at the end of a month, in the metric's own unit; money in minor units of the reporting currency. */
export interface MetricReading {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly reason: NoValueReason | null;
}

const unread: MetricReading = { value: null, numerator: null, denominator: null, reason: "no_data" };

/** Null months before the first on record have no value: a window that is only half on record would read too low. */
export function readMetric(metric: Metric, months: readonly MetricMonth[], last: Month): MetricReading {
  if (!metric.read) return unread;
  const first = addMonths(last, 1 - metric.months);
  const inWindow = months.filter(({ month }) => month >= first && month <= last);
  if (!months[0] || months[0].month > first || inWindow.length === 0) return unread;
  const sums: Record<string, number> = {};
  for (const row of inWindow) {
    for (const [name, value] of Object.entries(row)) {
      if (name !== "month") sums[name] = (sums[name] ?? 0) + Number(value);
    }
  }
  return metric.read(sums as Sums);
}
