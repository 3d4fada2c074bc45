import { AppError } from "~/kernel/app-error";
import type { Scope } from "~/modules/access/scope";
import { refuseFields } from "./refuse-fields";
import type { ResolveCaseInput } from "./service-case";
import { isId, writeToAccount } from "./write-to-account.server";

/** Closes an open case of this account. One that is resolved already keeps its time. */
export async function resolveCase(
  scope: Scope<"customers.write">,
  accountId: string,
  caseId: string,
  { resolvedOn, resolvedTime }: ResolveCaseInput,
): Promise<void> {
  if (!isId(caseId)) throw new AppError("not_found", "No such case");
  await writeToAccount(scope, accountId, async (tx, { company }) => {
    if (resolvedOn > company.today) throw refuseFields({ resolvedOn: { key: "inFuture" } });
    const [found] = await tx<
      { caseNumber: string; isResolved: boolean; isTooEarly: boolean; isOpeningDay: boolean; at: Date }[]
    >`
      select c.case_number, c.resolved_at is not null as is_resolved, t.at, t.at < c.opened_at as is_too_early,
             (c.opened_at at time zone ${company.timeZone})::date = ${resolvedOn}::date as is_opening_day
      from cases c,
        lateral (select least(${`${resolvedOn} ${resolvedTime}`}::text::timestamp at time zone ${company.timeZone}, now()) as at) t
      where c.account_id = ${accountId} and c.id = ${caseId}`;
    if (!found) throw new AppError("not_found", "No such case");
    const { caseNumber, isResolved, isTooEarly, isOpeningDay } = found;
    if (isResolved) return { result: undefined, audit: null };
    if (isTooEarly && !isOpeningDay) throw refuseFields({ resolvedOn: { key: "beforeOpening" } });
    // On the day itself the typed hour is often a guess; it cannot lie before the opening.
    await tx`
      update cases set resolved_at = greatest(opened_at, ${found.at})
      where account_id = ${accountId} and id = ${caseId}`;
    return {
      result: undefined,
      audit: { action: "case.resolve", detail: { id: caseId, caseNumber, resolvedOn } },
    };
  });
}
