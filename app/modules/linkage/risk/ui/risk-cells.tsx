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

export function factorsCell(t: TFunction, format: Formatter, factors: readonly RiskFactor[]): ReactNode {
  if (factors.length === 0) return <span className="muted">{t("risk.accounts.noFactor")}</span>;
  return (
    <ul className={styles["factors"]}>
      {factors.slice(0, mostFactors).map((factor) => {
        const value = format.number(factor.hazardRatio, { decimals: 1 });
        return (
          <li key={factor.exposure}>
            {factorText(t, format, factor)}{" "}
            <span className="muted" title={t("risk.timesTitle", { value })}>
              {t("risk.times", { value })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
