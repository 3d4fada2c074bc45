import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope, requireUser } from "~/modules/access/require-scope.server";
import { getSalesHome } from "~/modules/roi/home/get-homes.server";
import { homesFor } from "~/modules/roi/home/home-kinds";
import { getYearConversions } from "~/modules/roi/home/read-year-conversions.server";
import { AtRiskTable } from "~/modules/roi/home/ui/at-risk-table";
import { FigureTiles } from "~/modules/roi/home/ui/figure-tiles";
import { HomeHeader } from "~/modules/roi/home/ui/home-header";
import { TeamHeatMap } from "~/modules/roi/home/ui/team-heat-map";
import { YearRates } from "~/modules/roi/ui/year-rates";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "home.sales");
  const { orgUnitName } = await requireUser(request);
  const [home, conversions] = await Promise.all([getSalesHome(scope), getYearConversions(scope)]);
  return { ...home, conversions, kinds: homesFor(scope.roles), orgUnitName };
});

export default function SalesHome() {
  const {
    figures,
    window,
    asOf,
    currency,
    atRisk,
    revenueMinor,
    teams,
    left,
    today,
    kinds,
    conversions,
    orgUnitName,
  } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <HomeHeader kind="sales" kinds={kinds} asOf={asOf} scopeName={orgUnitName ?? "–"} />
      <FigureTiles figures={figures} window={window} asOf={asOf} currency={currency} />
      <YearRates {...conversions} />
      <AtRiskTable atRisk={atRisk} revenueMinor={revenueMinor} today={today} currency={currency} />
      <TeamHeatMap teams={teams} left={left} today={today} />
    </div>
  );
}
