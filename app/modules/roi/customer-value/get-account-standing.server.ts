// Question: what is this customer worth, what could it be, and how loyal is it?
import { sql } from "~/db/sql.server";
import { requireAccountInScope } from "~/modules/access/row-scope.server";
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

/** Null for a lost account, and until the worker has been there. */
export async function getAccountStanding(
  scope: Scope<"customers.read">,
  accountId: string,
): Promise<AccountStanding | null> {
  const run = sql();
  await requireAccountInScope(run, scope, accountId);
  const [row] = await run<AccountStanding[]>`
    select s.as_of, s.current_class, s.potential_class, s.loyalty_stage as stage, s.loyalty_type as type,
           v.clv_minor::float8 as clv_minor, v.clv_lower_minor::float8 as lower_minor, v.clv_upper_minor::float8 as upper_minor
    from account_scores s left join account_values v on v.account_id = s.account_id
    where s.account_id = ${accountId}`;
  return row ?? null;
}
