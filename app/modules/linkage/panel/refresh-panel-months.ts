import type { Statement } from "~/db/statement";
import { handoverRows } from "./handover-rows";
import { averagedValues, exposureJoins, panelExposures, servingValues } from "./panel-exposures";
import { customerDays, outcomeValues, panelGrid } from "./panel-grid";
import { panelHandovers } from "./panel-handovers";
import { type PanelScope, panelValues, within } from "./panel-scope";

/** Column of panel_months → expression over the joins of `fresh`. */
const columnValues: Readonly<Record<string, string>> = {
  customer_days: customerDays,
  ...outcomeValues,
  ...servingValues,
  ...averagedValues,
  months_since_handover: "(g.number - h.handed_in)::smallint",
  last_handover_cause: "h.cause",
  is_handover_to_new_hire: "h.to_new_hire",
  months_since_departure_handover: "(g.number - h.departed_in)::smallint",
  is_departure_handover_to_new_hire: "h.is_departure_to_new_hire",
  handovers_12m: "coalesce(h.n_12m, 0)::smallint",
};
const values = Object.keys(columnValues);
const list = (names: readonly string[], prefix = "") => names.map((name) => `${prefix}${name}`).join(", ");

/**
 * How did each account fare in each month in which it was a customer, and who served it? Outcomes are those of
 * account_months; exposures are what employee_months says of the first day of the month, averaged over whoever owned (or
 * served) the account in the month, by days and share. Only rows that differ are written; gives `{ changed }`, their count.
 */
export function refreshPanelMonths(scope: PanelScope, asOf: string): Statement {
  return { text: panelMonthsText(scope), values: panelValues(scope, asOf) };
}

const panelMonthsText = (scope: PanelScope) => `
with ${handoverRows(scope)},
${panelGrid(scope)},
${panelExposures(scope)},
${panelHandovers},
fresh as (
  select g.account_id, g.month,
         ${Object.entries(columnValues)
           .map(([column, value]) => `${value} as ${column}`)
           .join(",\n         ")}
  from grid g
  ${exposureJoins}
  left join handover_months h on h.account_id = g.account_id and h.number = g.number),
stored as materialized (
  select * from panel_months m where ${within(scope, "m.account_id")}),
stale as (
  delete from panel_months old using stored s
  where old.account_id = s.account_id and old.month = s.month
    and not exists (select 1 from grid g where g.account_id = s.account_id and g.month = s.month)
  returning 1),
-- In the order of the key: neighbours share a page of the index, and an account's months one of the table.
written as (
  insert into panel_months (account_id, month, ${list(values)})
  select f.account_id, f.month, ${list(values, "f.")}
  from fresh f
  left join stored s on s.account_id = f.account_id and s.month = f.month
  where s.month is null or (${list(values, "f.")}) is distinct from (${list(values, "s.")})
  order by f.account_id, f.month
  on conflict (account_id, month) do update set
    ${values.map((column) => `${column} = excluded.${column}`).join(", ")}
  returning 1)
select (select count(*) from stale)::int + (select count(*) from written)::int as changed`;
