import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { RateTable } from "../list-exchange-rates.server";

const named = 8;

/** What is converted by another month's rate, and what is left out: before anything else on the page. */
export function RateGaps({ gaps, withoutAnyRate }: Pick<RateTable, "gaps" | "withoutAnyRate">) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {withoutAnyRate.length > 0 && (
        <div className="notice bad" style={{ marginBottom: 16 }}>
          <p className="strong">{t("rates.noRateTitle")}</p>
          <ul>
            {withoutAnyRate.map(({ currency, amounts }) => (
              <li key={currency}>{t("rates.noRate", { currency, count: amounts })}</li>
            ))}
          </ul>
        </div>
      )}
      {gaps.length > 0 && (
        <div className="notice warn" style={{ marginBottom: 16 }}>
          <p className="strong">{t("rates.gapsTitle")}</p>
          <ul>
            {gaps.slice(0, named).map((gap) => (
              <li key={gap.currency + gap.firstMonth}>
                <Link to={`?edit=${gap.currency}+${gap.lastMonth.slice(0, 7)}#rate`}>
                  {t("rates.gap", {
                    currency: gap.currency,
                    month:
                      gap.firstMonth === gap.lastMonth
                        ? format.month(gap.firstMonth)
                        : `${format.month(gap.firstMonth)} – ${format.month(gap.lastMonth)}`,
                    count: gap.amounts,
                    by: format.month(gap.standsIn),
                  })}
                </Link>
              </li>
            ))}
            {gaps.length > named && <li>{t("rates.moreGaps", { count: gaps.length - named })}</li>}
          </ul>
        </div>
      )}
    </>
  );
}
