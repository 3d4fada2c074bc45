// Question: what would another rule have done to the last complete month?

import type { SqlTransaction } from "~/db/sql.server";
import { sql } from "~/db/sql.server";
import { addMonths, type Month, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import type { AllocationParameters } from "./allocation-rule";
import { gatherAccountTime, gatherLoggedMinutes } from "./gather-account-time.server";
import { gatherCapacity } from "./gather-capacity.server";
import { gatherLedgerLines } from "./gather-ledger-lines.server";
import { spreadLines } from "./spread-month.server";

export interface RuleSimulation {
  readonly month: Month;
  readonly accountsBeforeMinor: number;
  readonly accountsAfterMinor: number;
  readonly unusedBeforeMinor: number;
  readonly unusedAfterMinor: number;
  /** Accounts whose cost would differ by more than a tenth. */
  readonly changedAccounts: number;
  readonly allAccounts: number;
}

/** Allocates the month in temporary tables that end with the transaction; nothing is stored. */
export async function simulateRule(
  _scope: Scope<"scenarios.write">,
  parameters: AllocationParameters,
): Promise<RuleSimulation> {
  const run = sql();
  const { today, timeZone } = await companyToday(run);
  const month = addMonths(monthOf(today), -1);
  const period = { first: month, until: addMonths(month, 1) };
  return (await run.begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    await gatherLoggedMinutes(tx, period, timeZone);
    await gatherLedgerLines(tx, period);
    await gatherCapacity(tx, period, parameters);
    await gatherAccountTime(tx, period, parameters);
    await spreadLines(tx);
    const [row] = await tx<Omit<RuleSimulation, "month">[]>`
      with after as (
        select account_id, sum(amount_minor) as minor from spread where account_id is not null group by account_id),
      before as (
        select account_id, acquisition_minor + compensation_minor + retention_minor + training_minor + turnover_minor
                 + productivity_minor + morale_minor + customer_acquisition_minor as minor
        from account_cost_months where month = ${month})
      select coalesce(sum(b.minor), 0)::float8 as accounts_before_minor, coalesce(sum(a.minor), 0)::float8 as accounts_after_minor,
             (select coalesce(sum(unused_minor), 0)::float8 from allocation_months where month = ${month}) as unused_before_minor,
             (select coalesce(sum(amount_minor), 0)::float8 from spread where reason = 'unused_capacity') as unused_after_minor,
             count(*) filter (where abs(coalesce(a.minor, 0) - coalesce(b.minor, 0)) > 0.1 * abs(coalesce(b.minor, 0)))::int as changed_accounts,
             count(*)::int as all_accounts
      from after a full join before b on b.account_id = a.account_id`;
    await tx`drop table logged_minutes`;
    return { month, ...row! };
  })) as RuleSimulation;
}
