import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { localeOf } from "~/i18n/i18n.server";
import { AppError } from "~/kernel/app-error";
import { requireScope, requireUser } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { importKinds } from "~/modules/exchange/kinds/import-kinds";
import { isImportKindName } from "~/modules/exchange/kinds/kind";
import { templateLines } from "~/modules/exchange/template-file";

/** `revenue-template.csv` and `revenue-example.csv`: files to start from, with headers in the reader's language. */
export const loader = answeringPlainly(async ({ request, params }: LoaderFunctionArgs) => {
  await requireUser(request);
  const [, kind = "", what] = /^([a-z-]+)-(template|example)\.csv$/.exec(params["file"] ?? "") ?? [];
  if (!isImportKindName(kind)) throw new AppError("not_found", "No such file");
  await requireScope(request, importKinds[kind].capability);
  const lines = templateLines(kind, await localeOf(request), what === "example");
  return csvResponse(`${kind}-${what}.csv`, lines);
});
