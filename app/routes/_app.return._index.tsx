import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import { getYearConversions } from "~/modules/roi/home/read-year-conversions.server";
import { getReturnPage } from "~/modules/roi/returns/get-return-page.server";
import { GapsList } from "~/modules/roi/returns/ui/gaps-list";
import { Headline } from "~/modules/roi/returns/ui/headline";
import { ProgrammesTable } from "~/modules/roi/returns/ui/programmes-table";
import { ReturnHeader } from "~/modules/roi/returns/ui/return-header";
import { ReturnTabs } from "~/modules/roi/returns/ui/return-tabs";
import { TornadoChart } from "~/modules/roi/returns/ui/tornado-chart";
import { WaterfallChart } from "~/modules/roi/returns/ui/waterfall-chart";
import { getScenarioBasis } from "~/modules/roi/scenarios/get-scenario-basis.server";
import { ScenarioSliders } from "~/modules/roi/scenarios/ui/scenario-sliders";
import { YearRates } from "~/modules/roi/ui/year-rates";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const [shown, conversions] = await Promise.all([getReturnPage(scope), getYearConversions(scope)]);
  const { basis } = await getScenarioBasis(scope);
  return { ...shown, basis, conversions };
});

const asNow = { values: {}, result: null };
const noProblems = {};

export default function ReturnPage() {
  const { page, hasDrivers, gaps, rows, total, draws, basis, conversions } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, horizonMonths } = page;
  return (
    <div className="page">
      <ReturnHeader {...page} programmes={rows.filter(({ cost }) => cost.base > 0).length} />
      <ReturnTabs current="return" />
      {page.isBehind && (
        <p className="notice" role="status" style={{ marginBottom: 16 }}>
          {t("roi.behind", { time: format.dateTime(page.computedAt, "UTC") })}
        </p>
      )}
      {!hasDrivers && (
        <p className="notice" style={{ marginBottom: 16 }}>
          {t("roi.noDrivers")} <Link to="/drivers">{t("roi.seeDrivers")}</Link>
        </p>
      )}
      <Headline result={total} draws={draws} currency={currency} horizonMonths={horizonMonths} />
      <YearRates {...conversions} />
      <div className="section halves">
        <WaterfallChart result={total} currency={currency} horizonMonths={horizonMonths} />
        <TornadoChart result={total} catalogue={basis.catalogue} currency={currency} />
      </div>
      <ProgrammesTable
        programmes={rows}
        total={total}
        gaps={gaps}
        currency={currency}
        horizonMonths={horizonMonths}
      />
      <GapsList programmes={gaps} />
      <section className="section no-print">
        <div className="section-head">
          <div>
            <h2>{t("scenarios.whatIf")}</h2>
            <p className="sub">{t("scenarios.intro")}</p>
          </div>
          <div className="section-links">
            <Link to="/scenarios">{t("scenarios.saved.title")}</Link>
          </div>
        </div>
        <ScenarioSliders basis={basis} given={asNow} name="" problems={noProblems} />
      </section>
    </div>
  );
}
