import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { loadAccountRisks } from "~/modules/linkage/risk/load-account-risks.server";
import { AccountRiskPage } from "~/modules/linkage/risk/ui/account-risk-page";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scopes = {
    risk: await requireScope(request, "risk.accounts"),
    customers: await requireScope(request, "customers.read"),
    drivers: await requireScope(request, "drivers.read"),
  };
  return loadAccountRisks(scopes, new URL(request.url).searchParams);
});

export default function AtRisk() {
  const [params] = useSearchParams();
  return <AccountRiskPage {...useLoaderData<typeof loader>()} params={params} />;
}
