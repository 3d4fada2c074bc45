import { beyondCursor, keysetOrder, toPage } from "~/db/keyset.server";
import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import type { Cursor, Page } from "~/kernel/page";
import { can } from "~/modules/access/capabilities";
import { unitsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { findingsOf } from "./findings-of.server";
import type { CheckName, Finding } from "./quality-check";
import { requireReadableCheck } from "./readable-checks";

interface Query {
  readonly cursor: Cursor | null;
  readonly today: CalendarDate;
  readonly size: number;
}

const key = { expression: "f.day", kind: "date" } as const;

/** One page of what a check found in scope, the latest first. */
export async function listFindings(
  scope: Scope<"quality.read">,
  check: CheckName,
  { cursor, today, size }: Query,
): Promise<Page<Finding>> {
  requireReadableCheck(scope, check);
  const db = sql();
  const keyset = { key, id: "f.id", isDescending: true, cursor };
  const asker = { scope, today, mayReadPay: can(scope.roles, "pay.read") };
  const rows = await db<Finding[]>`
    select f.id, f.account_id, f.account_name, f.employee_id, f.employee_name, f.detail, f.day, f.against, f.amount_minor,
           f.currency, f.entries
    from (${findingsOf[check](db, asker)}) f
    where ${unitsInScope(db, scope, "f.unit_id")} and ${beyondCursor(db, keyset)}
    order by ${keysetOrder(db, keyset)} limit ${size + 1}`;
  return toPage(rows, keyset, { size, edge: (row) => ({ value: row.day, id: row.id }) });
}
