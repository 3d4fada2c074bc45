import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { formatterFor } from "~/i18n/format";
import { localeOf, translatorOf } from "~/i18n/i18n.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { exportLeavingRisks } from "~/modules/linkage/risk/export-risks.server";

/** People at risk, for HR: the page's own filters and order, every page of it. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "risk.people");
  const words = { t: await translatorOf(request), format: formatterFor(await localeOf(request)) };
  return csvResponse(
    "people-at-risk.csv",
    written(exportLeavingRisks(scope, new URL(request.url).searchParams, words)),
  );
});

async function* written(lines: AsyncIterable<readonly (string | number | null)[]>): AsyncGenerator<string> {
  for await (const line of lines) yield csvLine(line);
}
