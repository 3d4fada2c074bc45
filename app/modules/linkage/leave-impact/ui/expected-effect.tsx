import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import type { IntervalEstimate } from "../../drivers/result";
import styles from "./leave-impact.module.css";
import type { ShownImpact } from "./shown-impact";

/** What departures' handovers have done to revenue so far, applied to these accounts. Beside the cost to replace, never in it. */
export function ExpectedEffect({ impact }: { readonly impact: ShownImpact }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { effect, currency, exposedMinor, exposedMarginMinor } = impact;
  const unit = format.moneyUnit(currency);
  if (!effect.isMeasured) {
    const why =
      effect.reason === "not_computed" || effect.reason === "too_few"
        ? t(`risk.leave.notYet.${effect.reason}`)
        : t(`drivers.refused.${effect.reason}`);
    return (
      <section>
        <h3>{t("risk.leave.effectTitle")}</h3>
        <p className="sub">
          <b>{t("risk.leave.notMeasurable")}</b> {why}
        </p>
      </section>
    );
  }
  const money = ({ estimate, lower, upper }: IntervalEstimate) => (
    <>
      <b>{format.compactMoney(Math.round(estimate), currency)}</b>
      <span className="second">
        {t("risk.leave.to", {
          lower: format.compactMoney(Math.round(lower), currency),
          upper: format.compactMoney(Math.round(upper), currency),
        })}
      </span>
    </>
  );
  return (
    <section>
      <h3>{t("risk.leave.effectTitle")}</h3>
      <p className="sub">{t(effect.isClear ? "risk.leave.effectNote" : "risk.leave.effectUnclear")}</p>
      <TableFrame label={t("risk.leave.effectTitle")}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("risk.leave.horizon")}</th>
              <th scope="col" className="n">
                {t("risk.leave.revenue")}
                <span className="unit">{t("risk.leave.moneyUnit", { unit })}</span>
              </th>
              <th scope="col" className="n">
                {t("risk.leave.margin")}
                <span className="unit">{t("risk.leave.moneyUnit", { unit })}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {effect.horizons.map((horizon) => (
              <tr key={horizon.months}>
                <td>{t("risk.leave.months", { count: horizon.months })}</td>
                <td className="n">{money(horizon.revenueMinor)}</td>
                <td className="n">{money(horizon.marginMinor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className={`sub ${styles.grade}`} title={t(`drivers.gradeLong.${effect.grade}`)}>
        <b>{t("risk.model.grade", { grade: effect.grade })}</b> ({t(`drivers.grade.${effect.grade}`)}) ·{" "}
        {t(`risk.leave.source.${effect.source}`, { date: format.date(effect.asOf) })}
      </p>
      <details>
        <summary>{t("risk.leave.formulaTitle")}</summary>
        <p className="sub">
          {t("risk.leave.formula", {
            revenue: `${format.compactMoney(exposedMinor, currency)} ${unit}`,
            margin: `${format.compactMoney(exposedMarginMinor, currency)} ${unit}`,
          })}
        </p>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("risk.leave.window")}</th>
              <th scope="col" className="n">
                {t("risk.leave.effect")}
                <span className="unit">{t("risk.leave.effectUnit")}</span>
              </th>
              <th scope="col">{t("risk.leave.verdict")}</th>
            </tr>
          </thead>
          <tbody>
            {effect.windows.map((window) => (
              <tr key={window.key}>
                <td>
                  <Link to={`/drivers/${window.key}`}>
                    {t("risk.leave.windowMonths", { from: window.from, to: window.to })}
                  </Link>
                </td>
                <td className="n">
                  {format.number(window.estimate, { decimals: 1 })}
                  <span className="second">
                    {t("risk.leave.to", {
                      lower: format.number(window.lower, { decimals: 1 }),
                      upper: format.number(window.upper, { decimals: 1 }),
                    })}
                  </span>
                </td>
                <td>
                  {window.grade} · {t(`drivers.verdict.${window.verdict}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
