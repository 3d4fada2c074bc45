import type { SqlTransaction } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { refuseFields } from "./refuse-fields";
import { isId } from "./write-to-account.server";

/**
 * The employee a form names by number, or by full name within the account's own team. It must be somebody who serves or
 * served the account, oneself, or a person in one's reach, and employed on the day in question.
 */
export async function findServingEmployee(
  tx: SqlTransaction,
  scope: Scope<"customers.write">,
  { accountId, number, on }: { accountId: string; number: string | null; on: CalendarDate },
): Promise<string | null> {
  if (number === null) return null;
  const rows = await tx<{ id: string; isByNumber: boolean; isEmployed: boolean }[]>`
    select e.id, e.employee_number = ${number} as is_by_number,
           e.hired_on <= ${on} and (e.left_on is null or e.left_on > ${on}) as is_employed
    from employees e
    where e.archived_at is null and (
      (e.employee_number = ${number} and (
        ${scope.all} or e.id = ${scope.ownEmployeeId}::uuid
        or exists (select 1 from assignments a where a.account_id = ${accountId} and a.employee_id = e.id)
        or (select org_unit_id from employment_spells s where s.employee_id = e.id order by s.starts_on desc limit 1)
             = any(${[...scope.unitIds]}::uuid[])))
      or (e.name = ${number} and exists (
        select 1 from assignments a where a.account_id = ${accountId} and a.employee_id = e.id)))
    limit 3`;
  const found = rows.find((row) => row.isByNumber) ?? (rows.length === 1 ? rows[0] : undefined);
  if (!found) throw refuseFields({ employeeNumber: { key: "unknownEmployee", params: { number } } });
  if (!found.isEmployed) throw refuseFields({ employeeNumber: { key: "notEmployedThen" } });
  return found.id;
}

/** The contact a form names, which must be one of the account's own and not archived. */
export async function requireOwnContact(
  tx: SqlTransaction,
  accountId: string,
  contactId: string | null,
): Promise<string | null> {
  if (contactId === null) return null;
  const [row] = isId(contactId)
    ? await tx`select 1 from contacts where account_id = ${accountId} and id = ${contactId} and archived_at is null`
    : [];
  if (!row) throw refuseFields({ contactId: { key: "unknownContact" } });
  return contactId;
}
