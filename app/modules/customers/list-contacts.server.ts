import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import { requireAccountInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { isId } from "./write-to-account.server";

export interface ContactRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  readonly isArchived: boolean;
  readonly lastInteractionAt: Date | null;
  readonly answers12m: number;
}

/** Lists stop here; an account with more contacts is a distributor's address book. */
const limit = 500;

/** Who are the account's people, when were they last spoken to, and do they answer? Archived ones come last. */
export async function listContacts(scope: Scope<"customers.read">, accountId: string): Promise<ContactRow[]> {
  await requireAccountInScope(sql(), scope, accountId);
  return [
    ...(await sql()<ContactRow[]>`
      select c.id, c.name, c.email, c.phone, c.job_title, c.archived_at is not null as is_archived,
             i.at as last_interaction_at, coalesce(r.n, 0)::int as answers_12m
      from contacts c
      left join (
        select contact_id, max(occurred_at) as at from interactions where account_id = ${accountId} group by contact_id
      ) i on i.contact_id = c.id
      left join (
        select contact_id, count(*) as n from satisfaction_responses
        where account_id = ${accountId} and answered_on > current_date - interval '1 year' group by contact_id
      ) r on r.contact_id = c.id
      where c.account_id = ${accountId}
      order by is_archived, c.name, c.id limit ${limit}`),
  ];
}

export interface ContactChoice {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
}

/** Whom can a form name? */
export async function listContactChoices(
  scope: Scope<"customers.write">,
  accountId: string,
): Promise<ContactChoice[]> {
  await requireAccountInScope(sql(), scope, accountId);
  return [
    ...(await sql()<ContactChoice[]>`
      select id, name, job_title from contacts
      where account_id = ${accountId} and archived_at is null order by name, id limit ${limit}`),
  ];
}

export interface ContactRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
}

/** The contact to be edited; archived ones are not. */
export async function getContact(
  scope: Scope<"customers.write">,
  accountId: string,
  contactId: string,
): Promise<ContactRecord> {
  if (!isId(contactId)) throw new AppError("not_found", "No such contact");
  await requireAccountInScope(sql(), scope, accountId);
  const [row] = await sql()<ContactRecord[]>`
    select id, name, email, phone, job_title from contacts
    where account_id = ${accountId} and id = ${contactId} and archived_at is null`;
  if (!row) throw new AppError("not_found", "No such contact");
  return row;
}
