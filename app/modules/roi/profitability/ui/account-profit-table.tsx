import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { AccountProfitRow, ProfitFilter } from "../list-account-profits.server";
import { HiddenCost } from "./hidden-cost";

interface Props {
  readonly rows: readonly AccountProfitRow[];
  readonly order: ProfitFilter["order"];
  readonly seesPay: boolean;
  readonly currency: string;
}

/** The accounts that bring most, or least; all of them are in the file. */
export function AccountProfitTable({ rows, order, seesPay, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  const unit = <span className="unit">{format.moneyUnit(currency)}</span>;
  const money = (minor: number) => format.compactMoney(minor, currency);
  const link = (to: ProfitFilter["order"]) => {
    const other = new URLSearchParams(search);
    if (to === "best") other.delete("order");
    else other.set("order", to);
    return `?${other.toString()}`;
  };
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t(order === "best" ? "money.accounts.best" : "money.accounts.worst")}</h2>
          <p className="sub">{t(seesPay ? "money.accounts.byProfit" : "money.accounts.byGross")}</p>
        </div>
        <div className="section-links no-print">
          <Link to={link(order === "best" ? "worst" : "best")} preventScrollReset replace>
            {t(order === "best" ? "money.accounts.showWorst" : "money.accounts.showBest")}
          </Link>
          <a href={`/money/profitability.csv?${search.toString()}`}>CSV</a>
        </div>
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th style={{ minWidth: 168 }}>{t("money.column.account")}</th>
              <th className="n">
                {t("money.line.revenue")}
                {unit}
              </th>
              <th className="n">
                {t("money.line.costOfGoods")}
                {unit}
              </th>
              <th className="n">
                {t("money.line.gross")}
                {unit}
              </th>
              <th className="n">
                {t("money.line.costToServe")}
                {unit}
              </th>
              <th className="n">
                {t("money.line.acquisition")}
                {unit}
              </th>
              <th className="n">
                {t("money.line.profit")}
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
                <td className="n">{money(row.revenueMinor)}</td>
                <td className="n">{money(row.costOfGoodsMinor)}</td>
                <td className="n">{money(row.grossMinor)}</td>
                {row.costToServeMinor === null ? (
                  <HiddenCost reason={null} />
                ) : (
                  <td className="n">{money(row.costToServeMinor)}</td>
                )}
                <td className="n">{money(row.acquisitionMinor)}</td>
                {row.profitMinor === null ? (
                  <HiddenCost reason={null} />
                ) : (
                  <td className="n strong">{money(row.profitMinor)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
