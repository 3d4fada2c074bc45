import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useOutletContext } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getAccountTeam } from "~/modules/linkage/account-page/get-account-team.server";
import type { AccountContext } from "~/modules/linkage/account-page/ui/account-head";
import { ServedTable } from "~/modules/linkage/account-page/ui/served-table";
import { TeamChart } from "~/modules/linkage/account-page/ui/team-chart";
import { TeamComparisonTable } from "~/modules/linkage/account-page/ui/team-comparison";
import { EmptyState } from "~/ui/primitives/empty-state";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) =>
  getAccountTeam(await requireScope(request, "customers.read"), params["accountId"] ?? ""),
);

export default function AccountTeamTab() {
  const { strip, months, periods, comparison } = useLoaderData<typeof loader>();
  const { account, rights } = useOutletContext<AccountContext>();
  const { t } = useTranslation();
  const assign = rights.assign && account.status === "customer" && (
    <Link className="button primary" to={`/accounts/${account.id}/assign`}>
      {t("linkage.account.action.assign")}
    </Link>
  );
  return (
    <>
      <div className="two-columns">
        {periods.length === 0 ? (
          <EmptyState title={t("linkage.team.empty")} action={assign}>
            {t("linkage.team.emptyHint")}
          </EmptyState>
        ) : (
          <TeamChart accountNumber={account.number} strip={strip} months={months} periods={periods} />
        )}
        <aside className="aside">
          <TeamComparisonTable comparison={comparison} />
        </aside>
      </div>
      {periods.length > 0 && (
        <ServedTable accountId={account.id} periods={periods} mayAssign={rights.assign} />
      )}
    </>
  );
}
