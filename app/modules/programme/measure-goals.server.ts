import { addDays, addMonths, type CalendarDate, type Month, monthOf, monthRange } from "~/kernel/calendar";
import { minorDigits } from "~/kernel/money";
import { engagementOf } from "~/modules/linkage/account-page/unit-engagement.server";
import { listExchangeRates } from "~/modules/people/list-exchange-rates.server";
import { converterTo } from "~/modules/people/reporting-money";
import type { GoalRow } from "./goal-row";
import { assessJudged, assessMeasured, type Progress } from "./goal-status";
import {
  lastMonthBy,
  type Metric,
  type MetricMonth,
  type MetricReading,
  metricOf,
  readMetric,
} from "./metric-library";
import { readMetricMonths } from "./read-metric-months.server";

export interface MeasuredGoal extends GoalRow {
  readonly progress: Progress;
  /** In the metric's unit; money in major units of `shownCurrency`. */
  readonly baseline: number | null;
  /** Typed by a person, or read from the ledgers as of baselineOn. */
  readonly isBaselineTyped: boolean;
  readonly target: number | null;
  readonly actual: MetricReading | null;
  /** Last day of the window the actual is of. */
  readonly actualOn: CalendarDate | null;
  /** The reporting currency, where the metric is money. */
  readonly shownCurrency: string | null;
  /** Value at the end of each month from a year before the baseline on. */
  readonly trend: readonly { readonly month: Month; readonly value: number | null }[];
}

interface Company {
  readonly today: CalendarDate;
  readonly reportingCurrency: string;
}

const shownBeforeBaseline = 6;

/** Measures every goal; the rollups are read once for each unit that goals are about. */
export async function measureGoals(goals: readonly GoalRow[], company: Company): Promise<MeasuredGoal[]> {
  const months = new Map<string | null, Promise<MetricMonth[]>>();
  const monthsOf = (unitId: string | null): Promise<MetricMonth[]> => {
    const known = months.get(unitId);
    if (known) return known;
    const about = goals.filter((goal) => goal.orgUnitId === unitId && goal.metric !== null);
    const earliest = about.map((goal) => goal.baselineOn).sort()[0] ?? company.today;
    const read = readMetricMonths({
      unitId,
      from: addMonths(monthOf(earliest), -12 - shownBeforeBaseline),
      to: lastMonthBy(company.today),
      withVacancy: about.some((goal) => goal.metric === "vacancyShare"),
    });
    months.set(unitId, read);
    return read;
  };
  return Promise.all(goals.map((goal) => measureGoal(goal, company, monthsOf)));
}

async function measureGoal(
  goal: GoalRow,
  company: Company,
  monthsOf: (unitId: string | null) => Promise<MetricMonth[]>,
): Promise<MeasuredGoal> {
  if (goal.metric === null) {
    const status = assessJudged(goal.assessment, goal.dueOn, company.today);
    const { expected } = assessMeasured({ ...goal, ...nothing, today: company.today });
    return { ...goal, ...unmeasured, progress: { status, done: null, expected } };
  }
  const metric = metricOf(goal.metric);
  const asOf = goal.dueOn < company.today ? addDays(goal.dueOn, 1) : company.today;
  const last = lastMonthBy(asOf);
  const shownCurrency = metric.unit === "money" ? company.reportingCurrency : null;
  const shown = (reading: MetricReading): MetricReading =>
    shownCurrency && reading.value !== null
      ? { ...reading, value: reading.value / 10 ** minorDigits(shownCurrency) }
      : reading;
  const readings =
    metric.read === null
      ? await readEngagement(goal, asOf)
      : readRollups(metric, goal, await monthsOf(goal.orgUnitId), last);
  const [typedBaseline, target] = await inReportingCurrency(goal, company, [
    goal.baselineValue,
    goal.targetValue,
  ]);
  const actual = shown(readings.actual);
  const baseline = goal.baselineValue !== null ? typedBaseline : shown(readings.baseline).value;
  const progress = assessMeasured({
    baseline: baseline ?? null,
    target: target ?? 0,
    actual: target === null ? null : actual.value,
    baselineOn: goal.baselineOn,
    dueOn: goal.dueOn,
    today: company.today,
    direction: metric.direction,
  });
  return {
    ...goal,
    progress,
    baseline: baseline ?? null,
    isBaselineTyped: goal.baselineValue !== null,
    target: target ?? null,
    actual,
    actualOn: addDays(addMonths(last, 1), -1),
    shownCurrency,
    trend: readings.trend.map(({ month, reading }) => ({ month, value: shown(reading).value })),
  };
}

interface Readings {
  readonly actual: MetricReading;
  readonly baseline: MetricReading;
  readonly trend: readonly { readonly month: Month; readonly reading: MetricReading }[];
}

function readRollups(metric: Metric, goal: GoalRow, months: readonly MetricMonth[], last: Month): Readings {
  const first = addMonths(lastMonthBy(goal.baselineOn), -shownBeforeBaseline);
  return {
    actual: readMetric(metric, months, last),
    baseline: readMetric(metric, months, lastMonthBy(goal.baselineOn)),
    trend: monthRange(first, last).map((month) => ({ month, reading: readMetric(metric, months, month) })),
  };
}

/** What surveys say goes through the suppression of the one place that reads them; there is no monthly trend of waves. */
async function readEngagement(goal: GoalRow, asOf: CalendarDate): Promise<Readings> {
  const read = async (day: CalendarDate): Promise<MetricReading> => {
    const { unit, company } = await engagementOf(goal.orgUnitId ?? "", day);
    const { mean, n, reason } = goal.orgUnitId === null ? company : unit;
    // Too few answers, or too few once another unit is taken off: for the reader it is the same.
    const shownReason = reason === null || reason === "no_data" ? reason : "suppressed";
    return { value: mean, numerator: null, denominator: n, reason: shownReason };
  };
  const [actual, baseline] = [await read(asOf), await read(goal.baselineOn)];
  return { actual, baseline, trend: [] };
}

/** A target set before the reporting currency changed is worth what the latest rate says; without one it is not comparable. */
async function inReportingCurrency(
  { currency }: GoalRow,
  { reportingCurrency, today }: Company,
  values: readonly (number | null)[],
): Promise<(number | null)[]> {
  if (currency === null || currency === reportingCurrency) return [...values];
  const convert = converterTo(reportingCurrency, await listExchangeRates([currency]));
  return values.map((value) => {
    if (value === null) return null;
    const minor = BigInt(Math.round(value * 10 ** minorDigits(currency)));
    const converted = convert(minor, currency, today);
    return converted === null ? null : Number(converted) / 10 ** minorDigits(reportingCurrency);
  });
}

const nothing = { baseline: null, target: 0, actual: null, direction: "up" as const };
const unmeasured = {
  baseline: null,
  isBaselineTyped: false,
  target: null,
  actual: null,
  actualOn: null,
  shownCurrency: null,
  trend: [],
};
