// Question: what was changed in the programme, by whom and when, newest first?
import { sql } from "~/db/sql.server";
import { type Cursor, encodeCursor } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";

export interface ProgrammeEvent {
  readonly id: string;
  readonly occurredAt: Date;
  readonly actorName: string;
  readonly action: string;
  readonly subjectName: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

const pageSize = 50;

/** Reading and confirming are receipts, not changes; who wrote feedback is not told here. */
export async function listProgrammeHistory(
  _scope: Scope<"programme.govern">,
  cursor: Cursor | null,
  subject: { readonly type: string; readonly id: string } | null = null,
): Promise<{ events: ProgrammeEvent[]; next: string | null; timeZone: string }> {
  const run = sql();
  const isUsable = cursor?.value && !Number.isNaN(Date.parse(cursor.value));
  const [rows, { timeZone }] = await Promise.all([
    run<ProgrammeEvent[]>`
      select id, occurred_at, actor_name, action, subject_name, detail from audit_events
      where subject_type like 'programme\\_%' and action not in ('announcement.read', 'announcement.confirm', 'feedback.give')
        and ${subject ? run`subject_type = ${subject.type} and subject_id = ${subject.id}` : run`true`}
        and ${isUsable ? run`(occurred_at, id) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)` : run`true`}
      order by occurred_at desc, id desc limit ${pageSize + 1}`,
    companyToday(run),
  ]);
  const events = rows.slice(0, pageSize);
  const last = events.at(-1);
  return {
    events,
    timeZone,
    next:
      rows.length > pageSize && last
        ? encodeCursor({ direction: "after", value: last.occurredAt.toISOString(), id: last.id })
        : null,
  };
}
