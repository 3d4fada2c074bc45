import type { TFunction } from "i18next";
import { sql } from "~/db/sql.server";
import { type CalendarDate, wholeMonthsBetween } from "~/kernel/calendar";
import { formatMinorPlain } from "~/kernel/money";
import { decodeCursor } from "~/kernel/page";
import { type Company, companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { readAccountFilters, readAccountSort } from "./account-filters";
import { changeOf } from "./account-row";
import { type AccountRow, listAccounts } from "./list-accounts.server";

type Cell = string | number | null;

interface FileColumn {
  readonly key: string;
  readonly header: string;
  readonly isExtra?: boolean;
  readonly cell: (row: AccountRow) => Cell;
}

const pageRows = 5_000;

/** Every account the list would show for this URL, page by page, so that memory stays small however many there are. */
export async function exportAccounts(
  scope: Scope<"customers.read">,
  params: URLSearchParams,
  t: TFunction,
): Promise<{ asOf: CalendarDate; lines: AsyncIterable<readonly Cell[]> }> {
  const company = await companyToday(sql());
  const columns = columnsShown(fileColumns(t, company), params);
  return { asOf: company.today, lines: linesOf(scope, params, columns, company.today) };
}

async function* linesOf(
  scope: Scope<"customers.read">,
  params: URLSearchParams,
  columns: readonly FileColumn[],
  today: CalendarDate,
): AsyncGenerator<readonly Cell[]> {
  yield columns.map((column) => column.header);
  const query = { filters: readAccountFilters(params), sort: readAccountSort(params), today, size: pageRows };
  let at: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listAccounts>> = await listAccounts(scope, {
      ...query,
      cursor: decodeCursor(at),
    });
    for (const row of page.rows) yield columns.map((column) => column.cell(row));
    at = page.next;
  } while (at !== null);
}

/** The page's choice of columns; number and name are always there, so that a row can be found again. */
function columnsShown(columns: readonly FileColumn[], params: URLSearchParams): readonly FileColumn[] {
  const asked = new Set(params.getAll("columns"));
  const isKnown = columns.some((column) => asked.has(column.key));
  return columns.filter(
    ({ key, isExtra }) => key === "number" || key === "name" || (isKnown ? asked.has(key) : isExtra !== true),
  );
}

function fileColumns(t: TFunction, { today, reportingCurrency: currency }: Company): readonly FileColumn[] {
  return [
    { key: "number", header: t("linkage.list.column.number"), cell: (row) => row.number },
    { key: "name", header: t("linkage.list.column.name"), cell: (row) => row.name },
    {
      key: "type",
      header: t("linkage.list.column.type"),
      isExtra: true,
      cell: (row) => t(`customers.type.${row.type}`),
    },
    {
      key: "status",
      header: t("linkage.list.column.status"),
      isExtra: true,
      cell: (row) => t(`customers.status.${row.status}` as "customers.status.customer"),
    },
    { key: "segment", header: t("linkage.list.column.segment"), isExtra: true, cell: (row) => row.segment },
    { key: "region", header: t("linkage.list.column.region"), cell: (row) => row.region },
    {
      key: "revenue",
      header: t("linkage.list.csv.revenue", { currency }),
      cell: (row) => formatMinorPlain(row.revenueMinor, currency),
    },
    {
      key: "change",
      header: t("linkage.list.csv.change"),
      cell: (row) => rounded(changeOf(row), 100, 1),
    },
    {
      key: "satisfaction",
      header: t("linkage.list.csv.satisfaction"),
      cell: (row) => rounded(row.csatMean === null ? null : Number(row.csatMean), 1, 3),
    },
    { key: "satisfaction", header: t("linkage.list.csv.answers"), cell: (row) => row.csatN },
    {
      key: "health",
      header: t("linkage.list.column.health"),
      cell: (row) =>
        t(
          `linkage.account.health.${row.status === "customer" ? row.health : "lost"}` as "linkage.account.health.good",
        ),
    },
    { key: "owner", header: t("linkage.list.column.owner"), cell: (row) => row.ownerName },
    {
      key: "months",
      header: t("linkage.list.csv.months"),
      cell: (row) => (row.ownerSince === null ? null : wholeMonthsBetween(row.ownerSince, today)),
    },
    { key: "handovers", header: t("linkage.list.csv.handovers"), cell: (row) => row.handovers12m },
    { key: "cases", header: t("linkage.list.column.cases"), isExtra: true, cell: (row) => row.openCases },
    {
      key: "lastContact",
      header: t("linkage.list.column.lastContact"),
      isExtra: true,
      cell: (row) => row.lastContactAt?.toISOString().slice(0, 10) ?? null,
    },
    { key: "since", header: t("linkage.list.column.since"), isExtra: true, cell: (row) => row.acquiredOn },
  ];
}

function rounded(value: number | null, factor: number, decimals: number): number | null {
  return value === null ? null : Number((value * factor).toFixed(decimals));
}
