import type { LoaderFunctionArgs } from "@remix-run/node";
import { sql } from "~/db/sql.server";
import { answeringPlainly } from "~/http/answering.server";
import { translatorOf } from "~/i18n/i18n.server";
import { formatMinorPlain } from "~/kernel/money";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { listScored } from "~/modules/roi/customer-value/read-value-matrix.server";
import { readScoredFilter } from "~/modules/roi/customer-value/scored-filter";

/** Scores, classes, loyalty and derived figures of every customer that the filters leave. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const filter = readScoredFilter(new URL(request.url).searchParams);
  const [t, { today, reportingCurrency }] = await Promise.all([translatorOf(request), companyToday(sql())]);
  const rows = await listScored(scope, { ...filter, limit: null });
  const plain = (minor: number | null) =>
    minor === null ? null : formatMinorPlain(BigInt(Math.round(minor)), reportingCurrency);
  const score = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);
  return csvResponse(`customer-value-${today}.csv`, [
    csvLine([
      t("money.column.number"),
      t("money.column.account"),
      t("money.column.segment"),
      t("money.scored.current"),
      t("money.scored.potential"),
      t("money.scored.class"),
      t("money.scored.stage"),
      t("money.scored.loyalty"),
      t("money.column.currency"),
      t("money.line.revenue"),
      t("money.figure.clvShort"),
      t("money.scored.crossSell"),
      t("money.scored.crossSellProduct"),
      t("money.scored.upSell"),
    ]),
    ...rows.map((row) =>
      csvLine([
        row.accountNumber,
        row.name,
        row.segment,
        score(row.currentScore),
        score(row.potentialScore),
        `${row.currentClass ?? "–"} · ${row.potentialClass ?? "–"}`,
        t(`money.stage.${row.stage}`),
        t(`money.loyalty.${row.type}`),
        reportingCurrency,
        plain(row.revenueMinor),
        plain(row.clvMinor),
        plain(row.crossSellMinor),
        row.crossSellProduct,
        plain(row.upSellMinor),
      ]),
    ),
  ]);
});
