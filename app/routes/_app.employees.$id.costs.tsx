import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { costCategories } from "~/modules/people/cost-entry";
import { getEmployeeCosts } from "~/modules/people/get-employee-costs.server";
import { CostChart } from "~/modules/people/ui/cost-chart";
import { CostLedger } from "~/modules/people/ui/cost-ledger";
import { CostTotalsTable } from "~/modules/people/ui/cost-totals-table";
import styles from "~/modules/people/ui/costs.module.css";
import { toShownCosts } from "~/modules/people/ui/shown-costs";
import { EmptyState } from "~/ui/primitives/empty-state";
import { readChoice } from "~/ui/tables/list-query";
import type { EmployeeLoader } from "./_app.employees.$id";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "pay.read");
  const search = new URL(request.url).searchParams;
  const category = readChoice(search, "category", costCategories);
  const isWholeLedger = readChoice(search, "period", ["all"]) !== null;
  const costs = await getEmployeeCosts(scope, params["id"] ?? "", { category, isWholeLedger });
  return { costs: toShownCosts(costs), category, isWholeLedger };
});

export default function EmployeeCosts() {
  const { costs, category, isWholeLedger } = useLoaderData<typeof loader>();
  const head = useRouteLoaderData<EmployeeLoader>("routes/_app.employees.$id");
  const { t } = useTranslation();
  const employee = head?.employee;
  if (!employee) return null;
  if (costs.linesInAll === 0) {
    return (
      <EmptyState
        title={t("people.costs.empty")}
        action={
          <Link className="button primary" to={`/employees/${employee.id}/costs/new`}>
            {t("people.form.addCost")}
          </Link>
        }
      >
        {t("people.costs.emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.columns}>
        <CostChart totals={costs.totals} currency={costs.currency} fileName={`costs-${employee.number}`} />
        <section>
          <div className="section-head">
            <div>
              <h2>{t("people.costs.totals")}</h2>
              <p className="sub">{t("people.costs.recorded")}</p>
            </div>
          </div>
          <CostTotalsTable
            totals={costs.totals}
            currency={costs.currency}
            hiredOn={employee.hiredOn}
            conversions={costs.conversions}
          />
        </section>
      </div>
      <CostLedger
        costs={costs}
        category={category}
        isWholeLedger={isWholeLedger}
        exportHref={`/employees/${employee.id}/costs.csv`}
      />
    </>
  );
}
