import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import {
  listRecentHandovers,
  listUnownedAccounts,
  listWaitingLeavers,
} from "~/modules/linkage/assignments/list-handovers.server";
import { RecentHandovers } from "~/modules/linkage/assignments/ui/recent-handovers";
import { UnownedAccounts, WaitingLeavers } from "~/modules/linkage/assignments/ui/waiting-lists";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "assignments.write");
  const company = await companyToday(sql());
  const [recent, leavers, unowned] = await Promise.all([
    listRecentHandovers(scope, company.today),
    listWaitingLeavers(scope),
    listUnownedAccounts(scope),
  ]);
  const asText = <Row extends { revenue12mMinor: bigint }>(row: Row) => ({
    ...row,
    revenue12mMinor: row.revenue12mMinor.toString(),
  });
  return {
    recent,
    leavers: leavers.map(asText),
    unowned: unowned.map(asText),
    today: company.today,
    currency: company.reportingCurrency,
  };
});

export default function Handovers() {
  const { recent, leavers, unowned, today, currency } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const format = useFormat();
  const done = Number(search.get("done"));
  return (
    <div className="page">
      <PageHeader
        title={t("assignments.list.title")}
        subtitle={t("assignments.list.subtitle")}
        scope={
          <span>
            {t("common.asOf")} <b>{format.date(today)}</b>
          </span>
        }
      />
      {done > 0 && (
        <p className="notice" role="status">
          {t("assignments.handover.done", { count: done })}
        </p>
      )}
      {leavers.length === 0 && unowned.length === 0 && (
        <p className="sub">{t("assignments.list.nothingWaits")}</p>
      )}
      {leavers.length > 0 && <WaitingLeavers leavers={leavers} currency={currency} />}
      {unowned.length > 0 && <UnownedAccounts accounts={unowned} currency={currency} />}
      <RecentHandovers handovers={recent} />
    </div>
  );
}
