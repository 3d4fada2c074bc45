import { lazy } from "react";
import { LazyPlot } from "./lazy-plot";
import type { MonthEvent, MonthSeries } from "./month-series";

export interface MonthBarsProps {
  readonly months: readonly string[];
  /** From the bottom of the stack upwards. */
  readonly series: readonly MonthSeries[];
  readonly formatValue: (value: number) => string;
  /** Where the axis wants fewer digits than the tooltip. */
  readonly formatTick?: (value: number) => string;
  /** The chart told in one sentence, for those who cannot see it. */
  readonly description: string;
  readonly events?: readonly MonthEvent[];
  readonly height?: number;
}

const Plot = import.meta.env.SSR
  ? (await import("./month-bars-plot")).default
  : lazy(() => import("./month-bars-plot"));

/** Stacked bars, one for each month. */
export function MonthBars({ height = 280, ...plotProps }: MonthBarsProps) {
  return <LazyPlot Plot={Plot} plotProps={plotProps} height={height} />;
}
