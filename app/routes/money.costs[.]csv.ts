import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { translatorOf } from "~/i18n/i18n.server";
import { AppError } from "~/kernel/app-error";
import { formatMinorPlain } from "~/kernel/money";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { listLedgerRows } from "~/modules/roi/allocation/export-ledger-month.server";

/** The rows of the ledger behind one month, each in its own currency. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "pay.read");
  const month = new URL(request.url).searchParams.get("month") ?? "";
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new AppError("not_found", "No such month");
  const t = await translatorOf(request);
  const rows = await listLedgerRows(scope, `${month}-01`);
  const head = ["source", "category", "kind", "bearer", "date", "amount", "currency"] as const;
  return csvResponse(`ledger-${month}.csv`, [
    csvLine(head.map((column) => t(`money.file.${column}`))),
    ...rows.map((row) =>
      csvLine([
        t(`money.source.${row.source as "entries"}`),
        t(`money.category.${row.category as "training"}`),
        row.kind,
        row.bearer,
        row.incurredOn,
        formatMinorPlain(row.amountMinor, row.currency),
        row.currency,
      ]),
    ),
  ]);
});
