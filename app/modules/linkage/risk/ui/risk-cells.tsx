import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import type { Formatter } from "~/i18n/format";
import { factorText } from "../factor-words";
import type { RiskFactor } from "../risk-factor";
import styles from "./risk.module.css";

/** Plain functions and not components: a page has fifty rows. */
export function probabilityCell(
  t: TFunction,
  format: Formatter,
  { probability, lower, upper }: { probability: number; lower: number; upper: number },
): ReactNode {
  const percent = (share: number) => format.percent(share, { decimals: share < 0.1 ? 1 : 0 });
  return (
    <>
      {percent(probability)}
      <span className="second">{t("risk.interval", { lower: percent(lower), upper: percent(upper) })}</span>
    </>
  );
}

const mostFactors = 3;

/** On a phone the reasons take the second line, and the chance stands at its end. */
export const factorsColumn = {
  phone: { line: 2 },
  ...(styles["factorsColumn"] && { className: styles["factorsColumn"] }),
} as const;

export const chanceColumn = (header: string) =>
  ({
    phone: { line: 2, before: header, after: "%" },
    ...(styles["chanceColumn"] && { className: styles["chanceColumn"] }),
  }) as const;

/** Those that a link was found for come first; the others stand back, and say so. */
export function factorsCell(
  t: TFunction,
  format: Formatter,
  factors: readonly RiskFactor[],
  unproven: readonly string[],
): ReactNode {
  if (factors.length === 0) return <span className="muted">{t("risk.accounts.noFactor")}</span>;
  return (
    <ul className={styles["factors"]}>
      {provenFirst(factors, unproven).map((factor) => {
        const isProven = !unproven.includes(factor.exposure);
        const value = format.number(factor.hazardRatio, { decimals: 1 });
        return (
          <li
            key={factor.exposure}
            data-proven={isProven ? "" : undefined}
            {...(!isProven && { title: t("risk.unprovenTitle") })}
          >
            {factorText(t, format, factor)}{" "}
            <span className="muted" title={t("risk.timesTitle", { value })}>
              {t("risk.times", { value })}
            </span>
            {!isProven && <span className="sr-only"> {t("risk.unproven")}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function provenFirst(factors: readonly RiskFactor[], unproven: readonly string[]): readonly RiskFactor[] {
  const rank = ({ exposure }: RiskFactor) => (unproven.includes(exposure) ? 1 : 0);
  return factors.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostFactors);
}
