import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { formatterFor } from "~/i18n/format";
import { localeOf, translatorOf } from "~/i18n/i18n.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { exportDrivers } from "~/modules/linkage/drivers/page/export-drivers.server";

export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "drivers.read");
  const format = formatterFor(await localeOf(request));
  const params = new URL(request.url).searchParams;
  const { asOf, lines } = await exportDrivers(scope, params, await translatorOf(request), format);
  return csvResponse(asOf ? `drivers-${asOf}.csv` : "drivers.csv", lines.map(csvLine));
});
