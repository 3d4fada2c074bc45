import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import { addDays, type CalendarDate } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { requireEmployeeInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { getReplacementCost, type ReplacementCost } from "~/modules/people/get-replacement-cost.server";
import { listDriverResults } from "../drivers/runs/list-driver-results.server";
import { expectLeaveEffect, type LeaveEffect } from "./leave-effect";
import { listAccountsServed, type ServedAccount } from "./list-accounts-served.server";

/**
 * What belongs together and is never added: what it takes to replace the person, the yearly revenue of the accounts the
 * person owns (for a leaver: owned on the last day), and what a departure's handover is expected to do to it.
 */
export interface LeaveImpact {
  readonly name: string;
  readonly hasLeft: boolean;
  /** Today, or the last day of a leaver. */
  readonly onDay: CalendarDate;
  readonly today: CalendarDate;
  readonly currency: string;
  /** Null for whoever may not see pay, which it rests on. */
  readonly replacement: ReplacementCost | null;
  readonly accounts: readonly ServedAccount[];
  readonly exposedMinor: bigint;
  readonly exposedMarginMinor: bigint;
  readonly withoutOthers: number;
  readonly effect: LeaveEffect;
}

export async function getLeaveImpact(
  scope: Scope<"leaving.impact">,
  payScope: Scope<"pay.read"> | null,
  employeeId: string,
): Promise<LeaveImpact> {
  const db = sql();
  await requireEmployeeInScope(db, scope, employeeId);
  const [{ today, reportingCurrency }, [person], results] = await Promise.all([
    companyToday(db),
    db<{ name: string; leftOn: string | null }[]>`
      select name, left_on from employees where id = ${employeeId} and archived_at is null`,
    listDriverResults(scope, ["handovers", "revenue"]),
  ]);
  if (!person) throw new AppError("not_found", "No such employee");
  const hasLeft = person.leftOn !== null && person.leftOn <= today;
  const onDay = hasLeft && person.leftOn ? addDays(person.leftOn, -1) : today;
  const [replacement, served] = await Promise.all([
    payScope ? getReplacementCost(payScope, employeeId) : null,
    listAccountsServed(scope, employeeId, { onDay, today }),
  ]);
  const accounts = served.filter((account) => account.role === "owner");
  const total = (key: "revenueMinor" | "marginMinor") =>
    accounts.reduce((sum, account) => sum + BigInt(account[key]), 0n);
  const exposed = { revenueMinor: total("revenueMinor"), marginMinor: total("marginMinor") };
  return {
    name: person.name,
    hasLeft,
    onDay,
    today,
    currency: reportingCurrency,
    replacement,
    accounts,
    exposedMinor: exposed.revenueMinor,
    exposedMarginMinor: exposed.marginMinor,
    withoutOthers: accounts.filter((account) => account.other === null).length,
    effect: expectLeaveEffect(results, exposed),
  };
}
