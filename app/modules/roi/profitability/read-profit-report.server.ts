import { sql } from "~/db/sql.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { fewestAccountsForCurve, type ProfitGroup, type ProfitReport } from "./profit-report";

/** A group as this reader may see it: cost of people and all that it can be computed from are null where it may not be shown. */
export interface ShownGroup
  extends Omit<ProfitGroup, "costToServeMinor" | "profitMinor" | "verdict" | "curve"> {
  readonly costToServeMinor: number | null;
  readonly profitMinor: number | null;
  readonly hidden: "too_few" | "complementary" | "dominance" | "differencing" | null;
  readonly curve: ProfitGroup["curve"];
}

export interface ShownReport extends Omit<ProfitReport, "groups"> {
  readonly asOf: string;
  readonly computedAt: Date;
  readonly currency: string;
  readonly groups: readonly ShownGroup[];
}

/** Null until the worker has computed one. */
export async function readProfitReport(scope: Scope<"roi.read">): Promise<ShownReport | null> {
  const run = sql();
  const [row] = await run<{ asOf: string; computedAt: Date; report: ProfitReport }[]>`
    select as_of, computed_at, report from profit_reports where id = 1`;
  if (!row) return null;
  const { reportingCurrency } = await companyToday(run);
  const seesPay = can(scope.roles, "pay.read");
  return {
    ...row.report,
    asOf: row.asOf,
    computedAt: row.computedAt,
    currency: reportingCurrency,
    groups: row.report.groups.map((group) => shownGroup(group, seesPay)),
  };
}

export function shownGroup({ verdict, ...group }: ProfitGroup, seesPay: boolean): ShownGroup {
  if (seesPay || group.people === 0) return { ...group, hidden: null };
  if (verdict !== "shown")
    return { ...group, costToServeMinor: null, profitMinor: null, curve: null, hidden: verdict };
  return { ...group, hidden: null, curve: group.accounts >= fewestAccountsForCurve ? group.curve : null };
}
