import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { CurrencySwitch } from "../switch-reporting-currency.server";

const namedMissing = 12;

/** What a switch of the reporting currency does, before anybody confirms it. */
export function CurrencySwitchPlan({ plan }: { plan: CurrencySwitch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, to, rates, missing } = plan;
  const latestMonth = rates.at(-1)?.month;
  const latest = rates.filter((rate) => rate.month === latestMonth);
  return (
    <div className="stack" style={{ maxWidth: 640 }}>
      <ul style={{ listStyle: "disc", paddingLeft: 20 }}>
        <li>{t("rates.switch.amounts")}</li>
        <li>{t("rates.switch.crossed", { count: rates.length, from })}</li>
        <li>{t("rates.switch.recomputed")}</li>
        <li>{t("rates.switch.goals")}</li>
        <li>{t("rates.switch.rounded")}</li>
      </ul>
      {missing.length > 0 && (
        <div className="notice warn">
          <p className="strong">{t("rates.switch.missingTitle", { count: missing.length })}</p>
          <p>{t("rates.switch.missingText", { to })}</p>
          <p>
            {missing
              .slice(0, namedMissing)
              .map(({ currency, month }) => `${currency} ${format.month(month)}`)
              .join(", ")}
            {missing.length > namedMissing &&
              ` ${t("rates.switch.moreMissing", { count: missing.length - namedMissing })}`}
          </p>
        </div>
      )}
      <div className="table-frame">
        <table className="data" style={{ width: "auto", minWidth: 320 }}>
          <caption className="sub" style={{ textAlign: "left", paddingBottom: 8 }}>
            {t("rates.switch.preview")}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("rates.currency")}</th>
              <th scope="col">{t("rates.month")}</th>
              <th scope="col" className="n">
                {t("rates.switch.after", { currency: to })}
              </th>
            </tr>
          </thead>
          <tbody>
            {latest.map(({ currency, month, rate }) => (
              <tr key={currency}>
                <td>{currency}</td>
                <td>{format.month(month)}</td>
                <td className="n">{rate}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
