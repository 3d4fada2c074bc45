import { AppError } from "~/kernel/app-error";
import type { Scope } from "~/modules/access/scope";
import { isId, writeToAccount } from "./write-to-account.server";

/** Takes a contact out of the lists; what they said and did stays. */
export async function archiveContact(
  scope: Scope<"customers.write">,
  accountId: string,
  contactId: string,
): Promise<void> {
  if (!isId(contactId)) throw new AppError("not_found", "No such contact");
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
