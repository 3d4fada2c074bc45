import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { LossRow, LossYear } from "../read-lifetime.server";

interface Props {
  readonly rows: readonly LossRow[];
  readonly years: readonly LossYear[];
  readonly currency: string;
}

/** What each loss cost and what they cost a year: value that would have come, and winning one like it. */
export function LossesSection({ rows, years, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit = <span className="unit">{format.moneyUnit(currency)}</span>;
  const money = (minor: number) => format.compactMoney(minor, currency);
  const heads = (
    <>
      <th className="n">
        {t("money.input.residual")}
        {unit}
      </th>
      <th className="n">
        {t("money.input.replacement")}
        {unit}
      </th>
      <th className="n">
        {t("money.losses.total")}
        {unit}
      </th>
    </>
  );
  return (
    <section className="section" id="losses">
      <div className="section-head">
        <div>
          <h2>{t("money.losses.title")}</h2>
          <p className="sub">{t("money.losses.subtitle")}</p>
        </div>
      </div>
      {years.length === 0 ? (
        <p className="sub">{t("money.reason.noLosses")}</p>
      ) : (
        <div className="stack">
          <div className="table-frame">
            <table className="data">
              <thead>
                <tr>
                  <th>{t("money.losses.year")}</th>
                  <th className="n">{t("money.losses.count")}</th>
                  {heads}
                </tr>
              </thead>
              <tbody>
                {years.map((year) => (
                  <tr key={year.year}>
                    <td>{year.year}</td>
                    <td className="n">{format.number(year.losses)}</td>
                    <td className="n">{money(year.residualMinor)}</td>
                    <td className="n">{money(year.replacementMinor)}</td>
                    <td className="n strong">{money(year.residualMinor + year.replacementMinor)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {rows.length > 0 && (
            <div className="table-frame">
              <table className="data">
                <thead>
                  <tr>
                    <th style={{ minWidth: 168 }}>{t("money.losses.account")}</th>
                    <th>{t("money.losses.lostOn")}</th>
                    <th className="n">
                      {t("money.values.interval")}
                      {unit}
                    </th>
                    {heads}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.accountId}>
                      <td>
                        <Link to={`/accounts/${row.accountId}`} prefetch="intent">
                          {row.name}
                        </Link>
                        <span className="second">{row.accountNumber}</span>
                      </td>
                      <td>{format.date(row.lostOn)}</td>
                      <td className="n nowrap">
                        {t("money.range", { low: money(row.lowerMinor), high: money(row.upperMinor) })}
                      </td>
                      <td className="n">{money(row.residualMinor)}</td>
                      <td className="n">
                        {row.replacementMinor === null ? (
                          <span title={t("money.reason.noAcquisitionCost")}>–</span>
                        ) : (
                          money(row.replacementMinor)
                        )}
                      </td>
                      <td className="n strong">{money(row.residualMinor + (row.replacementMinor ?? 0))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
