import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { IntervalEstimate, Scale } from "../../drivers/result";

const decimals: Readonly<Record<Scale, number>> = { points: 2, percent: 1, per_hundred_a_year: 1 };

/** How studies write their figures: signed differences in the outcome's scale, shares, p values. */
export function useStudyFormat() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const difference = (value: number | null, scale: Scale) =>
    format.number(value, { decimals: decimals[scale], signed: true });
  const share = (value: number | null) => format.percent(value, { decimals: 0 });
  return {
    ...format,
    difference,
    share,
    differenceWith: ({ estimate, lower, upper }: IntervalEstimate, scale: Scale) =>
      t("studies.estimateWith", {
        value: difference(estimate, scale),
        low: difference(lower, scale),
        high: difference(upper, scale),
      }),
    tick: (value: number, decimals: number) =>
      format.number(value, { decimals: value === 0 ? 0 : decimals, signed: true }),
    /** A noun in the middle of a sentence. */
    inSentence: (noun: string) => noun.charAt(0).toLocaleLowerCase(i18n.language) + noun.slice(1),
    /** "0.03"; "under 0.001" where more digits would say nothing. */
    p: (name: "p" | "q", value: number) =>
      value < 0.001
        ? t(`studies.small.${name}`)
        : t(`studies.test.${name}`, { value: format.number(value, { decimals: value < 0.1 ? 3 : 2 }) }),
  };
}
