import type { TFunction } from "i18next";
import type { Formatter } from "~/i18n/format";
import { type MetricId, metricOf } from "../metric-library";

interface Measured {
  readonly metric: MetricId | null;
  readonly shownCurrency: string | null;
}

/** "%", "EUR", "h a year": what stands beside the figure. */
export function unitWord(t: TFunction, { metric, shownCurrency }: Measured): string {
  if (metric === null) return "";
  return t(`programme.unit.${metricOf(metric).unit}`, { currency: shownCurrency ?? "" });
}

/** A dash where there is no value; decimals as the metric has them. */
export function valueWord(format: Formatter, metric: MetricId | null, value: number | null): string {
  if (metric === null) return "–";
  return format.number(value, { decimals: metricOf(metric).decimals });
}
