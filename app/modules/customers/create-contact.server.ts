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
