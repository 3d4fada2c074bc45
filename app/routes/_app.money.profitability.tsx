import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { getYearConversions } from "~/modules/roi/home/read-year-conversions.server";
import { listAccountProfits } from "~/modules/roi/profitability/list-account-profits.server";
import { readMoneyState } from "~/modules/roi/profitability/read-money-state.server";
import { readProfitReport } from "~/modules/roi/profitability/read-profit-report.server";
import { AccountProfitTable } from "~/modules/roi/profitability/ui/account-profit-table";
import { ProfitStatement } from "~/modules/roi/profitability/ui/profit-statement";
import { SegmentTable } from "~/modules/roi/profitability/ui/segment-table";
import { WhaleChart } from "~/modules/roi/profitability/ui/whale-chart";
import { MoneyHeader } from "~/modules/roi/ui/money-header";
import { NotYet } from "~/modules/roi/ui/not-yet";
import { YearRates } from "~/modules/roi/ui/year-rates";

const shownAccounts = 25;

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const search = new URL(request.url).searchParams;
  const [report, state, conversions] = await Promise.all([
    readProfitReport(scope),
    readMoneyState(),
    getYearConversions(scope),
  ]);
  const wanted = search.get("segment");
  const group =
    report?.groups.find((each) => each.key === wanted) ?? report?.groups.find((each) => each.key === null);
  if (!report || !group || group.accounts === 0) return { report: null, state };
  const order = search.get("order") === "worst" ? ("worst" as const) : ("best" as const);
  const rows = await listAccountProfits(scope, { segment: group.key, order, limit: shownAccounts });
  return { report, group, rows, order, seesPay: can(scope.roles, "pay.read"), state, conversions };
});

export default function Profitability() {
  const shown = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  if (!shown.report)
    return (
      <div className="page">
        <MoneyHeader page="profitability" asOf={null} />
        <NotYet state={shown.state} />
      </div>
    );
  const { report, group, rows, order, seesPay, conversions } = shown;
  return (
    <div className="page">
      <MoneyHeader
        page="profitability"
        asOf={report.asOf}
        scope={group.key === null ? null : group.key || t("money.segments.none")}
      />
      {group.revenueMinor <= 0 && <p className="notice warn">{t("money.noRevenue")}</p>}
      {group.profitMinor !== null && group.profitMinor < 0 && (
        <p className="notice warn">
          {t("money.negative", {
            money: format.compactMoney(group.profitMinor, report.currency),
            unit: format.moneyUnit(report.currency),
          })}
        </p>
      )}
      <ProfitStatement report={report} group={group} />
      <YearRates {...conversions} />
      <SegmentTable report={report} segment={group.key} />
      <WhaleChart group={group} currency={report.currency} />
      <AccountProfitTable rows={rows} order={order} seesPay={seesPay} currency={report.currency} />
    </div>
  );
}
