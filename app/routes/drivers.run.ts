import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { safePath } from "~/modules/access/safe-path";
import { requestDriverRun } from "~/modules/linkage/drivers/runs/request-driver-run.server";

/** The button "Compute now". Back to the page it stands on, which then shows the progress. */
export const action = answeringPlainly(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "drivers.run");
  const back = (await request.formData()).get("back");
  await requestDriverRun(scope);
  return redirect(back ? safePath(back) : "/drivers");
});

export const loader = () => redirect("/drivers");
