import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { lookupAccounts } from "~/modules/linkage/account-page/lookup-accounts.server";
import { readText } from "~/ui/tables/list-query";

/** Suggestions for a field that takes an account: `[{id, number, name, detail}]`, in scope. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.read");
  const search = readText(new URL(request.url).searchParams, "q");
  const matches = search ? await lookupAccounts(scope, search) : [];
  return Response.json(matches, { headers: { "Cache-Control": "no-store" } });
});
