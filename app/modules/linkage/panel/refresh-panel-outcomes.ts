import type { Statement } from "~/db/statement";
import { customerDays, outcomeValues, panelGrid } from "./panel-grid";

const outcomes = Object.keys(outcomeValues);

/**
 * Did anything but the outcomes of these accounts change? Outcomes are put right where they differ; accounts that were customers on
 * other days than the panel says are left as they are and named, since who served them then counts otherwise too. Gives
 * `{ changed, reshaped }`: how many rows were written, and those accounts.
 */
export function refreshPanelOutcomes(accountIds: readonly string[], asOf: string): Statement {
  return { text: panelOutcomesText(accountIds), values: [asOf, accountIds] };
}

const panelOutcomesText = (accountIds: readonly string[]) => `
with ${panelGrid(accountIds)},
fresh as materialized (
  select g.account_id, g.month, ${customerDays} as customer_days,
         ${Object.entries(outcomeValues)
           .map(([column, value]) => `${value} as ${column}`)
           .join(",\n         ")}
  from grid g),
compared as materialized (
  select coalesce(f.account_id, s.account_id) as account_id, f.month, f.customer_days is distinct from s.customer_days as is_reshaped
  from fresh f
  full join (select * from panel_months where account_id = any($2::uuid[])) s on s.account_id = f.account_id and s.month = f.month
  where f.month is null or s.month is null or f.customer_days <> s.customer_days
     or (${outcomes.map((column) => `f.${column}`).join(", ")}) is distinct from (${outcomes.map((column) => `s.${column}`).join(", ")})),
reshaped as materialized (
  select distinct account_id from compared where is_reshaped),
written as (
  update panel_months p
  set ${outcomes.map((column) => `${column} = f.${column}`).join(", ")}
  from compared c join fresh f on f.account_id = c.account_id and f.month = c.month
  where p.account_id = f.account_id and p.month = f.month
    and not exists (select 1 from reshaped r where r.account_id = f.account_id)
  returning 1)
select (select count(*) from written)::int as changed, coalesce((select array_agg(account_id) from reshaped), '{}') as reshaped`;
