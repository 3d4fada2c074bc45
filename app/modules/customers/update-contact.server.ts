import { AppError } from "~/kernel/app-error";
import type { Scope } from "~/modules/access/scope";
import type { ContactInput } from "./contact";
import { isId, writeToAccount } from "./write-to-account.server";

export async function updateContact(
  scope: Scope<"customers.write">,
  accountId: string,
  contactId: string,
  { name, email, phone, jobTitle }: ContactInput,
): Promise<void> {
  if (!isId(contactId)) throw new AppError("not_found", "No such contact");
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
