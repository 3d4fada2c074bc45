// Question: what was asked about an announcement, and what was answered?
import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";

export interface FeedbackRow {
  readonly id: string;
  readonly text: string;
  readonly askedOn: CalendarDate;
  /** Null where the person chose to be anonymous, and for readers to whom it is nobody's business. */
  readonly askedByName: string | null;
  readonly isAnonymous: boolean;
  readonly isOwn: boolean;
  readonly answer: string | null;
  readonly answeredOn: CalendarDate | null;
  readonly answeredByName: string | null;
}

/** Answered questions are everybody's; one that waits is seen by who asked it and by those who may answer. */
export async function listFeedback(
  scope: Scope<"programme.read">,
  announcementId: string,
): Promise<FeedbackRow[]> {
  const mayAnswer = can(scope.roles, "programme.write");
  return sql()<FeedbackRow[]>`
    select f.id, f.text, f.asked_on, f.user_id is null as is_anonymous, f.user_id is not distinct from ${scope.actor.userId}::uuid
             and f.user_id is not null as is_own,
           case when ${mayAnswer} or f.user_id = ${scope.actor.userId} then u.name end as asked_by_name,
           f.answer, f.answered_on, f.answered_by_name
    from announcement_feedback f left join users u on u.id = f.user_id
    where f.announcement_id = ${announcementId} and f.archived_at is null
      and (f.answer is not null or ${mayAnswer} or f.user_id = ${scope.actor.userId})
    order by f.asked_on desc, f.id limit 500`;
}
