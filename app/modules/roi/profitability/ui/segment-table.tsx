import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import type { ShownGroup, ShownReport } from "../read-profit-report.server";
import { useHiddenReason, useProfitColumns } from "./profit-columns";

/** Every segment from revenue to profit; the sum stands below and opens the whole. */
export function SegmentTable({ report, segment }: { report: ShownReport; segment: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, groups } = report;
  const profitColumns = useProfitColumns(currency);
  const hiddenReason = useHiddenReason();
  const rows = [
    ...groups.filter((group) => group.key !== null),
    ...groups.filter((group) => group.key === null),
  ];
  return (
    <Section title={t("money.segments.title")} subtitle={t("money.segments.subtitle")}>
      <DataTable
        label={t("money.segments.title")}
        rows={rows}
        rowKey={({ key }) => key ?? "all"}
        isCurrent={({ key }) => key === segment}
        columns={[
          {
            key: "segment",
            header: t("money.column.segment"),
            isStrong: ({ key }) => key === null,
            cell: ({ key }) => (
              <Link to={key === null ? "?" : `?${new URLSearchParams({ segment: key }).toString()}`}>
                {key === null ? t("money.segments.all") : key || t("money.segments.none")}
              </Link>
            ),
          },
          {
            key: "accounts",
            header: t("money.column.accounts"),
            isNumber: true,
            cell: ({ accounts }) => format.number(accounts),
          },
          ...profitColumns<ShownGroup>(({ hidden }) => hidden),
          {
            key: "share",
            header: t("money.column.ofRevenue"),
            unit: "%",
            isNumber: true,
            hidden: ({ profitMinor, hidden }) => (profitMinor === null ? hiddenReason(hidden) : null),
            cell: ({ profitMinor, revenueMinor }) =>
              revenueMinor > 0 ? (
                format.percent(profitMinor! / revenueMinor)
              ) : (
                <span title={t("common.noValue.no_base")}>–</span>
              ),
          },
        ]}
      />
    </Section>
  );
}
