import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import type { CalendarDate } from "~/kernel/calendar";
import { isUuid } from "~/kernel/uuid";
import { companyToday } from "~/modules/access/company.server";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { type HandoverOf, listOpenAssignments, type OpenAssignment } from "./list-open-assignments.server";
import { type Holder, listHolders, listSuccessors, type Successor } from "./list-successors.server";
import { suggestSuccessors } from "./suggest-successors";

export interface HandoverPlan {
  /** The person, the account or the chosen accounts that the page is about; several have no name of their own. */
  readonly subject: {
    readonly kind: "employee" | "account" | "accounts";
    readonly ids: readonly string[];
    readonly name: string;
  };
  readonly departedOn: CalendarDate | null;
  readonly assignments: readonly OpenAssignment[];
  readonly successors: readonly Successor[];
  /** Assignment id → successor's id, by workload. */
  readonly suggestion: Readonly<Record<string, string | null>>;
  /** Median accounts per FTE among those who manage any. */
  readonly typicalPerFte: number | null;
  readonly today: CalendarDate;
  readonly currency: string;
}

/** Everything the page needs to choose successors; `not_found` for a person or account out of scope. */
export async function prepareHandover(
  scope: Scope<"assignments.write">,
  of: HandoverOf,
  extraNumbers: readonly string[],
): Promise<HandoverPlan> {
  const ids = idsOf(of);
  if (ids.length === 0 || !ids.every(isUuid)) throw new AppError("not_found", "No such person or account");
  const [company, assignments] = await Promise.all([companyToday(sql()), listOpenAssignments(scope, of)]);
  const holderIds =
    "employeeId" in of ? [of.employeeId] : [...new Set(assignments.map((row) => row.employeeId))];
  const holders = await listHolders(scope, holderIds);
  const subject = await subjectOf(scope, of, assignments, holders);
  const successors = await listSuccessors(scope, {
    unitIds: holders.flatMap((holder) => (holder.unitId ? [holder.unitId] : [])),
    jobTitles: holders.flatMap((holder) => (holder.jobTitle ? [holder.jobTitle] : [])),
    numbers: extraNumbers,
    withoutId: "employeeId" in of ? of.employeeId : null,
  });
  const loads = assignments.map((row) => ({ ...row, isOwner: row.role === "owner" }));
  const near = successors.filter((successor) => successor.isSameUnit);
  const suggestion =
    "accountId" in of
      ? new Map<string, string | null>()
      : suggestSuccessors(loads, near.length > 0 ? near : successors);
  const leftOn =
    assignments.find((row) => row.holderLeftOn !== null && row.holderLeftOn <= company.today)?.holderLeftOn ??
    null;
  return {
    subject,
    departedOn: "employeeId" in of ? leftOn : null,
    assignments,
    successors,
    suggestion: Object.fromEntries(suggestion),
    typicalPerFte: medianPerFte(successors),
    today: company.today,
    currency: company.reportingCurrency,
  };
}

async function subjectOf(
  scope: Scope<"assignments.write">,
  of: HandoverOf,
  assignments: readonly OpenAssignment[],
  holders: readonly Holder[],
): Promise<HandoverPlan["subject"]> {
  if ("employeeId" in of) {
    const [holder] = holders;
    if (!holder) throw new AppError("not_found", "No such employee");
    return { kind: "employee", ids: [holder.id], name: holder.name };
  }
  if ("accountIds" in of) return severalAccounts(scope, of.accountIds, assignments);
  const [first] = assignments;
  if (!first) throw new AppError("not_found", "No open assignment on this account");
  return { kind: "account", ids: [first.accountId], name: first.accountName };
}

function idsOf(of: HandoverOf): readonly string[] {
  if ("employeeId" in of) return [of.employeeId];
  return "accountId" in of ? [of.accountId] : of.accountIds;
}

/** One account out of scope or unknown hides all. One that nobody manages is left out: there is nobody to hand it over from. */
async function severalAccounts(
  scope: Scope<"assignments.write">,
  accountIds: readonly string[],
  assignments: readonly OpenAssignment[],
): Promise<HandoverPlan["subject"]> {
  const run = sql();
  const rows = await run<{ name: string }[]>`
    select s.name from account_summaries s
    where s.account_id = any(${[...accountIds]}::uuid[]) and ${accountsInScope(run, scope)} order by s.name`;
  if (rows.length < accountIds.length) throw new AppError("not_found", "No such account");
  const managed = new Set(assignments.map((row) => row.accountId));
  return {
    kind: "accounts",
    ids: accountIds.filter((id) => managed.has(id)),
    name: rows.map((row) => row.name).join(", "),
  };
}

function medianPerFte(successors: readonly Successor[]): number | null {
  const perFte = successors
    .filter((successor) => successor.accountsOwned > 0 && successor.fte > 0)
    .map((successor) => successor.accountsOwned / successor.fte)
    .sort((a, b) => a - b);
  if (perFte.length === 0) return null;
  const middle = Math.floor(perFte.length / 2);
  return perFte.length % 2 === 1 ? perFte[middle]! : (perFte[middle - 1]! + perFte[middle]!) / 2;
}
