import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { getLeaveImpact } from "~/modules/linkage/leave-impact/get-leave-impact.server";
import { LeaveImpactPage } from "~/modules/linkage/leave-impact/ui/leave-impact-page";
import { toShownImpact } from "~/modules/linkage/leave-impact/ui/shown-impact";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "leaving.impact");
  const pay = can(scope.roles, "pay.read") ? await requireScope(request, "pay.read") : null;
  const id = params["id"] ?? "";
  return {
    id,
    impact: toShownImpact(await getLeaveImpact(scope, pay, id)),
    mayHandOver: can(scope.roles, "assignments.write"),
  };
});

export default function EmployeeLeaveImpact() {
  const { id, impact, mayHandOver } = useLoaderData<typeof loader>();
  return <LeaveImpactPage impact={impact} employeeId={id} mayHandOver={mayHandOver} />;
}
