import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { ruleInForce } from "~/modules/roi/customer-value/list-score-rules.server";
import { listScored, readValueMatrix } from "~/modules/roi/customer-value/read-value-matrix.server";
import { readScoredFilter } from "~/modules/roi/customer-value/scored-filter";
import { DerivedTable } from "~/modules/roi/customer-value/ui/derived-table";
import { LoyaltyTable } from "~/modules/roi/customer-value/ui/loyalty-table";
import { ScoredTable } from "~/modules/roi/customer-value/ui/scored-table";
import { ValueMatrix } from "~/modules/roi/customer-value/ui/value-matrix";
import { getYearConversions } from "~/modules/roi/home/read-year-conversions.server";
import { readMoneyState } from "~/modules/roi/profitability/read-money-state.server";
import { MoneyHeader } from "~/modules/roi/ui/money-header";
import { NotYet } from "~/modules/roi/ui/not-yet";
import { YearRates } from "~/modules/roi/ui/year-rates";

const shownRows = 50;

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const filter = readScoredFilter(new URL(request.url).searchParams);
  const [matrix, rows, rule, state, conversions] = await Promise.all([
    readValueMatrix(scope),
    listScored(scope, { ...filter, limit: shownRows }),
    ruleInForce(sql()),
    readMoneyState(),
    getYearConversions(scope),
  ]);
  return { conversions, matrix, rows, filter, rule, state, mayChange: can(scope.roles, "scenarios.write") };
});

export default function Value() {
  const { conversions, matrix, rows, filter, rule, state, mayChange } = useLoaderData<typeof loader>();
  if (!matrix)
    return (
      <div className="page">
        <MoneyHeader page="value" asOf={null} />
        <NotYet state={state} />
      </div>
    );
  const { asOf, cells, loyalty, coverage, currency } = matrix;
  return (
    <div className="page">
      <MoneyHeader page="value" asOf={asOf} />
      <ValueMatrix cells={cells} chosen={filter} currency={currency} />
      <YearRates {...conversions} />
      <ScoredTable rows={rows} filter={filter} currency={currency} />
      <LoyaltyTable counts={loyalty} />
      <DerivedTable
        coverage={coverage}
        parameters={rule.parameters}
        version={rule.version}
        mayChange={mayChange}
        asOf={asOf}
        currency={currency}
      />
    </div>
  );
}
