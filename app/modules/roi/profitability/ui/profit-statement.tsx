import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import { type StatementLine, statementLines } from "../prepare-statement";
import type { ShownGroup, ShownReport } from "../read-profit-report.server";
import { useHiddenReason } from "./profit-columns";

interface Props {
  readonly report: ShownReport;
  readonly group: ShownGroup;
}

/** From revenue to what is left, line by line; each amount opens to the accounts or months it is the sum of. */
export function ProfitStatement({ report, group }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const hiddenReason = useHiddenReason();
  const { currency } = report;
  const hidden = ({ minor }: StatementLine) => (minor === null ? hiddenReason(group.hidden) : null);
  const accounts =
    group.key === null ? "/money/accounts" : `/money/accounts?${new URLSearchParams({ segment: group.key })}`;
  return (
    <Section
      title={t("money.statement.title")}
      subtitle={t("money.period", { first: format.month(report.first), last: format.month(report.last) })}
      links={<Link to="/money/costs">{t("money.statement.reconcile")}</Link>}
    >
      <DataTable
        label={t("money.statement.title")}
        rows={statementLines(report, group)}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "line",
            header: t("money.statement.line"),
            isStrong: ({ isSum }) => isSum,
            cell: ({ key }) => t(`money.line.${key}`),
          },
          {
            key: "amount",
            header: t("money.column.amount"),
            unit: format.moneyUnit(currency),
            isNumber: true,
            isStrong: ({ isSum }) => isSum,
            hidden,
            cell: ({ minor, rows }) => (
              <Link
                to={rows === "accounts" ? accounts : "/money/costs"}
                title={`${format.money(minor, currency)} ${currency}`}
              >
                {format.compactMoney(minor, currency)}
              </Link>
            ),
          },
          {
            key: "share",
            header: t("money.column.ofRevenue"),
            unit: "%",
            isNumber: true,
            hidden,
            cell: ({ minor }) =>
              group.revenueMinor > 0 ? (
                format.percent(minor! / group.revenueMinor)
              ) : (
                <span title={t("common.noValue.no_base")}>–</span>
              ),
          },
          {
            key: "how",
            header: t("money.statement.how"),
            className: "small muted",
            cell: ({ key }) => t(`money.how.${key}`, { months: report.acquisitionMonths }),
          },
        ]}
      />
    </Section>
  );
}
