import { sql } from "~/db/sql.server";
import { addDays } from "~/kernel/calendar";
import { type Cursor, encodeCursor } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import { requireAccountInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { type SatisfactionFigures, type ScoreCounts, satisfactionFigures } from "./satisfaction-figures";
import type { SatisfactionKind } from "./satisfaction-response";

export interface ResponseRow {
  readonly id: string;
  readonly kind: SatisfactionKind;
  readonly score: number;
  readonly answeredOn: string;
  readonly contactName: string | null;
  readonly employeeId: string | null;
  readonly employeeName: string | null;
  readonly comment: string | null;
}

/** The last twelve months by kind, each with n and interval. */
export async function summariseSatisfaction(
  scope: Scope<"customers.read">,
  accountId: string,
): Promise<SatisfactionFigures & { from: string; today: string }> {
  await requireAccountInScope(sql(), scope, accountId);
  const { today } = await companyToday(sql());
  // The day after the same day a year ago, so that the year is neither a day longer nor shorter.
  const from = addDays(`${Number(today.slice(0, 4)) - 1}${today.slice(4).replace("-02-29", "-02-28")}`, 1);
  const counts = await sql()<ScoreCounts[]>`
    select kind::text as kind, score, count(*)::int as n from satisfaction_responses
    where account_id = ${accountId} and answered_on >= ${from} and answered_on <= ${today}
    group by kind, score`;
  return { ...satisfactionFigures(counts), from, today };
}

/** Every answer, newest first, walked by key. */
export async function listResponses(
  scope: Scope<"customers.read">,
  accountId: string,
  { cursor, size }: { cursor: Cursor | null; size: number },
): Promise<{ responses: ResponseRow[]; next: string | null }> {
  await requireAccountInScope(sql(), scope, accountId);
  const db = sql();
  const isUsable =
    cursor?.value && /^\d{4}-\d{2}-\d{2}$/.test(cursor.value) && !Number.isNaN(Date.parse(cursor.value));
  const beyond = isUsable
    ? db`(r.answered_on, r.id) < (${cursor.value}::text::date, ${cursor.id}::uuid)`
    : db`true`;
  const rows = await db<ResponseRow[]>`
    select r.id, r.kind::text as kind, r.score, r.answered_on, c.name as contact_name, r.employee_id,
           e.name as employee_name, r.comment
    from satisfaction_responses r
    left join contacts c on c.account_id = r.account_id and c.id = r.contact_id
    left join employees e on e.id = r.employee_id
    where r.account_id = ${accountId} and ${beyond}
    order by r.answered_on desc, r.id desc limit ${size + 1}`;
  const responses = rows.slice(0, size);
  const last = responses.at(-1);
  const next =
    rows.length > size && last
      ? encodeCursor({ direction: "after", value: last.answeredOn, id: last.id })
      : null;
  return { responses, next };
}
