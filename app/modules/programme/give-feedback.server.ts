import { randomUUID } from "node:crypto";
import { type SqlTransaction, sql } from "~/db/sql.server";
import { type Actor, recordAudit } from "~/db/transaction.server";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import type { FeedbackInput } from "./announcement";
import { getAnnouncement } from "./list-announcements.server";
import { notFound, requireId } from "./programme-people.server";

/**
 * A question or remark on an announcement. Where the person chose to be anonymous nothing kept leads back to them: no user,
 * an id without the time in it, the day alone, and an audit event of nobody at the start of that day.
 */
export async function giveFeedback(
  scope: Scope<"programme.read">,
  announcementId: string,
  { text, anonymous }: FeedbackInput,
): Promise<void> {
  const { id, title } = await getAnnouncement(scope, announcementId);
  const { today, timeZone } = await companyToday(sql());
  await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    await tx`insert into announcement_feedback (id, announcement_id, user_id, text, asked_on)
             values (${randomUUID()}, ${id}, ${anonymous ? null : scope.actor.userId}, ${text}, ${today})`;
    const entry = {
      action: "feedback.give",
      subjectType: "programme_announcement",
      subjectId: id,
      subjectName: title,
      detail: { anonymous },
    };
    if (!anonymous) return recordAudit(tx, scope.actor, entry);
    await tx`
      insert into audit_events (id, occurred_at, actor_user_id, actor_name, action, subject_type, subject_id, subject_name, detail)
      values (${randomUUID()}, ${today}::date::timestamp at time zone ${timeZone}, null, ${anonymousActor.name}, ${entry.action},
              ${entry.subjectType}, ${entry.subjectId}, ${entry.subjectName}, ${tx.json(entry.detail)})`;
  });
}

const anonymousActor: Actor = { userId: null, name: "anonymous" };

/** The answer stands below the question, for everybody who can read the announcement. */
export async function answerFeedback(
  scope: Scope<"programme.write">,
  announcementId: string,
  feedbackId: string,
  answer: string,
): Promise<void> {
  requireId(announcementId);
  requireId(feedbackId);
  const { today } = await companyToday(sql());
  await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    const [row] = await tx<{ title: string }[]>`
      update announcement_feedback f set answer = ${answer}, answered_on = ${today}, answered_by_name = ${scope.actor.name}
      from announcements a
      where f.id = ${feedbackId} and a.id = f.announcement_id and a.id = ${announcementId} and f.archived_at is null
        and a.archived_at is null
      returning a.title`;
    if (!row) throw notFound();
    await recordAudit(tx, scope.actor, {
      action: "feedback.answer",
      subjectType: "programme_announcement",
      subjectId: announcementId,
      subjectName: row.title,
      detail: { answer },
    });
  });
}
