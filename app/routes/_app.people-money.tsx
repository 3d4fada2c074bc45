import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import { getYearConversions, type YearConversions } from "~/modules/roi/home/read-year-conversions.server";
import { getPeopleMoney, type PeopleMoneyData } from "~/modules/roi/people-money/get-people-money.server";
import { AccountEffect } from "~/modules/roi/people-money/ui/account-effect";
import { DepartureTable } from "~/modules/roi/people-money/ui/departure-table";
import { MoneyTiles } from "~/modules/roi/people-money/ui/money-tiles";
import { OperatingFacts } from "~/modules/roi/people-money/ui/operating-facts";
import { RoleTable } from "~/modules/roi/people-money/ui/role-table";
import { PrintButton } from "~/modules/roi/returns/ui/print-button";
import { ReturnTabs } from "~/modules/roi/returns/ui/return-tabs";
import { YearRates } from "~/modules/roi/ui/year-rates";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const [data, conversions] = await Promise.all([getPeopleMoney(scope), getYearConversions(scope)]);
  return { data, conversions };
});

export default function PeopleMoneyPage() {
  const { data, conversions } = useLoaderData<typeof loader>() as unknown as {
    data: PeopleMoneyData;
    conversions: YearConversions;
  };
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="page">
      <PageHeader
        title={t("peopleMoney.title")}
        subtitle={t("peopleMoney.subtitle")}
        scope={
          <>
            <span>{t("peopleMoney.period", { date: format.date(data.page.asOf) })}</span>
            <span>
              {t("common.scope.label")} <b>{t("common.scope.all")}</b>
            </span>
          </>
        }
        actions={<PrintButton label={t("roi.action.print")} />}
      />
      <ReturnTabs current="people-money" />
      <MoneyTiles data={data} />
      <YearRates {...conversions} />
      <DepartureTable data={data} />
      <AccountEffect data={data} />
      <RoleTable data={data} />
      <OperatingFacts data={data} />
    </div>
  );
}
