import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getLeavingStudy } from "~/modules/linkage/studies/get-leaving-study.server";
import { getStudyFrame } from "~/modules/linkage/studies/get-study-frame.server";
import { LeavingPage } from "~/modules/linkage/studies/ui/leaving-page";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "drivers.read");
  const [study, frame] = await Promise.all([getLeavingStudy(scope), getStudyFrame(scope)]);
  return { study, frame };
});

export default function LeavingStudy() {
  return <LeavingPage {...useLoaderData<typeof loader>()} />;
}
