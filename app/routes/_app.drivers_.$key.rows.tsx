import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listRowsBehind } from "~/modules/linkage/drivers/page/list-rows-behind.server";
import { RowsPage } from "~/modules/linkage/drivers/ui/rows-page";
import { readCursor } from "~/ui/tables/list-query";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "drivers.read");
  return listRowsBehind(scope, params["key"] ?? "", readCursor(new URL(request.url).searchParams));
});

export default function DriverRows() {
  const list = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  return <RowsPage list={list} params={params} effectKey={useParams()["key"] ?? ""} />;
}
