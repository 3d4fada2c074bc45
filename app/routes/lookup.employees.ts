import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { lookupEmployees } from "~/modules/people/lookup-employees.server";
import { readText } from "~/ui/tables/list-query";

/** Suggestions for a field that takes a person; `?status=present` leaves leavers out. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.read");
  const search = new URL(request.url).searchParams;
  const text = readText(search, "q", 100);
  const onlyPresent = search.get("status") === "present";
  return Response.json(text ? await lookupEmployees(scope, text, { onlyPresent }) : [], {
    headers: { "Cache-Control": "no-store" },
  });
});
