import { sql } from "~/db/sql.server";
import { type Cursor, encodeCursor } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import { requireAccountInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

/** One change of the record: who did what when. */
export interface HistoryEntry {
  readonly id: string;
  readonly occurredAt: Date;
  readonly actorName: string;
  /** noun.verb of the audit trail. */
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * What was changed on this account's record, and by whom? From the audit trail: only what was written about the account
 * itself, its contacts, cases, answers and team; none of it says anything about pay.
 */
export async function listAccountHistory(
  scope: Scope<"customers.read">,
  accountId: string,
  { cursor, size }: { cursor: Cursor | null; size: number },
): Promise<{ entries: HistoryEntry[]; next: string | null; timeZone: string; recordedAt: Date | null }> {
  const db = sql();
  await requireAccountInScope(db, scope, accountId);
  const isUsable = cursor?.value && !Number.isNaN(Date.parse(cursor.value));
  const beyond = isUsable
    ? db`(occurred_at, id) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)`
    : db`true`;
  const [{ timeZone }, [account], rows] = await Promise.all([
    companyToday(db),
    db<{ createdAt: Date }[]>`select created_at from accounts where id = ${accountId}`,
    db<HistoryEntry[]>`
      select id, occurred_at, actor_name, action, detail from audit_events
      where subject_type = 'account' and subject_id = ${accountId} and ${beyond}
      order by occurred_at desc, id desc limit ${size + 1}`,
  ]);
  const entries = rows.slice(0, size);
  const last = entries.at(-1);
  const next =
    rows.length > size && last
      ? encodeCursor({ direction: "after", value: last.occurredAt.toISOString(), id: last.id })
      : null;
  return { entries, next, timeZone, recordedAt: account?.createdAt ?? null };
}
