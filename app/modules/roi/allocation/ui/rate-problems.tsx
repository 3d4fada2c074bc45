import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { RateProblem } from "../read-cost-months.server";

/** Names every currency and month without a rate: left out where there is none at all, else which rate was taken. */
export function RateProblems({ problems }: { problems: readonly RateProblem[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (problems.length === 0) return null;
  return (
    <div className="notice warn" role="status">
      <p className="strong">{t("money.rates.title")}</p>
      <ul>
        {problems.slice(0, 12).map(({ currency, month, originalMinor, rateMonth }) => (
          <li key={`${currency} ${month}`}>
            {t(rateMonth === null ? "money.rates.leftOut" : "money.rates.carried", {
              amount: format.money(originalMinor, currency),
              currency,
              month: format.month(month),
              from: format.month(rateMonth),
            })}
          </li>
        ))}
      </ul>
      {problems.length > 12 && <p>{t("money.rates.more", { count: problems.length - 12 })}</p>}
    </div>
  );
}
