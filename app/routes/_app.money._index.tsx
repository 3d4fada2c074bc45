import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireScope(request, "roi.read");
  return redirect("/money/profitability");
});

/** Whoever is refused sees the application's own page in words. */
export default function CustomerMoney() {
  return null;
}
