import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getLeaveImpact } from "~/modules/linkage/leave-impact/get-leave-impact.server";
import { LeaveImpactPage } from "~/modules/linkage/leave-impact/ui/leave-impact-page";
import { toShownImpact } from "~/modules/linkage/leave-impact/ui/shown-impact";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "pay.read");
  const id = params["id"] ?? "";
  return { id, impact: toShownImpact(await getLeaveImpact(scope, id)) };
});

export default function EmployeeLeaveImpact() {
  const { id, impact } = useLoaderData<typeof loader>();
  return <LeaveImpactPage impact={impact} employeeId={id} />;
}
