import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { ruleFor } from "~/modules/roi/allocation/allocation-rule";
import { listRules } from "~/modules/roi/allocation/list-rules.server";
import {
  listRateProblems,
  readCostMonth,
  readCostMonths,
} from "~/modules/roi/allocation/read-cost-months.server";
import { CostMonthDetail } from "~/modules/roi/allocation/ui/cost-month-detail";
import { CostMonthsTable } from "~/modules/roi/allocation/ui/cost-months-table";
import { RateProblems } from "~/modules/roi/allocation/ui/rate-problems";
import { RuleFacts } from "~/modules/roi/allocation/ui/rule-facts";
import { getYearConversions } from "~/modules/roi/home/read-year-conversions.server";
import { readMoneyState } from "~/modules/roi/profitability/read-money-state.server";
import { MoneyHeader } from "~/modules/roi/ui/money-header";
import { NotYet } from "~/modules/roi/ui/not-yet";
import { YearRates } from "~/modules/roi/ui/year-rates";

const shownMonths = 36;

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const run = sql();
  const [company, months, rules, state, conversions] = await Promise.all([
    companyToday(run),
    readCostMonths(scope, shownMonths),
    listRules(run),
    readMoneyState(),
    getYearConversions(scope),
  ]);
  const wanted = `${new URL(request.url).searchParams.get("month") ?? ""}-01`;
  const chosen = months?.find((row) => row.month === wanted) ?? months?.[1] ?? months?.[0];
  const seesPay = can(scope.roles, "pay.read");
  const [detail, problems] = await Promise.all([
    chosen && seesPay ? readCostMonth(await requireScope(request, "pay.read"), chosen.month) : null,
    months?.length ? listRateProblems(scope, months.at(-1)!.month) : [],
  ]);
  return {
    months,
    chosen: chosen?.month ?? null,
    detail,
    problems,
    rule: ruleFor(chosen?.month ?? company.today, rules),
    mayChange: can(scope.roles, "scenarios.write"),
    currency: company.reportingCurrency,
    asOf: company.today,
    state,
    conversions,
  };
});

export default function Costs() {
  const { months, chosen, detail, problems, rule, mayChange, currency, asOf, state, conversions } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <div className="page">
      <MoneyHeader page="costs" asOf={months?.length ? asOf : null} />
      <RateProblems problems={problems} />
      {months === null ? (
        <p className="notice">{t("money.hidden.too_few")}</p>
      ) : months.length === 0 ? (
        <NotYet state={state} />
      ) : (
        <>
          <section className="section">
            <div className="section-head">
              <div>
                <h2>{t("money.cost.title")}</h2>
                <p className="sub">{t(detail ? "money.cost.subtitle" : "money.cost.subtitleSums")}</p>
              </div>
            </div>
            <CostMonthsTable
              months={months.slice(0, 13)}
              year={conversions.window}
              {...{ chosen, currency }}
            />
            <YearRates {...conversions} />
          </section>
          {detail && <CostMonthDetail detail={detail} currency={currency} />}
        </>
      )}
      <RuleFacts rule={rule} mayChange={mayChange} />
    </div>
  );
}
