import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { addDays } from "~/kernel/calendar";
import { requireScope } from "~/modules/access/require-scope.server";
import { listAccountsServed } from "~/modules/linkage/leave-impact/list-accounts-served.server";
import { ServedAccounts } from "~/modules/linkage/leave-impact/ui/served-accounts";
import { getEmployee } from "~/modules/people/get-employee.server";
import { findEmployeeSummary } from "~/modules/people/get-employee-summary.server";
import { OutcomesTable } from "~/modules/people/ui/outcomes-table";
import { EmptyState } from "~/ui/primitives/empty-state";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.read");
  const customers = await requireScope(request, "customers.read");
  const id = params["id"] ?? "";
  const employee = await getEmployee(scope, id);
  const { status, leftOn, asOf: today, reportingCurrency: currency } = employee;
  const onDay = status === "left" && leftOn ? addDays(leftOn, -1) : today;
  const [summary, accounts] = await Promise.all([
    findEmployeeSummary(scope, id),
    listAccountsServed(customers, id, { onDay, today }),
  ]);
  return { outcomes: summary?.outcomes ?? null, accounts, currency, onDay, hasLeft: status === "left" };
});

export default function EmployeeAccounts() {
  const { outcomes, accounts, currency, onDay, hasLeft } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {outcomes && (
        <section style={{ maxWidth: 760 }}>
          <div className="section-head">
            <div>
              <h2>{t("people.accounts.title")}</h2>
              <p className="sub">{t("people.accounts.subtitle")}</p>
            </div>
          </div>
          <OutcomesTable counts={outcomes} />
        </section>
      )}
      <section className={outcomes ? "section" : undefined}>
        <div className="section-head">
          <div>
            <h2>{t(hasLeft ? "people.accounts.listTitleLeft" : "people.accounts.listTitle")}</h2>
            {accounts.length > 0 && (
              <p className="sub">
                {t("people.accounts.listNote", { count: accounts.length, unit: format.moneyUnit(currency) })}
              </p>
            )}
          </div>
        </div>
        {accounts.length === 0 ? (
          <EmptyState title={t("people.accounts.empty")}>{t("people.accounts.emptyText")}</EmptyState>
        ) : (
          <ServedAccounts accounts={accounts} currency={currency} onDay={onDay} />
        )}
      </section>
    </>
  );
}
