import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import { DataTable } from "~/ui/tables/data-table";
import { hrefWith } from "~/ui/tables/list-query";
import type { LineRow, LineRows } from "../list-line-rows.server";

/** The rows behind a line of a month; their sum is the line, converted once. */
export function LineRowsTable({ data: { line, rows, page, pages, sumMinor } }: { data: LineRows }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [params] = useSearchParams();
  const { currency } = line;
  const addsUp = Math.round(sumMinor) === line.originalMinor;
  const bearer = ({ bearer: name, employeeId, accountId }: LineRow) => {
    const href = employeeId ? `/employees/${employeeId}/costs` : accountId && `/accounts/${accountId}`;
    return href ? <Link to={href}>{name}</Link> : (name ?? t("money.cost.noUnit"));
  };
  return (
    <>
      <p className="row small" style={{ marginBottom: 8 }}>
        <StateMark tone={addsUp ? "good" : "warn"}>
          {t(addsUp ? "money.lineRows.addUp" : "money.accounts.beingComputed")}
        </StateMark>
      </p>
      <DataTable
        label={t("money.cost.rows")}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "day",
            header: t("money.file.date"),
            cell: ({ onDay }) => format.date(onDay),
            foot: t("money.cost.total"),
          },
          { key: "bearer", header: t("money.file.bearer"), cell: bearer },
          {
            key: "detail",
            header: t("money.lineRows.detail"),
            className: "muted",
            cell: ({ detail }) => detail ?? "",
          },
          {
            key: "amount",
            header: t("money.column.amount"),
            unit: currency,
            isNumber: true,
            cell: ({ exactMinor }) => format.money(Math.round(exactMinor), currency),
            foot: format.money(Math.round(sumMinor), currency),
          },
        ]}
      />
      <p className="row no-print" style={{ marginTop: 12 }}>
        {page > 1 && (
          <Link to={hrefWith(params, { page: String(page - 1) })}>{t("common.action.previous")}</Link>
        )}
        {pages > 1 && <span className="small muted">{t("money.lineRows.page", { page, pages })}</span>}
        {page < pages && (
          <Link to={hrefWith(params, { page: String(page + 1) })}>{t("common.action.next")}</Link>
        )}
      </p>
    </>
  );
}
