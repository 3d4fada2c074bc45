import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { listSavedViews } from "~/modules/access/saved-views.server";
import { loadAccountList } from "~/modules/linkage/account-page/load-account-list.server";
import { AccountList } from "~/modules/linkage/account-page/ui/account-list";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.read");
  const [list, views] = await Promise.all([
    loadAccountList(scope, new URL(request.url).searchParams),
    listSavedViews(scope.actor.userId, "accounts"),
  ]);
  return {
    ...list,
    views,
    mayWrite: can(scope.roles, "customers.write"),
    mayHandOver: can(scope.roles, "assignments.write"),
    mayImport: can(scope.roles, "import.customers"),
    isWholeCompany: scope.all,
  };
});

export default function Accounts() {
  const [params] = useSearchParams();
  return <AccountList {...useLoaderData<typeof loader>()} params={params} />;
}
