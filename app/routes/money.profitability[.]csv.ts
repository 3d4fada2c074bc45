import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { translatorOf } from "~/i18n/i18n.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { exportAccountProfits } from "~/modules/roi/profitability/export-account-profits.server";

/** Every account of the segment with its money; what the page hides is empty here too. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const t = await translatorOf(request);
  const { asOf, lines } = await exportAccountProfits(scope, new URL(request.url).searchParams, t);
  return csvResponse(`profitability-${asOf}.csv`, lines.map(csvLine));
});
