import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { AppError } from "~/kernel/app-error";
import { requireScope } from "~/modules/access/require-scope.server";
import { getYearConversions } from "~/modules/roi/home/read-year-conversions.server";
import { listProfitRows, sumProfitRows } from "~/modules/roi/profitability/list-profit-rows.server";
import { readMoneyState } from "~/modules/roi/profitability/read-money-state.server";
import { readProfitReport } from "~/modules/roi/profitability/read-profit-report.server";
import { ProfitRowsTable } from "~/modules/roi/profitability/ui/profit-rows-table";
import { NotYet } from "~/modules/roi/ui/not-yet";
import { YearRates } from "~/modules/roi/ui/year-rates";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const search = new URL(request.url).searchParams;
  const segment = search.get("segment");
  const [report, state, conversions] = await Promise.all([
    readProfitReport(scope),
    readMoneyState(),
    getYearConversions(scope),
  ]);
  if (!report) return { report: null, state };
  const group = report.groups.find(({ key }) => key === segment);
  if (!group) throw new AppError("not_found", "No such segment");
  const [rows, sums] = await Promise.all([
    listProfitRows(scope, { segment, at: search.get("at") }),
    sumProfitRows(scope, segment),
  ]);
  const { first, last, currency, asOf } = report;
  return { report: { first, last, currency, asOf }, group, rows, sums, conversions };
});

export default function ProfitAccounts() {
  const shown = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const crumbs = <Link to="/money/profitability">{t("money.title.profitability")}</Link>;
  const title = t("money.accounts.allTitle");
  if (!shown.report)
    return (
      <div className="page">
        <PageHeader crumbs={crumbs} title={title} />
        <NotYet state={shown.state} />
      </div>
    );
  const { report, group, rows, sums, conversions } = shown;
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={group.key === null ? title : `${title}: ${group.key || t("money.segments.none")}`}
        subtitle={t("money.accounts.allText")}
        scope={
          <span>
            {t("money.period", { first: format.month(report.first), last: format.month(report.last) })}
          </span>
        }
      />
      <ProfitRowsTable rows={rows} sums={sums} group={group} currency={report.currency} />
      <YearRates {...conversions} />
    </div>
  );
}
