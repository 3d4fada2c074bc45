import type { Scope } from "~/modules/access/scope";
import { getReplacementCost, type ReplacementCost } from "~/modules/people/get-replacement-cost.server";
import { listAccountsServed, type ServedAccount } from "./list-accounts-served.server";

/**
 * Two costs that belong together and are never added: what it takes to replace the person, and the yearly revenue of the
 * accounts the person owns (for a leaver: owned on the last day).
 */
export interface LeaveImpact extends ReplacementCost {
  readonly accounts: readonly ServedAccount[];
  readonly exposedMinor: bigint;
  readonly withoutOthers: number;
}

export async function getLeaveImpact(scope: Scope<"pay.read">, employeeId: string): Promise<LeaveImpact> {
  const cost = await getReplacementCost(scope, employeeId);
  const served = await listAccountsServed(scope, employeeId, cost);
  const accounts = served.filter((account) => account.role === "owner");
  return {
    ...cost,
    accounts,
    exposedMinor: accounts.reduce((sum, account) => sum + BigInt(account.revenueMinor), 0n),
    withoutOthers: accounts.filter((account) => account.other === null).length,
  };
}
