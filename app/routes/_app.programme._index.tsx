import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { findCharter, listResponsibilities } from "~/modules/programme/get-governance.server";
import { summariseProgramme } from "~/modules/programme/summarise-programme.server";
import { CharterSection } from "~/modules/programme/ui/charter-section";
import { ResponsibilitiesTable } from "~/modules/programme/ui/responsibilities-table";
import { StandingTiles } from "~/modules/programme/ui/standing-tiles";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const reader = await requireScope(request, "programme.read");
  if (!can(reader.roles, "programme.govern")) return redirect("/programme/announcements");
  const scope = await requireScope(request, "programme.govern");
  const [charter, responsibilities, standings] = await Promise.all([
    findCharter(scope),
    listResponsibilities(scope),
    summariseProgramme(scope, reader),
  ]);
  return { charter, responsibilities, standings, mayWrite: can(scope.roles, "programme.write") };
});

export default function ProgrammeOverview() {
  const { charter, responsibilities, standings, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <CharterSection charter={charter} mayWrite={mayWrite} />
      <StandingTiles standings={standings} />
      <ResponsibilitiesTable rows={responsibilities} mayWrite={mayWrite} />
    </>
  );
}
