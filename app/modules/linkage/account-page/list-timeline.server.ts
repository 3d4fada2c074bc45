import { sql } from "~/db/sql.server";
import { type Cursor, encodeCursor } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import { requireAccountInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { TimelineKind } from "./timeline-kinds";

/** One thing that happened. What each kind fills in differs; the page words it. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: Date;
  /** True where only the day is known. */
  readonly isDay: boolean;
  readonly event:
    | "interaction"
    | "case_opened"
    | "case_resolved"
    | "satisfaction"
    | "assigned"
    | "unassigned";
  readonly employeeId: string | null;
  readonly employeeName: string | null;
  readonly contactName: string | null;
  readonly text: string | null;
  /** Channel, priority, kind of answer or role. */
  readonly code: string;
  /** Direction, case number or end cause. */
  readonly detail: string | null;
  /** Minutes, score or share. */
  readonly amount: number | null;
}

interface Query {
  readonly kind: TimelineKind | null;
  readonly cursor: Cursor | null;
  readonly size: number;
}

/** Newest first, walked by (time, event, id); `next` leads to older entries. */
export async function listTimeline(
  scope: Scope<"customers.read">,
  accountId: string,
  { kind, cursor, size }: Query,
): Promise<{ entries: TimelineEntry[]; next: string | null; timeZone: string }> {
  await requireAccountInScope(sql(), scope, accountId);
  const { timeZone } = await companyToday(sql());
  const rows = await selectEntries(accountId, { kind, before: boundOf(cursor), timeZone, limit: size + 1 });
  const entries = rows.slice(0, size);
  const last = entries.at(-1);
  const next =
    rows.length > size && last
      ? encodeCursor({ direction: "after", value: `${last.at.toISOString()} ${last.event}`, id: last.id })
      : null;
  return { entries, next, timeZone };
}

interface Bound {
  readonly at: string;
  readonly event: string;
  readonly id: string;
}

/** Beyond everything: the first page. A cursor that was not made here shows the first page too. */
const start: Bound = {
  at: "9999-12-31T00:00:00.000Z",
  event: "z",
  id: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

function boundOf(cursor: Cursor | null): Bound {
  const [at = "", event = ""] = (cursor?.value ?? "").split(" ");
  if (!cursor || !/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at) || Number.isNaN(Date.parse(at))) return start;
  return { at, event, id: cursor.id };
}

interface Selection {
  readonly kind: TimelineKind | null;
  readonly before: Bound;
  readonly timeZone: string;
  readonly limit: number;
}

/** What happened on this account before a moment: interactions, cases, answers and changes of the team, newest first? */
function selectEntries(accountId: string, { kind, before, timeZone, limit }: Selection) {
  const db = sql();
  const wants = (one: TimelineKind) => kind === null || kind === one;
  const moment = db`${before.at}::timestamptz`;
  const day = db`(${before.at}::timestamptz at time zone ${timeZone})::date`;
  const midnight = (column: string) => db`(${db(column)}::timestamp at time zone ${timeZone})`;
  const isBefore = db`(at, event, id) < (${moment}, ${before.event}, ${before.id}::uuid)`;
  return db<TimelineEntry[]>`
    select t.*, e.name as employee_name, c.name as contact_name
    from (
      select * from (
        select id, occurred_at as at, false as is_day, 'interaction' as event, employee_id, contact_id, subject as text,
               channel::text as code, direction::text as detail, minutes::float8 as amount
        from interactions
        where ${wants("interaction")} and account_id = ${accountId} and occurred_at <= ${moment}) i
      where ${isBefore} order by at desc, event desc, id desc limit ${limit}) t
    left join employees e on e.id = t.employee_id
    left join contacts c on c.account_id = ${accountId} and c.id = t.contact_id
    union all
    select t.*, e.name, null
    from (
      select * from (
        select id, opened_at as at, false as is_day, 'case_opened' as event, employee_id, null::uuid as contact_id,
               subject as text, priority::text as code, case_number as detail, null::float8 as amount
        from cases where ${wants("case")} and account_id = ${accountId} and opened_at <= ${moment}
        union all
        select id, resolved_at, false, 'case_resolved', employee_id, null, subject, priority::text, case_number,
               extract(epoch from resolved_at - opened_at) / 86400
        from cases where ${wants("case")} and account_id = ${accountId} and resolved_at <= ${moment}) k
      where ${isBefore} order by at desc, event desc, id desc limit ${limit}) t
    left join employees e on e.id = t.employee_id
    union all
    select t.*, e.name, c.name
    from (
      select * from (
        select id, ${midnight("answered_on")} as at, true as is_day, 'satisfaction' as event, employee_id, contact_id,
               comment as text, kind::text as code, null::text as detail, score::float8 as amount
        from satisfaction_responses
        where ${wants("satisfaction")} and account_id = ${accountId} and answered_on <= ${day}) r
      where ${isBefore} order by at desc, event desc, id desc limit ${limit}) t
    left join employees e on e.id = t.employee_id
    left join contacts c on c.account_id = ${accountId} and c.id = t.contact_id
    union all
    select t.*, e.name, null
    from (
      select * from (
        select id, ${midnight("starts_on")} as at, true as is_day, 'assigned' as event, employee_id, null::uuid as contact_id,
               null::text as text, role::text as code, null::text as detail, share::float8 as amount
        from assignments where ${wants("assignment")} and account_id = ${accountId} and starts_on <= ${day}
        union all
        select id, ${midnight("ends_on")}, true, 'unassigned', employee_id, null, null, role::text, end_cause::text, null
        from assignments where ${wants("assignment")} and account_id = ${accountId} and ends_on <= ${day}) a
      where ${isBefore} order by at desc, event desc, id desc limit ${limit}) t
    left join employees e on e.id = t.employee_id
    order by at desc, event desc, id desc
    limit ${limit}`;
}
