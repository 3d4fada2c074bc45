import { useTranslation } from "react-i18next";
import type { ProgrammeReturn } from "../simulate-programmes";

type Paid = Pick<ProgrammeReturn, "paybackMonths" | "cost">;

/** Months in words; a payback beyond the horizon says so instead of a number. */
export function usePayback(horizonMonths: number) {
  const { t } = useTranslation();
  const months = t("roi.headline.months");
  const never = t("roi.headline.notWithinShort", { months: horizonMonths });
  const short = (value: number | null) => (value === null ? never : String(value));
  return {
    short,
    base: ({ paybackMonths: { base }, cost }: Paid): string => {
      if (cost.base <= 0) return t("roi.headline.noCost");
      return base === null ? never : `${base} ${months}`;
    },
    range: ({ paybackMonths: { low, high }, cost }: Paid): string | null =>
      cost.base <= 0 || (low === null && high === null)
        ? null
        : t("roi.programmes.fromTo", { low: short(low), high: short(high) }),
    withRange({ paybackMonths: { base, low, high }, cost }: Paid): string {
      if (cost.base <= 0) return t("roi.headline.noCost");
      if (base === null && low === null) return t("roi.headline.notWithin", { months: horizonMonths });
      const range = t("roi.headline.range", { low: short(low), high: short(high) });
      return base === null ? `${never} ${range}` : `${base} ${months} ${range}`;
    },
  };
}
