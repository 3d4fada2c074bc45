import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getRunState } from "~/modules/linkage/drivers/runs/get-run-state.server";

/** How far the computation is; pages ask while one is under way. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "drivers.read");
  return Response.json(await getRunState(scope), { headers: { "Cache-Control": "no-store" } });
});
