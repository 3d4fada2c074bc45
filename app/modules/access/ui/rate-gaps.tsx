import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { RateTable } from "../list-exchange-rates.server";

const named = 8;

/** What is converted by another month's rate, and what is left out: before anything else on the page. */
export function RateGaps({ gaps, withoutAnyRate }: Pick<RateTable, "gaps" | "withoutAnyRate">) {
  const { t } = useTranslation();
  const format = useFormat();
  const standing = gaps.filter((gap) => gap.standsIn !== null);
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
      {standing.length > 0 && (
        <div className="notice warn" style={{ marginBottom: 16 }}>
          <p className="strong">{t("rates.gapsTitle")}</p>
          <ul>
            {standing.slice(0, named).map(({ currency, month, amounts, standsIn }) => (
              <li key={currency + month}>
                <Link to={`?edit=${currency}+${month.slice(0, 7)}#rate`}>
                  {t("rates.gap", {
                    currency,
                    month: format.month(month),
                    count: amounts,
                    by: format.month(standsIn),
                  })}
                </Link>
              </li>
            ))}
            {standing.length > named && <li>{t("rates.moreGaps", { count: standing.length - named })}</li>}
          </ul>
        </div>
      )}
    </>
  );
}
