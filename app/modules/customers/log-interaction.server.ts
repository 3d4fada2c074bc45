import type { Scope } from "~/modules/access/scope";
import type { InteractionInput } from "./interaction";
import { refuseFields } from "./refuse-fields";
import { findServingEmployee, requireOwnContact } from "./serving-employee.server";
import { writeToAccount } from "./write-to-account.server";

/** Records one contact with the account. `id` comes from the form, so that sending it twice records it once. */
export async function logInteraction(
  scope: Scope<"customers.write">,
  accountId: string,
  id: string,
  input: InteractionInput,
): Promise<void> {
  await writeToAccount(scope, accountId, async (tx, { company }) => {
    const { occurredOn, occurredTime, channel, direction, minutes, subject } = input;
    if (occurredOn > company.today) throw refuseFields({ occurredOn: { key: "inFuture" } });
    const employeeId = await findServingEmployee(tx, scope, {
      accountId,
      number: input.employeeNumber,
      on: occurredOn,
    });
    const contactId = await requireOwnContact(tx, accountId, input.contactId);
    const { count } = await tx`
      insert into interactions (account_id, id, channel, occurred_at, employee_id, contact_id, direction, minutes, subject)
      values (${accountId}, ${id}, ${channel}::interaction_channel,
              least(${`${occurredOn} ${occurredTime}`}::text::timestamp at time zone ${company.timeZone}, now()),
              ${employeeId}, ${contactId}, ${direction}::interaction_direction, ${minutes}, ${subject})
      on conflict (account_id, id) do nothing`;
    const audit = { action: "interaction.log", detail: { id, channel, occurredOn, subject } };
    return { result: undefined, audit: count === 0 ? null : audit };
  });
}
