import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getRetentionStudy } from "~/modules/linkage/studies/get-retention-study.server";
import { getStudyFrame } from "~/modules/linkage/studies/get-study-frame.server";
import { RetentionPage } from "~/modules/linkage/studies/ui/retention-page";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "drivers.read");
  const [study, frame] = await Promise.all([getRetentionStudy(scope), getStudyFrame(scope)]);
  return { study, frame };
});

export default function RetentionStudy() {
  return <RetentionPage {...useLoaderData<typeof loader>()} />;
}
