import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ValuedRow } from "../read-lifetime.server";

export function ValuesTable({ rows, currency }: { rows: readonly ValuedRow[]; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  const unit = <span className="unit">{format.moneyUnit(currency)}</span>;
  const money = (minor: number) => format.compactMoney(minor, currency);
  return (
    <section className="section" id="values">
      <div className="section-head">
        <div>
          <h2>{t("money.values.title")}</h2>
          <p className="sub">{t("money.values.subtitle")}</p>
        </div>
        <div className="section-links no-print">
          <a href={`/money/lifetime.csv?${search.toString()}`}>CSV</a>
        </div>
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th style={{ minWidth: 168 }}>{t("money.column.account")}</th>
              <th>{t("money.values.model")}</th>
              <th className="n">
                {t("money.figure.clvShort")}
                {unit}
              </th>
              <th className="n">
                {t("money.values.interval")}
                {unit}
              </th>
              <th className="n">
                {t("money.values.plain")}
                {unit}
              </th>
              <th className="n">
                {t("money.values.kept")}
                <span className="unit">%</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.accountId}>
                <td>
                  <Link to={`/accounts/${row.accountId}`} prefetch="intent">
                    {row.name}
                  </Link>
                  <span className="second">
                    {[row.accountNumber, row.segment].filter(Boolean).join(" · ")}
                  </span>
                </td>
                <td>{t(`money.model.kind.${row.model as "contract"}`)}</td>
                <td className="n strong">{money(row.clvMinor)}</td>
                <td className="n nowrap">
                  {t("money.range", { low: money(row.lowerMinor), high: money(row.upperMinor) })}
                </td>
                <td className="n">{row.plainMinor === null ? "–" : money(row.plainMinor)}</td>
                <td className="n">{format.percent(row.kept12m ?? row.alive, { decimals: 0 })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
