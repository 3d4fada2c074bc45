import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ShownReport } from "../read-profit-report.server";
import { HiddenCost } from "./hidden-cost";

/** Every segment from revenue to profit; the sum stands below and opens the whole. */
export function SegmentTable({ report, segment }: { report: ShownReport; segment: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, groups } = report;
  const unit = <span className="unit">{format.moneyUnit(currency)}</span>;
  const money = (minor: number) => format.compactMoney(minor, currency);
  const rows = [
    ...groups.filter((group) => group.key !== null),
    ...groups.filter((group) => group.key === null),
  ];
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("money.segments.title")}</h2>
          <p className="sub">{t("money.segments.subtitle")}</p>
        </div>
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("money.column.segment")}</th>
              <th className="n">{t("money.column.accounts")}</th>
              <th className="n">
                {t("money.line.revenue")}
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
              <th className="n">
                {t("money.column.ofRevenue")}
                <span className="unit">%</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((group) => (
              <tr key={group.key ?? "all"} aria-current={group.key === segment ? "true" : undefined}>
                <td className={group.key === null ? "strong" : undefined}>
                  <Link
                    to={
                      group.key === null ? "?" : `?${new URLSearchParams({ segment: group.key }).toString()}`
                    }
                  >
                    {group.key === null ? t("money.segments.all") : group.key || t("money.segments.none")}
                  </Link>
                </td>
                <td className="n">{format.number(group.accounts)}</td>
                <td className="n">{money(group.revenueMinor)}</td>
                <td className="n">{money(group.revenueMinor - group.costOfGoodsMinor)}</td>
                {group.costToServeMinor === null ? (
                  <HiddenCost reason={group.hidden} />
                ) : (
                  <td className="n">{money(group.costToServeMinor)}</td>
                )}
                <td className="n">{money(group.acquisitionMinor)}</td>
                {group.profitMinor === null ? (
                  <HiddenCost reason={group.hidden} columns={2} />
                ) : (
                  <>
                    <td className="n strong">{money(group.profitMinor)}</td>
                    <td className="n">
                      {group.revenueMinor > 0 ? (
                        format.percent(group.profitMinor / group.revenueMinor)
                      ) : (
                        <span title={t("common.noValue.no_base")}>–</span>
                      )}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
