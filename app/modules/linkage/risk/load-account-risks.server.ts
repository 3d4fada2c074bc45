import { sql } from "~/db/sql.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { pageSize, readCursor } from "~/ui/tables/list-query";
import { findOwnerName, listAccountChoices } from "../account-page/list-account-choices.server";
import { getRunState } from "../drivers/runs/get-run-state.server";
import { readAccountRiskFilters, readAccountRiskSort } from "./account-risk-filters";
import { describeRiskModel } from "./describe-risk-model.server";
import { listAccountRisks } from "./list-account-risks.server";
import { sumAccountRisks } from "./sum-account-risks.server";

interface Scopes {
  readonly risk: Scope<"risk.accounts">;
  readonly customers: Scope<"customers.read">;
  readonly drivers: Scope<"drivers.read">;
}

/** What the page's URL asks for, with its totals and the analysis it rests on. */
export async function loadAccountRisks({ risk, customers, drivers }: Scopes, params: URLSearchParams) {
  const filters = readAccountRiskFilters(params);
  const sort = readAccountRiskSort(params);
  const [page, totals, choices, ownerName, model, run, company] = await Promise.all([
    listAccountRisks(risk, { filters, sort, cursor: readCursor(params), size: pageSize }),
    sumAccountRisks(risk, filters),
    listAccountChoices(customers),
    filters.owner ? findOwnerName(customers, filters.owner) : null,
    describeRiskModel(risk, "churn"),
    getRunState(drivers),
    companyToday(sql()),
  ]);
  return {
    filters,
    sort,
    choices,
    ownerName,
    model,
    run,
    rows: page.rows.map((row) => ({
      ...row,
      marginMinor: row.marginMinor.toString(),
      expectedLossMinor: row.expectedLossMinor.toString(),
    })),
    next: page.next,
    previous: page.previous,
    totals: {
      ...totals,
      marginMinor: totals.marginMinor.toString(),
      expectedLossMinor: totals.expectedLossMinor.toString(),
    },
    currency: company.reportingCurrency,
    timeZone: company.timeZone,
    today: company.today,
    mayAssign: can(risk.roles, "assignments.write"),
    mayRun: can(risk.roles, "drivers.run"),
  };
}

export type LoadedAccountRisks = Awaited<ReturnType<typeof loadAccountRisks>>;
