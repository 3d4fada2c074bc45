import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getHandoverStudy } from "~/modules/linkage/studies/get-handover-study.server";
import { getStudyFrame } from "~/modules/linkage/studies/get-study-frame.server";
import { HandoversPage } from "~/modules/linkage/studies/ui/handovers-page";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "drivers.read");
  const [study, frame] = await Promise.all([
    getHandoverStudy(scope, new URL(request.url).searchParams),
    getStudyFrame(scope),
  ]);
  return { study, frame };
});

export default function HandoversStudy() {
  return <HandoversPage {...useLoaderData<typeof loader>()} />;
}
