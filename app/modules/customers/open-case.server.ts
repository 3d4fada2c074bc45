import type { Scope } from "~/modules/access/scope";
import { refuseFields, violatedUnique } from "./refuse-fields";
import type { OpenCaseInput } from "./service-case";
import { findServingEmployee } from "./serving-employee.server";
import { writeToAccount } from "./write-to-account.server";

/** Opens a case under a number that the account has not used yet. `id` comes from the form: sent twice, opened once. */
export async function openCase(
  scope: Scope<"customers.write">,
  accountId: string,
  id: string,
  input: OpenCaseInput,
): Promise<void> {
  const { openedOn, openedTime, caseNumber, subject, priority } = input;
  const opened = writeToAccount(scope, accountId, async (tx, { company }) => {
    if (openedOn > company.today) throw refuseFields({ openedOn: { key: "inFuture" } });
    const employeeId = await findServingEmployee(tx, scope, {
      accountId,
      number: input.employeeNumber,
      on: openedOn,
    });
    const { count } = await tx`
      insert into cases (account_id, id, case_number, subject, priority, opened_at, employee_id)
      values (${accountId}, ${id}, ${caseNumber}, ${subject}, ${priority}::case_priority,
              least(${`${openedOn} ${openedTime}`}::text::timestamp at time zone ${company.timeZone}, now()), ${employeeId})
      on conflict (account_id, id) do nothing`;
    const audit = { action: "case.open", detail: { id, caseNumber, priority, openedOn } };
    return { result: undefined, audit: count === 0 ? null : audit };
  });
  await opened.catch((error: unknown) => {
    if (violatedUnique(error)) throw refuseFields({ caseNumber: { key: "taken" } });
    throw error;
  });
}
