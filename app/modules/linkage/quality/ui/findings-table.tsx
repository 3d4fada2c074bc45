import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Formatter } from "~/i18n/format";
import { useFormat } from "~/i18n/use-format";
import { type ListColumn, ListTable } from "~/ui/tables/list-table";
import { Pager } from "~/ui/tables/pager";
import { type CheckName, checkDescriptions, type Finding, type FindingColumn } from "../quality-check";
import { columnHeader, detailText } from "../words";

/** As it comes from the loader: amounts as text. */
export type ShownFinding = Omit<Finding, "amountMinor"> & { readonly amountMinor: string | null };

interface Props {
  readonly check: CheckName;
  readonly rows: readonly ShownFinding[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly params: URLSearchParams;
}

/** The rows of one check, the latest first; each leads to where it is put right. */
export function FindingsTable({ check, rows, next, previous, params }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = checkDescriptions[check].columns.map((column) => describe(t, format, check, column));
  return (
    <>
      <ListTable
        label={t(`quality.check.${check}.title`)}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        params={params}
        sort={{ name: "day", isDescending: true }}
        next={next}
        previous={previous}
      />
      <Pager params={params} count={rows.length} next={next} previous={previous} />
    </>
  );
}

function describe(
  t: TFunction,
  format: Formatter,
  check: CheckName,
  column: FindingColumn,
): ListColumn<ShownFinding> {
  return {
    key: column,
    header: columnHeader(t, check, column),
    ...phonePlaceOf(t, check, column),
    isNumber: column === "day" || column === "against" || column === "amount",
    cell: (row) => cellOf(t, format, check, column, row),
  };
}

/** Whose row it is opens the line, the day in question ends it; what it contradicts follows below. */
function phonePlaceOf(
  t: TFunction,
  check: CheckName,
  column: FindingColumn,
): Pick<ListColumn<ShownFinding>, "phone"> {
  if (column === "account" || column === "employee") return { phone: { line: 2 } };
  if (column === "day") return { phone: { line: 1, before: columnHeader(t, check, column) } };
  return { phone: { line: 2, before: columnHeader(t, check, column) } };
}

function cellOf(
  t: TFunction,
  format: Formatter,
  check: CheckName,
  column: FindingColumn,
  row: ShownFinding,
): ReactNode {
  switch (column) {
    case "account":
      return <a href={accountPath(check, row.accountId)}>{row.accountName}</a>;
    case "employee":
      return <a href={employeePath(check, row.employeeId)}>{row.employeeName}</a>;
    case "detail":
      return detailText(t, check, row.detail) ?? <span className="muted">{t("quality.list.noName")}</span>;
    case "day":
      return format.date(row.day);
    case "against":
      return format.date(row.against);
    case "amount":
      return (
        <>
          {row.amountMinor !== null && row.currency
            ? `${format.money(row.amountMinor, row.currency)} ${row.currency}`
            : "–"}
          {row.entries !== null && (
            <span className="second">
              {t("quality.list.entries", { count: row.entries, formatted: format.number(row.entries) })}
            </span>
          )}
        </>
      );
  }
}

/** The tab on which the row stands. */
function accountPath(check: CheckName, id: string | null): string {
  const { group } = checkDescriptions[check];
  if (group === "assignments") return `/accounts/${id}/team`;
  if (check === "answers_after_loss") return `/accounts/${id}/satisfaction`;
  return check === "accounts_of_same_name" ? `/accounts/${id}` : `/accounts/${id}/timeline`;
}

function employeePath(check: CheckName, id: string | null): string {
  if (check === "training_outside_employment") return `/employees/${id}/training`;
  return checkDescriptions[check].group === "assignments" ? `/employees/${id}/accounts` : `/employees/${id}`;
}
