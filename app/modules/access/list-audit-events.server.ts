// Question: who did or saw what, newest first?
import { sql } from "~/db/sql.server";
import { type CalendarDate, isCalendarDate } from "~/kernel/calendar";
import { type Cursor, encodeCursor, type Page } from "~/kernel/page";
import type { Scope } from "./scope";

export interface AuditRow {
  readonly id: string;
  readonly occurredAt: Date;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly action: string | null;
  readonly text: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

const pageSize = 50;

/** Event ids are time-ordered, so the id alone is the key. Amounts of pay in the detail are for HR, not for this page. */
export async function listAuditEvents(
  _scope: Scope<"audit.read">,
  filter: AuditFilter,
  cursor: Cursor | null,
): Promise<Page<AuditRow>> {
  const run = sql();
  const isBack = cursor?.direction === "before";
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, "\\$&")}%` : null;
  const found = await run<AuditRow[]>`
    select id, occurred_at, actor_name, action, subject_type, subject_id, subject_name, detail - 'pay' as detail
    from audit_events
    where (${filter.action}::text is null or action = ${filter.action})
      and (${text}::text is null or actor_name ilike ${text} or subject_name ilike ${text})
      and (${validDay(filter.from)}::date is null or occurred_at >= ${validDay(filter.from)}::date)
      and (${validDay(filter.to)}::date is null or occurred_at < ${validDay(filter.to)}::date + 1)
      and ${cursor ? (isBack ? run`id > ${cursor.id}::uuid` : run`id < ${cursor.id}::uuid`) : run`true`}
    order by id ${isBack ? run`asc` : run`desc`}
    limit ${pageSize + 1}`;
  const hasMore = found.length > pageSize;
  const rows = found.slice(0, pageSize);
  if (isBack) rows.reverse();
  const edge = (row: AuditRow | undefined, direction: "after" | "before") =>
    row ? encodeCursor({ direction, value: null, id: row.id }) : null;
  return {
    rows,
    next: isBack || hasMore ? edge(rows.at(-1), "after") : null,
    previous: isBack ? (hasMore ? edge(rows[0], "before") : null) : cursor ? edge(rows[0], "before") : null,
  };
}

export async function listAuditActions(_scope: Scope<"audit.read">): Promise<string[]> {
  const rows = await sql()<{ action: string }[]>`select distinct action from audit_events order by action`;
  return rows.map(({ action }) => action);
}

function validDay(day: string | null): string | null {
  return day && isCalendarDate(day) ? day : null;
}
