import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { CostCategory } from "~/modules/people/cost-entry";
import { TableFrame } from "~/ui/tables/table-frame";
import type { CostRows } from "../list-cost-rows.server";

export function CostRowsTable({ rows, currency }: { rows: CostRows; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <TableFrame label={t("roi.figure.ledgerTitle")}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("roi.figure.day")}</th>
              <th scope="col">{t("roi.figure.person")}</th>
              <th scope="col">{t("roi.figure.kind")}</th>
              <th scope="col">{t("roi.figure.source")}</th>
              <th scope="col" className="n">
                {t("roi.figure.original")}
              </th>
              <th scope="col" className="n">
                {t("roi.figure.amount")}
                <span className="unit">{currency}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.rows.map((row) => (
              <tr key={row.source + row.id}>
                <td className="nowrap">{format.date(row.onDay)}</td>
                <td>
                  {row.employeeId ? (
                    <Link to={`/employees/${row.employeeId}/costs`}>{row.name}</Link>
                  ) : (
                    row.name
                  )}
                </td>
                <td>{row.kind ?? t(`people.costs.name.${row.category as CostCategory}`)}</td>
                <td className="muted">
                  {t(`roi.source.${row.source}`)}
                  {row.source === "time" &&
                    row.hours !== null &&
                    ` · ${format.number(row.hours, { decimals: 1 })} h`}
                </td>
                <td className="n">
                  {format.money(row.originalMinor, row.currency)} {row.currency}
                </td>
                <td className="n">
                  {row.amountMinor === null ? "–" : format.money(row.amountMinor, currency)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="row no-print" style={{ marginTop: 12 }}>
        {!rows.isFirst && <Link to="?">{t("common.action.previous")}</Link>}
        {rows.next && (
          <Link to={`?at=${rows.next}`} preventScrollReset>
            {t("common.action.next")}
          </Link>
        )}
      </p>
    </>
  );
}
