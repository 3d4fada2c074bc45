import { lazy } from "react";
import { LazyPlot } from "./lazy-plot";
import type { MonthEvent, MonthLine } from "./month-series";

export interface MonthLinesProps {
  readonly months: readonly string[];
  readonly lines: readonly MonthLine[];
  readonly formatValue: (value: number) => string;
  readonly formatTick?: (value: number) => string;
  /** Says "n 34" in the tooltip; without it n is left out. */
  readonly formatN?: (n: number) => string;
  /** Fixed ends of the value axis, for example 1 to 5; else what the values span. */
  readonly domain?: readonly [number, number];
  readonly description: string;
  readonly events?: readonly MonthEvent[];
  readonly height?: number;
}

const Plot = import.meta.env.SSR
  ? (await import("./month-lines-plot")).default
  : lazy(() => import("./month-lines-plot"));

/** Lines by month with their intervals as bands; a missing month is a gap. */
export function MonthLines({ height = 240, ...plotProps }: MonthLinesProps) {
  return <LazyPlot Plot={Plot} plotProps={plotProps} height={height} />;
}
