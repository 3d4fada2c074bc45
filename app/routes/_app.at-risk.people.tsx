import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { loadLeavingRisks } from "~/modules/linkage/risk/load-leaving-risks.server";
import { LeavingRiskPage } from "~/modules/linkage/risk/ui/leaving-risk-page";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scopes = {
    risk: await requireScope(request, "risk.people"),
    drivers: await requireScope(request, "drivers.read"),
  };
  return loadLeavingRisks(scopes, new URL(request.url).searchParams);
});

export default function PeopleAtRisk() {
  const [params] = useSearchParams();
  return <LeavingRiskPage {...useLoaderData<typeof loader>()} params={params} />;
}
