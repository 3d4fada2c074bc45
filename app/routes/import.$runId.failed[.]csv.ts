import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { localeOf, serverI18n } from "~/i18n/i18n.server";
import { requireScope, requireUser } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { failedRowsCsv } from "~/modules/exchange/runs/failed-rows-csv.server";
import { findRun } from "~/modules/exchange/runs/get-run.server";

/** The rows of a file that failed, each with its reason in the last column. */
export const loader = answeringPlainly(async ({ request, params }: LoaderFunctionArgs) => {
  await requireUser(request);
  const { run, capability } = await findRun(params["runId"] ?? "");
  await requireScope(request, capability);
  const locale = await localeOf(request);
  const name = run.fileName.replace(/\.[^.]*$/, "");
  return csvResponse(
    `${name}.failed.csv`,
    failedRowsCsv(run.id, run.state.header ?? [], serverI18n(locale).t, { kind: run.kind, locale }),
  );
});
