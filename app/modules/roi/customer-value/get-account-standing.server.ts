// Question: what is this customer worth, what could it be, and how loyal is it?
import { sql } from "~/db/sql.server";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { LoyaltyStage, LoyaltyType } from "./loyalty";
import type { ValueClass } from "./score-rule";

/** Nothing here can tell what people cost: lifetime value rests on the segment's cost to serve, classes on margin before it. */
export interface AccountStanding {
  readonly asOf: string;
  readonly currentClass: ValueClass | null;
  readonly potentialClass: ValueClass | null;
  readonly stage: LoyaltyStage;
  readonly type: LoyaltyType;
  readonly clvMinor: number | null;
  readonly lowerMinor: number | null;
  readonly upperMinor: number | null;
}

/** Null for an account out of reach, for a lost one, and until the worker has been there. */
export async function getAccountStanding(
  scope: Scope<"customers.read">,
  accountId: string,
): Promise<AccountStanding | null> {
  const run = sql();
  const [row] = await run<AccountStanding[]>`
    select c.as_of, c.current_class, c.potential_class, c.loyalty_stage as stage, c.loyalty_type as type,
           v.clv_minor::float8 as clv_minor, v.clv_lower_minor::float8 as lower_minor, v.clv_upper_minor::float8 as upper_minor
    from account_scores c
    join account_summaries s on s.account_id = c.account_id
    left join account_values v on v.account_id = c.account_id
    where c.account_id = ${accountId} and ${accountsInScope(run, scope)}`;
  return row ?? null;
}
