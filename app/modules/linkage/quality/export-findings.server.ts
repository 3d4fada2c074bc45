import type { TFunction } from "i18next";
import { sql } from "~/db/sql.server";
import { formatMinorPlain } from "~/kernel/money";
import { decodeCursor } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { listFindings } from "./list-findings.server";
import { type CheckName, checkDescriptions, type Finding, type FindingColumn } from "./quality-check";
import { columnHeader, detailText } from "./words";

type Cell = string | number | null;

const pageRows = 5_000;

/** Everything one check found in scope, page by page. */
export async function exportFindings(
  scope: Scope<"quality.read">,
  check: CheckName,
  t: TFunction,
): Promise<{ asOf: string; lines: AsyncIterable<readonly Cell[]> }> {
  const { today } = await companyToday(sql());
  return { asOf: today, lines: linesOf(scope, check, t, today) };
}

async function* linesOf(
  scope: Scope<"quality.read">,
  check: CheckName,
  t: TFunction,
  today: string,
): AsyncGenerator<readonly Cell[]> {
  const { columns } = checkDescriptions[check];
  yield columns.flatMap((column) =>
    column === "amount"
      ? [columnHeader(t, check, column), t("quality.column.currency"), t("quality.column.entries")]
      : [columnHeader(t, check, column)],
  );
  let at: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listFindings>> = await listFindings(scope, check, {
      cursor: decodeCursor(at),
      today,
      size: pageRows,
    });
    for (const row of page.rows) yield columns.flatMap((column) => cellsOf(t, check, row, column));
    at = page.next;
  } while (at !== null);
}

function cellsOf(t: TFunction, check: CheckName, row: Finding, column: FindingColumn): readonly Cell[] {
  switch (column) {
    case "account":
      return [row.accountName];
    case "employee":
      return [row.employeeName];
    case "detail":
      return [detailText(t, check, row.detail)];
    case "day":
      return [row.day];
    case "against":
      return [row.against];
    case "amount":
      return [
        row.amountMinor !== null && row.currency ? formatMinorPlain(row.amountMinor, row.currency) : null,
        row.currency,
        row.entries ?? 1,
      ];
  }
}
