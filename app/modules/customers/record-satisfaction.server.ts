import type { Scope } from "~/modules/access/scope";
import { refuseFields } from "./refuse-fields";
import type { SatisfactionInput } from "./satisfaction-response";
import { findServingEmployee, requireOwnContact } from "./serving-employee.server";
import { writeToAccount } from "./write-to-account.server";

/** Records one answer to one question. `id` comes from the form, so that sending it twice records it once. */
export async function recordSatisfaction(
  scope: Scope<"customers.write">,
  accountId: string,
  id: string,
  input: SatisfactionInput,
): Promise<void> {
  await writeToAccount(scope, accountId, async (tx, { company }) => {
    const { kind, score, answeredOn, comment } = input;
    if (answeredOn > company.today) throw refuseFields({ answeredOn: { key: "inFuture" } });
    const employeeId = await findServingEmployee(tx, scope, {
      accountId,
      number: input.employeeNumber,
      on: answeredOn,
    });
    const contactId = await requireOwnContact(tx, accountId, input.contactId);
    const { count } = await tx`
      insert into satisfaction_responses (account_id, id, kind, score, answered_on, employee_id, contact_id, comment)
      values (${accountId}, ${id}, ${kind}::satisfaction_kind, ${score}, ${answeredOn}, ${employeeId}, ${contactId}, ${comment})
      on conflict (account_id, id) do nothing`;
    const audit = { action: "satisfaction.record", detail: { id, kind, score, answeredOn } };
    return { result: undefined, audit: count === 0 ? null : audit };
  });
}
