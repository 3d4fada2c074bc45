import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useOutletContext } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getAccountOverview } from "~/modules/linkage/account-page/get-account-overview.server";
import type { AccountContext } from "~/modules/linkage/account-page/ui/account-head";
import { Attention } from "~/modules/linkage/account-page/ui/attention";
import { OverviewCharts } from "~/modules/linkage/account-page/ui/overview-charts";
import { TimelineTable } from "~/modules/linkage/account-page/ui/timeline-table";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) =>
  getAccountOverview(await requireScope(request, "customers.read"), params["accountId"] ?? ""),
);

export default function AccountOverviewTab() {
  const { months, latest, timeZone, conversions } = useLoaderData<typeof loader>();
  const { account, rights } = useOutletContext<AccountContext>();
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <OverviewCharts account={account} months={months} conversions={conversions} />
      <aside className="aside">
        <Attention account={account} rights={rights} />
        <section className="section">
          <div className="section-head">
            <h2>{t("linkage.account.latest.title")}</h2>
            <Link className="section-links" to={`/accounts/${account.id}/timeline`}>
              {t("linkage.account.latest.all")}
            </Link>
          </div>
          {latest.length > 0 ? (
            <TimelineTable entries={latest} timeZone={timeZone} isBrief />
          ) : (
            <p className="sub">{t("linkage.account.latest.empty")}</p>
          )}
        </section>
      </aside>
    </div>
  );
}
