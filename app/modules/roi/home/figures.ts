import { studentTQuantile } from "~/stats/distributions/student-t";
import { eventRate } from "~/stats/proportions/event-rate";
import { netPromoterScore } from "~/stats/proportions/net-promoter-score";
import { share } from "~/stats/proportions/share";
import { type Estimate, isRefusal, type Refusal } from "~/stats/result";
import { type Figure, isClearlyDifferent, type Part } from "./figure";
import { trendWindows, type Window, yearEarlier } from "./window";

/** One window's value with what it was made of. */
export interface Reading {
  readonly value: number | null;
  readonly interval: Figure["interval"];
  readonly n: number | null;
  readonly reason: Figure["reason"];
  readonly parts: readonly Part[];
}

type Head = Pick<Figure, "id" | "unit" | "goodDirection">;

/** Reads the same figure over the window, the year before, and the trend's windows. */
export function figureOf(head: Head, window: Window, read: (window: Window) => Reading): Figure {
  const now = read(window);
  const before = read(yearEarlier(window));
  return {
    ...head,
    ...now,
    previous: before.value,
    isChangeClear: isClearlyDifferent(now.value, now.interval, before.value, before.interval),
    trend: trendWindows(window).map((each) => read(each).value),
  };
}

export function noData(parts: readonly Part[] = []): Reading {
  return { value: null, interval: null, n: null, reason: "no_data", parts };
}

function estimated(result: Estimate | Refusal, n: number, parts: readonly Part[]): Reading {
  if (isRefusal(result)) return { value: null, interval: null, n, reason: "no_base", parts };
  return { value: result.estimate, interval: result.interval, n, reason: null, parts };
}

/** A share with its Wilson interval. */
export function shareReading(count: number, of: number, names: readonly [string, string]): Reading {
  return estimated(share(count, of), of, countParts([count, of], names));
}

/** Events per person-year with the exact Poisson interval. */
export function rateReading(events: number, years: number, names: readonly [string, string]): Reading {
  const parts: Part[] = [
    { name: names[0], value: events, unit: "count" },
    { name: names[1], value: years, unit: "years" },
  ];
  return estimated(eventRate(events, years), events, parts);
}

export function npsReading(n: number, promoters: number, detractors: number): Reading {
  const parts = countParts([promoters, detractors, n], ["promoters", "detractors", "answers"]);
  return estimated(
    netPromoterScore({ promoters, detractors, passives: n - promoters - detractors }),
    n,
    parts,
  );
}

/** A mean from its sums, with Student's interval. */
export function meanReading(n: number, sum: number, sumOfSquares: number): Reading {
  const parts: Part[] = [
    { name: "sumOfAnswers", value: sum, unit: "count" },
    { name: "answers", value: n, unit: "count" },
  ];
  if (n === 0) return { value: null, interval: null, n: 0, reason: "no_base", parts };
  const mean = sum / n;
  if (n === 1) return { value: null, interval: null, n, reason: "too_few", parts };
  const variance = Math.max(0, (sumOfSquares - n * mean * mean) / (n - 1));
  const margin = studentTQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  return { value: mean, interval: { lower: mean - margin, upper: mean + margin }, n, reason: null, parts };
}

/** A plain ratio; nothing to divide by has no value. */
export function ratioReading(numerator: Part, denominator: Part, n: number | null = null): Reading {
  const parts = [numerator, denominator];
  if (denominator.value === 0) return { value: null, interval: null, n, reason: "no_base", parts };
  return { value: numerator.value / denominator.value, interval: null, n, reason: null, parts };
}

export function countReading(value: number, parts: readonly Part[] = []): Reading {
  return { value, interval: null, n: null, reason: null, parts };
}

function countParts(values: readonly number[], names: readonly string[]): Part[] {
  return values.map((value, index) => ({ name: names[index] ?? "", value, unit: "count" }));
}
