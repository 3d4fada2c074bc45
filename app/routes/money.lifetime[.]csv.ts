import type { LoaderFunctionArgs } from "@remix-run/node";
import { sql } from "~/db/sql.server";
import { answeringPlainly } from "~/http/answering.server";
import { translatorOf } from "~/i18n/i18n.server";
import { formatMinorPlain } from "~/kernel/money";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { listValued } from "~/modules/roi/lifetime/read-lifetime.server";

/** The value of every customer with its interval and its model. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const segment = new URL(request.url).searchParams.get("segment");
  const [t, { today, reportingCurrency }] = await Promise.all([translatorOf(request), companyToday(sql())]);
  const rows = await listValued(scope, { segment, limit: null });
  const plain = (minor: number | null) =>
    minor === null ? null : formatMinorPlain(BigInt(Math.round(minor)), reportingCurrency);
  return csvResponse(`customer-values-${today}.csv`, [
    csvLine([
      t("money.column.number"),
      t("money.column.account"),
      t("money.column.segment"),
      t("money.values.model"),
      t("money.column.currency"),
      t("money.figure.clvShort"),
      t("money.values.lower"),
      t("money.values.upper"),
      t("money.values.plain"),
    ]),
    ...rows.map((row) =>
      csvLine([
        row.accountNumber,
        row.name,
        row.segment,
        t(`money.model.kind.${row.model as "contract"}`),
        reportingCurrency,
        plain(row.clvMinor),
        plain(row.lowerMinor),
        plain(row.upperMinor),
        plain(row.plainMinor),
      ]),
    ),
  ]);
});
