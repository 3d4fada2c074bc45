import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { formatterFor } from "~/i18n/format";
import { localeOf, translatorOf } from "~/i18n/i18n.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { exportAccountRisks } from "~/modules/linkage/risk/export-risks.server";

/** Accounts at risk: the page's own filters and order, every page of it. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "risk.accounts");
  const words = { t: await translatorOf(request), format: formatterFor(await localeOf(request)) };
  return csvResponse(
    "accounts-at-risk.csv",
    written(exportAccountRisks(scope, new URL(request.url).searchParams, words)),
  );
});

async function* written(lines: AsyncIterable<readonly (string | number | null)[]>): AsyncGenerator<string> {
  for await (const line of lines) yield csvLine(line);
}
