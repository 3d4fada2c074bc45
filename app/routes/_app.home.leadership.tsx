import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getLeadershipHome } from "~/modules/roi/home/get-homes.server";
import { homesFor } from "~/modules/roi/home/home-kinds";
import { getYearConversions } from "~/modules/roi/home/read-year-conversions.server";
import { AtRiskTable } from "~/modules/roi/home/ui/at-risk-table";
import { BothTrends } from "~/modules/roi/home/ui/both-trends";
import { FigureTiles } from "~/modules/roi/home/ui/figure-tiles";
import { HomeHeader } from "~/modules/roi/home/ui/home-header";
import { YearRates } from "~/modules/roi/ui/year-rates";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "home.leadership");
  const [home, conversions] = await Promise.all([getLeadershipHome(scope), getYearConversions(scope)]);
  return { ...home, conversions, kinds: homesFor(scope.roles) };
});

export default function LeadershipHome() {
  const { figures, window, asOf, currency, trends, atRisk, revenueMinor, today, kinds, conversions } =
    useLoaderData<typeof loader>();
  return (
    <div className="page">
      <HomeHeader kind="leadership" kinds={kinds} asOf={asOf} scopeName={null} />
      <FigureTiles figures={figures} window={window} asOf={asOf} currency={currency} />
      <YearRates {...conversions} />
      <BothTrends trends={trends} />
      <AtRiskTable atRisk={atRisk} revenueMinor={revenueMinor} today={today} currency={currency} />
    </div>
  );
}
