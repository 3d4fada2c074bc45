import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { translatorOf } from "~/i18n/i18n.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { exportFindings } from "~/modules/linkage/quality/export-findings.server";
import { requireReadableCheck } from "~/modules/linkage/quality/readable-checks";

/** Everything one check of data quality found, as a file. */
export const loader = answeringPlainly(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "quality.read");
  const check = requireReadableCheck(scope, params["check"] ?? "");
  const { asOf, lines } = await exportFindings(scope, check, await translatorOf(request));
  return csvResponse(`${check.replaceAll("_", "-")}-${asOf}.csv`, written(lines));
});

async function* written(lines: AsyncIterable<readonly (string | number | null)[]>): AsyncGenerator<string> {
  for await (const line of lines) yield csvLine(line);
}
