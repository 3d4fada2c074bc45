import type { TFunction } from "i18next";
import type { Formatter } from "~/i18n/format";
import type { RiskFactor } from "./risk-factor";

/** A factor in words, without its weight. One without a sentence of its own goes by its name. */
export function factorText(t: TFunction, format: Formatter, { exposure, value }: RiskFactor): string {
  if (exposure === "tenure") return tenureText(t, format, value);
  const amount = format.number(value, { decimals: Math.abs(value) < 10 ? 1 : 0 });
  const name = t(`drivers.exposure.${exposure}` as "drivers.exposure.training");
  return t(`risk.factor.${exposure}` as "risk.factor.training", { value: amount, defaultValue: name });
}

/** The model counts tenure in doublings of 1 + months. */
function tenureText(t: TFunction, format: Formatter, doublings: number): string {
  const months = Math.round(2 ** doublings - 1);
  return months < 1
    ? t("risk.factor.justHired")
    : t("risk.factor.tenure", { count: months, value: format.number(months) });
}
