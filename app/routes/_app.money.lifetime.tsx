import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { getYearConversions } from "~/modules/roi/home/read-year-conversions.server";
import { readLifetime } from "~/modules/roi/lifetime/read-lifetime.server";
import { LifetimeTiles } from "~/modules/roi/lifetime/ui/lifetime-tiles";
import { LossesSection } from "~/modules/roi/lifetime/ui/losses-section";
import { ModelSection } from "~/modules/roi/lifetime/ui/model-section";
import { ValuesTable } from "~/modules/roi/lifetime/ui/values-table";
import { readMoneyState } from "~/modules/roi/profitability/read-money-state.server";
import { MoneyHeader } from "~/modules/roi/ui/money-header";
import { NotYet } from "~/modules/roi/ui/not-yet";
import { YearRates } from "~/modules/roi/ui/year-rates";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const segment = new URL(request.url).searchParams.get("segment");
  const [lifetime, state, conversions] = await Promise.all([
    readLifetime(scope, segment),
    readMoneyState(),
    getYearConversions(scope),
  ]);
  return { lifetime, state, conversions, segment, mayChange: can(scope.roles, "scenarios.write") };
});

export default function Lifetime() {
  const { lifetime, state, conversions, segment, mayChange } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  if (!lifetime)
    return (
      <div className="page">
        <MoneyHeader page="lifetime" asOf={null} />
        <NotYet state={state} />
      </div>
    );
  const { asOf, settings, currency, equity, acquisition, years, result, best, losses, isCacHidden } =
    lifetime;
  return (
    <div className="page">
      <MoneyHeader page="lifetime" asOf={asOf} scope={segment} />
      {!state.revenue && <p className="notice warn">{t("money.noRevenue")}</p>}
      <LifetimeTiles {...{ equity, acquisition, years, settings, asOf, currency, isCacHidden }} />
      <p className="small muted" style={{ marginTop: 8 }}>
        {t("money.assumptions", {
          months: settings.horizonMonths,
          rate: format.percent(settings.discountRate),
          cycle: settings.salesCycleMonths,
        })}{" "}
        {mayChange && (
          <Link to="/money/lifetime/assumptions" className="no-print">
            {t("money.changeAssumptions")}
          </Link>
        )}
      </p>
      <YearRates {...conversions} />
      <ModelSection result={result} />
      <ValuesTable rows={best} currency={currency} />
      <LossesSection {...{ rows: losses, years, settings, currency, mayChange }} />
    </div>
  );
}
