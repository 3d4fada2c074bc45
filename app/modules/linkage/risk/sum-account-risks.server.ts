// Question: what do all accounts that match come to?
import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import type { AccountRiskFilters } from "./account-risk-filters";
import { risksMatching } from "./list-account-risks.server";

export interface AccountRiskTotals {
  readonly accounts: number;
  readonly marginMinor: bigint;
  readonly expectedLossMinor: bigint;
  /** Losses to be expected among them: the sum of the probabilities. */
  readonly expectedLosses: number;
  readonly asOf: string | null;
}

const keptMs = 30_000;
const mostKept = 300;
const kept = new Map<string, { readonly until: number; readonly totals: Promise<AccountRiskTotals> }>();

/**
 * Read over all that match, and the same until the next run: kept for half a minute for each reach and filter. Nothing at all
 * is not kept: it costs nothing to read, and the first run ends it.
 */
export function sumAccountRisks(
  scope: Scope<"risk.accounts">,
  filters: AccountRiskFilters,
): Promise<AccountRiskTotals> {
  const key = JSON.stringify([scope.all, [...scope.unitIds].sort(), scope.ownEmployeeId, filters]);
  const found = kept.get(key);
  if (found && found.until > Date.now()) return found.totals;
  if (kept.size >= mostKept) kept.clear();
  const totals = selectTotals(scope, filters);
  kept.set(key, { until: Date.now() + keptMs, totals });
  totals.then(
    ({ accounts }) => accounts === 0 && kept.delete(key),
    () => kept.delete(key),
  );
  return totals;
}

async function selectTotals(
  scope: Scope<"risk.accounts">,
  filters: AccountRiskFilters,
): Promise<AccountRiskTotals> {
  const db = sql();
  const [row] = await db<AccountRiskTotals[]>`
    select count(*)::int as accounts, coalesce(sum(r.margin_12m_minor), 0)::bigint as margin_minor,
           coalesce(sum(r.expected_loss_minor), 0)::bigint as expected_loss_minor,
           coalesce(sum(r.loss_probability_12m), 0)::float8 as expected_losses, max(r.as_of) as as_of
    from account_risks r join account_summaries s on s.account_id = r.account_id
    where ${risksMatching(db, scope, filters)}`;
  return row!;
}
