import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";

export interface PanelState {
  readonly changedAt: string;
  readonly timeZone: string;
  /** How much is there; null for who sees a part of the company only, and while nothing has been counted. */
  readonly counts: {
    readonly countedAt: string;
    readonly accountMonths: number;
    readonly employeeMonths: number;
    /** Column → account-months with a value. */
    readonly coverage: Readonly<Record<string, number>>;
  } | null;
}

/** The state of the panel and, for who sees the whole company, how much of it is filled. Reads one stored row. */
export async function getPanelState(scope: Scope<"drivers.read">): Promise<PanelState> {
  const [{ timeZone }, [row]] = await Promise.all([
    companyToday(sql()),
    sql()<
      {
        changedAt: Date;
        countedAt: Date | null;
        accountMonths: number;
        employeeMonths: number;
        coverage: Record<string, number>;
      }[]
    >`select changed_at, counted_at, account_months, employee_months, coverage from panel_state`,
  ]);
  return {
    changedAt: (row?.changedAt ?? new Date(0)).toISOString(),
    timeZone,
    counts:
      scope.all && row?.countedAt
        ? {
            countedAt: row.countedAt.toISOString(),
            accountMonths: row.accountMonths,
            employeeMonths: row.employeeMonths,
            coverage: row.coverage,
          }
        : null,
  };
}
