import type { TFunction } from "i18next";
import type { Formatter } from "~/i18n/format";
import type { RiskFactor } from "./risk-factor";

/** A factor in words, without its weight. One without a sentence of its own goes by its name. */
export function factorText(t: TFunction, format: Formatter, { exposure, value }: RiskFactor): string {
  // The model counts tenure in doublings of 1 + months.
  const amount =
    exposure === "tenure"
      ? format.number(2 ** value - 1)
      : format.number(value, { decimals: Math.abs(value) < 10 ? 1 : 0 });
  const name = t(`drivers.exposure.${exposure}` as "drivers.exposure.training");
  return t(`risk.factor.${exposure}` as "risk.factor.training", { value: amount, defaultValue: name });
}
