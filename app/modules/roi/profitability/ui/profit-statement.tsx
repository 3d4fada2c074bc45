import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ShownGroup, ShownReport } from "../read-profit-report.server";
import { HiddenCost } from "./hidden-cost";

interface Props {
  readonly report: ShownReport;
  readonly group: ShownGroup;
}

/** From revenue to what is left, line by line; unused capacity and overhead stand apart and are never spread. */
export function ProfitStatement({ report, group }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = report;
  const gross = group.revenueMinor - group.costOfGoodsMinor;
  const isCompany = group.key === null;
  const lines: { key: StatementLine; minor: number | null; isSum?: boolean }[] = [
    { key: "revenue", minor: group.revenueMinor },
    { key: "costOfGoods", minor: -group.costOfGoodsMinor },
    { key: "gross", minor: gross, isSum: true },
    { key: "costToServe", minor: group.costToServeMinor === null ? null : -group.costToServeMinor },
    { key: "acquisition", minor: -group.acquisitionMinor },
    { key: "profit", minor: group.profitMinor, isSum: true },
  ];
  if (isCompany)
    lines.push(
      { key: "unused", minor: -report.unusedMinor },
      { key: "overhead", minor: -report.overheadMinor },
      {
        key: "result",
        minor:
          group.profitMinor === null ? null : group.profitMinor - report.unusedMinor - report.overheadMinor,
        isSum: true,
      },
    );
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("money.statement.title")}</h2>
          <p className="sub">
            {t("money.period", { first: format.month(report.first), last: format.month(report.last) })}
          </p>
        </div>
        <div className="section-links no-print">
          <Link to="/money/costs">{t("money.statement.reconcile")}</Link>
        </div>
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("money.statement.line")}</th>
              <th className="n">
                {t("money.column.amount")}
                <span className="unit">{format.moneyUnit(currency)}</span>
              </th>
              <th className="n">
                {t("money.column.ofRevenue")}
                <span className="unit">%</span>
              </th>
              <th>{t("money.statement.how")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, minor, isSum }) => (
              <tr key={key}>
                <td className={isSum ? "strong" : undefined}>{t(`money.line.${key}`)}</td>
                {minor === null ? (
                  <HiddenCost reason={group.hidden} columns={2} />
                ) : (
                  <>
                    <td className={isSum ? "n strong" : "n"}>{format.compactMoney(minor, currency)}</td>
                    <td className="n">
                      {group.revenueMinor > 0 ? (
                        format.percent(minor / group.revenueMinor)
                      ) : (
                        <span title={t("common.noValue.no_base")}>–</span>
                      )}
                    </td>
                  </>
                )}
                <td className="small muted">{t(`money.how.${key}`, { months: report.acquisitionMonths })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export type StatementLine =
  | "revenue"
  | "costOfGoods"
  | "gross"
  | "costToServe"
  | "acquisition"
  | "profit"
  | "unused"
  | "overhead"
  | "result";
