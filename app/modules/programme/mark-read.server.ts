import { type SqlTransaction, sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import type { Scope } from "~/modules/access/scope";
import { getAnnouncement } from "./list-announcements.server";

/** The reader's own receipt. Reading is noted once; confirming says that it was understood and is on record. */
export async function markRead(
  scope: Scope<"programme.read">,
  announcementId: string,
  { isConfirmed }: { isConfirmed: boolean },
): Promise<void> {
  const { id, title, readAt, confirmedAt } = await getAnnouncement(scope, announcementId);
  const { userId } = scope.actor;
  if (userId === null || (readAt && (!isConfirmed || confirmedAt))) return;
  await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    const { count } = await tx`
      insert into announcement_reads (announcement_id, user_id, read_at, confirmed_at)
      values (${id}, ${userId}, now(), ${isConfirmed ? tx`now()` : tx`null`})
      on conflict (announcement_id, user_id) do update set confirmed_at = coalesce(announcement_reads.confirmed_at, excluded.confirmed_at)
      where announcement_reads.confirmed_at is null and excluded.confirmed_at is not null`;
    if (count === 0) return;
    await recordAudit(tx, scope.actor, {
      action: isConfirmed ? "announcement.confirm" : "announcement.read",
      subjectType: "programme_announcement",
      subjectId: id,
      subjectName: title,
    });
  });
}
