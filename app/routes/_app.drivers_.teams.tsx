import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getStudyFrame } from "~/modules/linkage/studies/get-study-frame.server";
import { getTeamStudy } from "~/modules/linkage/studies/get-team-study.server";
import { TeamsPage } from "~/modules/linkage/studies/ui/teams-page";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "drivers.read");
  const [study, frame] = await Promise.all([
    getTeamStudy(scope, new URL(request.url).searchParams),
    getStudyFrame(scope),
  ]);
  return { study, frame };
});

export default function TeamsStudy() {
  return <TeamsPage {...useLoaderData<typeof loader>()} />;
}
