import { sql } from "~/db/sql.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { pageSize, readCursor } from "~/ui/tables/list-query";
import { getRunState } from "../drivers/runs/get-run-state.server";
import { describeRiskModel } from "./describe-risk-model.server";
import { listLeavingRisks, readLeavingRiskSort } from "./list-leaving-risks.server";

export async function loadLeavingRisks(
  { risk, drivers }: { readonly risk: Scope<"risk.people">; readonly drivers: Scope<"drivers.read"> },
  params: URLSearchParams,
) {
  const sort = readLeavingRiskSort(params);
  const [page, model, run, company] = await Promise.all([
    listLeavingRisks(risk, { sort, cursor: readCursor(params), size: pageSize }),
    describeRiskModel(risk, "leaving"),
    getRunState(drivers),
    companyToday(sql()),
  ]);
  return {
    sort,
    model,
    run,
    rows: page.rows.map((row) => ({
      ...row,
      revenueExposedMinor: row.revenueExposedMinor.toString(),
      expectedRevenueLossMinor: row.expectedRevenueLossMinor.toString(),
    })),
    next: page.next,
    previous: page.previous,
    currency: company.reportingCurrency,
    timeZone: company.timeZone,
    mayRun: can(risk.roles, "drivers.run"),
  };
}

export type LoadedLeavingRisks = Awaited<ReturnType<typeof loadLeavingRisks>>;
