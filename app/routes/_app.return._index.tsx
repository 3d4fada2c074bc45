import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import { getReturnReport } from "~/modules/roi/returns/get-return-report.server";
import { GapsList } from "~/modules/roi/returns/ui/gaps-list";
import { Headline } from "~/modules/roi/returns/ui/headline";
import { ProgrammesTable } from "~/modules/roi/returns/ui/programmes-table";
import { ReturnHeader } from "~/modules/roi/returns/ui/return-header";
import { ReturnTabs } from "~/modules/roi/returns/ui/return-tabs";
import { TornadoChart } from "~/modules/roi/returns/ui/tornado-chart";
import { WaterfallChart } from "~/modules/roi/returns/ui/waterfall-chart";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const { report, isBehind, computedAt } = await getReturnReport(scope);
  const {
    asOf,
    window,
    currency,
    annualDiscountRate,
    horizonMonths,
    programmes,
    catalogue,
    result,
    drivers,
  } = report;
  return {
    page: { asOf, window, currency, annualDiscountRate, horizonMonths, isBehind, computedAt },
    hasDrivers: drivers !== null,
    built: programmes,
    catalogue,
    result,
  };
});

export default function ReturnPage() {
  const { page, hasDrivers, built, catalogue, result } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, horizonMonths } = page;
  const { programmes, total, draws } = result;
  return (
    <div className="page">
      <ReturnHeader {...page} programmes={programmes.filter(({ cost }) => cost.base > 0).length} />
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
      <div className="section halves">
        <WaterfallChart result={total} currency={currency} horizonMonths={horizonMonths} />
        <TornadoChart result={total} catalogue={catalogue} currency={currency} />
      </div>
      <ProgrammesTable
        programmes={programmes}
        total={total}
        built={built}
        currency={currency}
        horizonMonths={horizonMonths}
      />
      <GapsList built={built} />
    </div>
  );
}
