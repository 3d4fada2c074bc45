// Question: what was announced to the reader, and has it been read?
import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { notFound, requireId } from "./programme-people.server";
import { meantForReader } from "./units-of-reader.server";

export interface AnnouncementRow {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly orgUnitId: string | null;
  readonly orgUnitName: string | null;
  readonly asksToConfirm: boolean;
  readonly publishedAt: Date;
  readonly publishedByName: string;
  /** Of the one who asks. */
  readonly readAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly openQuestions: number;
}

const mostAnnouncements = 200;

export async function listAnnouncements(
  scope: Scope<"programme.read">,
): Promise<{ rows: AnnouncementRow[]; timeZone: string }> {
  const [rows, { timeZone }] = await Promise.all([selectAnnouncements(scope, null), companyToday(sql())]);
  return { rows, timeZone };
}

export async function getAnnouncement(scope: Scope<"programme.read">, id: string): Promise<AnnouncementRow> {
  const [row] = await selectAnnouncements(scope, requireId(id));
  if (!row) throw notFound();
  return row;
}

function selectAnnouncements(scope: Scope<"programme.read">, id: string | null): Promise<AnnouncementRow[]> {
  const run = sql();
  return run<AnnouncementRow[]>`
    select a.id, a.title, a.body, a.org_unit_id, u.name as org_unit_name, a.asks_to_confirm, a.published_at, a.published_by_name,
           r.read_at, r.confirmed_at,
           (select count(*)::int from announcement_feedback f
            where f.announcement_id = a.id and f.answer is null and f.archived_at is null) as open_questions
    from announcements a left join org_units u on u.id = a.org_unit_id
    left join announcement_reads r on r.announcement_id = a.id and r.user_id = ${scope.actor.userId}
    where a.archived_at is null and (${id}::uuid is null or a.id = ${id}) and ${meantForReader(run, scope, "a.org_unit_id")}
    order by a.published_at desc, a.id desc limit ${mostAnnouncements}`;
}

/** How many announcements wait for the reader: not read yet, or read and still to be confirmed. */
export async function countUnread(scope: Scope<"programme.read">): Promise<number> {
  const run = sql();
  const [row] = await run<{ unread: number }[]>`
    select count(*)::int as unread
    from announcements a left join announcement_reads r on r.announcement_id = a.id and r.user_id = ${scope.actor.userId}
    where a.archived_at is null and ${meantForReader(run, scope, "a.org_unit_id")}
      and (r.read_at is null or (a.asks_to_confirm and r.confirmed_at is null))`;
  return row?.unread ?? 0;
}
