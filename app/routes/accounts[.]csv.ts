import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { translatorOf } from "~/i18n/i18n.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { exportAccounts } from "~/modules/linkage/account-page/export-accounts.server";

/** The accounts list as a file: the same filters, order and columns, every page of it. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.read");
  const t = await translatorOf(request);
  const { asOf, lines } = await exportAccounts(scope, new URL(request.url).searchParams, t);
  return csvResponse(`accounts-${asOf}.csv`, written(lines));
});

async function* written(lines: AsyncIterable<readonly (string | number | null)[]>): AsyncGenerator<string> {
  for await (const line of lines) yield csvLine(line);
}
