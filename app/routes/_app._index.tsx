import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireUser } from "~/modules/access/require-scope.server";
import { homesFor } from "~/modules/roi/home/home-kinds";

/** Everyone lands where their work is: a home page, one's own record, or the administration. */
export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { roles, employeeId } = await requireUser(request);
  const [home] = homesFor(roles);
  if (home) return redirect(`/home/${home}`);
  if (employeeId && can(roles, "people.read")) return redirect(`/employees/${employeeId}`);
  return redirect(can(roles, "users.manage") ? "/users" : "/profile");
});
