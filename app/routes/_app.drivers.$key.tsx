import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getDriverDetail } from "~/modules/linkage/drivers/page/get-driver-detail.server";
import { DriverPanel } from "~/modules/linkage/drivers/ui/driver-panel";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) =>
  getDriverDetail(await requireScope(request, "drivers.read"), params["key"] ?? ""),
);

export default function Driver() {
  const { detail, timeZone } = useLoaderData<typeof loader>();
  return <DriverPanel detail={detail} timeZone={timeZone} search={useLocation().search} />;
}
