import { AppError } from "~/kernel/app-error";
import type { Scope } from "~/modules/access/scope";
import type { ContactInput } from "./contact";
import { writeToAccount } from "./write-to-account.server";

/** Adds a contact. `id` comes from the form, so that sending it twice adds one. */
export async function createContact(
  scope: Scope<"customers.write">,
  accountId: string,
  id: string,
  { name, email, phone, jobTitle }: ContactInput,
): Promise<void> {
  await writeToAccount(scope, accountId, async (tx) => {
    const { count } = await tx`
      insert into contacts (account_id, id, name, email, phone, job_title)
      values (${accountId}, ${id}, ${name}, ${email}, ${phone}, ${jobTitle})
      on conflict (account_id, id) do nothing`;
    return {
      result: undefined,
      audit: count === 0 ? null : { action: "contact.create", detail: { id, name } },
    };
  });
}

export async function updateContact(
  scope: Scope<"customers.write">,
  accountId: string,
  contactId: string,
  { name, email, phone, jobTitle }: ContactInput,
): Promise<void> {
  requireId(contactId);
  await writeToAccount(scope, accountId, async (tx) => {
    const [before] = await tx<
      { name: string; email: string | null; phone: string | null; jobTitle: string | null }[]
    >`
      select name, email, phone, job_title from contacts
      where account_id = ${accountId} and id = ${contactId} and archived_at is null`;
    if (!before) throw new AppError("not_found", "No such contact");
    const changed = Object.entries({ name, email, phone, jobTitle })
      .filter(([field, value]) => before[field as keyof typeof before] !== value)
      .map(([field]) => field);
    if (changed.length === 0) return { result: undefined, audit: null };
    await tx`
      update contacts set name = ${name}, email = ${email}, phone = ${phone}, job_title = ${jobTitle}
      where account_id = ${accountId} and id = ${contactId}`;
    return {
      result: undefined,
      audit: { action: "contact.update", detail: { id: contactId, name, changed: changed.join(", ") } },
    };
  });
}

/** Takes a contact out of the lists; what they said and did stays. */
export async function archiveContact(
  scope: Scope<"customers.write">,
  accountId: string,
  contactId: string,
): Promise<void> {
  requireId(contactId);
  await writeToAccount(scope, accountId, async (tx) => {
    const [contact] = await tx<{ name: string; isArchived: boolean }[]>`
      select name, archived_at is not null as is_archived from contacts
      where account_id = ${accountId} and id = ${contactId}`;
    if (!contact) throw new AppError("not_found", "No such contact");
    if (contact.isArchived) return { result: undefined, audit: null };
    await tx`update contacts set archived_at = now() where account_id = ${accountId} and id = ${contactId}`;
    return {
      result: undefined,
      audit: { action: "contact.archive", detail: { id: contactId, name: contact.name } },
    };
  });
}

function requireId(contactId: string): void {
  const isId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(contactId);
  if (!isId) throw new AppError("not_found", "No such contact");
}
