import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getImportanceStudy } from "~/modules/linkage/studies/get-importance-study.server";
import { getStudyFrame } from "~/modules/linkage/studies/get-study-frame.server";
import { ImportancePage } from "~/modules/linkage/studies/ui/importance-page";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "drivers.read");
  const [study, frame] = await Promise.all([getImportanceStudy(scope), getStudyFrame(scope)]);
  return { study, frame };
});

export default function ImportanceStudy() {
  return <ImportancePage {...useLoaderData<typeof loader>()} />;
}
