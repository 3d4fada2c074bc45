import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { readAccountMoney } from "~/modules/roi/profitability/read-account-money.server";
import { AccountMonthsTable } from "~/modules/roi/profitability/ui/account-months-table";
import { AccountValueSection } from "~/modules/roi/profitability/ui/account-value-section";
import { RevenueEntriesSection } from "~/modules/roi/profitability/ui/revenue-entries-section";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const month = new URL(request.url).searchParams.get("month");
  const [money, { reportingCurrency }] = await Promise.all([
    readAccountMoney(scope, params["accountId"] ?? "", month),
    companyToday(sql()),
  ]);
  return { money, currency: reportingCurrency };
});

export default function AccountMoneyPage() {
  const { money, currency } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const { profit, asOf, value, entries } = money;
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/money/accounts">{t("money.accounts.allTitle")}</Link>}
        title={t("money.account.title", { name: profit.name })}
        subtitle={t("money.account.subtitle")}
        scope={
          <>
            <span>
              {t("common.asOf")} <b>{format.date(asOf)}</b>
            </span>
            <span>
              {profit.accountNumber} {profit.segment && `· ${profit.segment}`}
            </span>
          </>
        }
        actions={
          <Link className="button" to={`/accounts/${profit.accountId}`}>
            {t("money.account.open")}
          </Link>
        }
      />
      <AccountMonthsTable money={money} currency={currency} />
      {entries && <RevenueEntriesSection entries={entries} currency={currency} />}
      <AccountValueSection value={value} currency={currency} />
    </div>
  );
}
