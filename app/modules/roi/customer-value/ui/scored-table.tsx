import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ScoredRow } from "../read-value-matrix.server";

interface Props {
  readonly rows: readonly ScoredRow[];
  readonly filter: Readonly<Record<"current" | "potential" | "stage" | "type", string | null>>;
  readonly currency: string;
}

/** The customers behind a cell, the most valuable first; all of them are in the file. */
export function ScoredTable({ rows, filter, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  const unit = <span className="unit">{format.moneyUnit(currency)}</span>;
  const money = (minor: number | null) => (minor === null ? "–" : format.compactMoney(minor, currency));
  const without = (name: string) => {
    const other = new URLSearchParams(search);
    other.delete(name);
    return `?${other.toString()}`;
  };
  const words: Readonly<Record<string, string | null>> = {
    current: filter.current && t(`money.filter.current.${filter.current as "a"}`),
    potential: filter.potential && t(`money.filter.potential.${filter.potential as "a"}`),
    stage: filter.stage && t(`money.stage.${filter.stage as "action"}`),
    type: filter.type && t(`money.loyalty.${filter.type as "true"}`),
  };
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("money.scored.title")}</h2>
          <p className="sub">{t("money.scored.subtitle")}</p>
        </div>
        <div className="section-links no-print">
          <a href={`/money/value.csv?${search.toString()}`}>CSV</a>
        </div>
      </div>
      <p className="row" style={{ marginBottom: 12 }}>
        {Object.entries(words).map(
          ([name, word]) =>
            word && (
              <Link key={name} className="chip" to={without(name)} preventScrollReset>
                {word} ×
              </Link>
            ),
        )}
      </p>
      {rows.length === 0 ? (
        <p className="sub">{t("common.table.empty")}</p>
      ) : (
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th style={{ minWidth: 168 }}>{t("money.column.account")}</th>
                <th>{t("money.scored.class")}</th>
                <th className="n">{t("money.scored.current")}</th>
                <th className="n">{t("money.scored.potential")}</th>
                <th>{t("money.scored.loyalty")}</th>
                <th className="n">
                  {t("money.line.revenue")}
                  {unit}
                </th>
                <th className="n">
                  {t("money.figure.clvShort")}
                  {unit}
                </th>
                <th className="n">
                  {t("money.scored.crossSell")}
                  {unit}
                </th>
                <th className="n">
                  {t("money.scored.upSell")}
                  {unit}
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
                  <td>
                    {(row.currentClass ?? "–").toUpperCase()} · {(row.potentialClass ?? "–").toUpperCase()}
                  </td>
                  <td className="n">{format.number(row.currentScore)}</td>
                  <td className="n">{format.number(row.potentialScore)}</td>
                  <td>
                    {t(`money.stage.${row.stage}`)}
                    {row.type !== "unknown" && (
                      <span className="second">{t(`money.loyalty.${row.type}`)}</span>
                    )}
                  </td>
                  <td className="n">{money(row.revenueMinor)}</td>
                  <td className="n strong">{money(row.clvMinor)}</td>
                  <td className="n">
                    {money(row.crossSellMinor)}
                    {row.crossSellProduct && <span className="second">{row.crossSellProduct}</span>}
                  </td>
                  <td className="n">{money(row.upSellMinor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
