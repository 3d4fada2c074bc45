import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getHrHome } from "~/modules/roi/home/get-homes.server";
import { homesFor } from "~/modules/roi/home/home-kinds";
import { getYearConversions } from "~/modules/roi/home/read-year-conversions.server";
import { CostByMonth } from "~/modules/roi/home/ui/cost-by-month";
import { FigureTiles } from "~/modules/roi/home/ui/figure-tiles";
import { HomeHeader } from "~/modules/roi/home/ui/home-header";
import { LeaversTable } from "~/modules/roi/home/ui/leavers-table";
import { SurveyTable } from "~/modules/roi/home/ui/survey-table";
import { YearRates } from "~/modules/roi/ui/year-rates";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "home.hr");
  const [home, conversions] = await Promise.all([getHrHome(scope), getYearConversions(scope)]);
  return { ...home, conversions, kinds: homesFor(scope.roles) };
});

export default function HrHome() {
  const { figures, window, asOf, currency, costMonths, costs, leavers, survey, kinds, conversions } =
    useLoaderData<typeof loader>();
  return (
    <div className="page">
      <HomeHeader kind="hr" kinds={kinds} asOf={asOf} scopeName={null} />
      <FigureTiles figures={figures} window={window} asOf={asOf} currency={currency} />
      <YearRates {...conversions} />
      <LeaversTable leavers={leavers} currency={currency} />
      <CostByMonth months={costMonths} costs={costs} currency={currency} />
      <SurveyTable survey={survey} />
    </div>
  );
}
