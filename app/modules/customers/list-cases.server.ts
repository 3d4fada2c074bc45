import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import { type Cursor, encodeCursor } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import { requireAccountInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { CasePriority } from "./service-case";
import { isId } from "./write-to-account.server";

export interface CaseRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly subject: string | null;
  readonly priority: CasePriority;
  readonly openedAt: Date;
  readonly firstResponseAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly employeeId: string | null;
  readonly employeeName: string | null;
}

/** Open cases first, the longest open at the top; then those resolved, newest first, walked by key. */
export async function listCases(
  scope: Scope<"customers.read">,
  accountId: string,
  { cursor, size }: { cursor: Cursor | null; size: number },
): Promise<{ open: CaseRow[]; resolved: CaseRow[]; next: string | null; timeZone: string }> {
  await requireAccountInScope(sql(), scope, accountId);
  const [{ timeZone }, open, rows] = await Promise.all([
    companyToday(sql()),
    cursor ? [] : selectOpen(accountId),
    selectResolved(accountId, cursor, size + 1),
  ]);
  const resolved = rows.slice(0, size);
  const last = resolved.at(-1);
  const next =
    rows.length > size && last
      ? encodeCursor({ direction: "after", value: last.openedAt.toISOString(), id: last.id })
      : null;
  return { open: [...open], resolved, next, timeZone };
}

/** What is open on this account? */
function selectOpen(accountId: string) {
  return sql()<CaseRow[]>`
    select c.id, c.case_number, c.subject, c.priority::text as priority, c.opened_at, c.first_response_at, c.resolved_at,
           c.employee_id, e.name as employee_name
    from cases c left join employees e on e.id = c.employee_id
    where c.account_id = ${accountId} and c.resolved_at is null
    order by c.opened_at, c.id limit 200`;
}

/** What was resolved on this account, latest opened first? */
function selectResolved(accountId: string, cursor: Cursor | null, limit: number) {
  const db = sql();
  const isUsable = cursor?.value && !Number.isNaN(Date.parse(cursor.value));
  const beyond = isUsable
    ? db`(c.opened_at, c.id) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)`
    : db`true`;
  return db<CaseRow[]>`
    select c.id, c.case_number, c.subject, c.priority::text as priority, c.opened_at, c.first_response_at, c.resolved_at,
           c.employee_id, e.name as employee_name
    from cases c left join employees e on e.id = c.employee_id
    where c.account_id = ${accountId} and c.resolved_at is not null and ${beyond}
    order by c.opened_at desc, c.id desc limit ${limit}`;
}

/** One case, to be resolved. */
export async function getCase(
  scope: Scope<"customers.write">,
  accountId: string,
  caseId: string,
): Promise<CaseRow & { timeZone: string }> {
  if (!isId(caseId)) throw new AppError("not_found", "No such case");
  await requireAccountInScope(sql(), scope, accountId);
  const [{ timeZone }, [row]] = await Promise.all([
    companyToday(sql()),
    sql()<CaseRow[]>`
      select c.id, c.case_number, c.subject, c.priority::text as priority, c.opened_at, c.first_response_at, c.resolved_at,
             c.employee_id, null as employee_name
      from cases c where c.account_id = ${accountId} and c.id = ${caseId}`,
  ]);
  if (!row) throw new AppError("not_found", "No such case");
  return { ...row, timeZone };
}
