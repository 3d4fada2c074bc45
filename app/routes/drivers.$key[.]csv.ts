import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { formatterFor } from "~/i18n/format";
import { localeOf, translatorOf } from "~/i18n/i18n.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { detailLines } from "~/modules/linkage/drivers/page/driver-lines";
import { getDriverDetail } from "~/modules/linkage/drivers/page/get-driver-detail.server";

/** One result as a file: figures, checks and the months around the event. */
export const loader = answeringPlainly(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "drivers.read");
  const { detail } = await getDriverDetail(scope, params["key"] ?? "");
  const lines = detailLines(detail, await translatorOf(request), formatterFor(await localeOf(request)));
  return csvResponse(`${detail.effect.key}-${detail.asOf}.csv`, lines.map(csvLine));
});
