import type { Statement } from "~/db/statement";
import { averagedValues, exposureJoins, panelExposures } from "./panel-exposures";
import { calendarMonths, customerPeriod } from "./panel-grid";
import type { ChangedEmployee } from "./refresh-employee-months";

const columns = Object.keys(averagedValues);
const list = (prefix: string) => columns.map((column) => `${prefix}${column}`).join(", ");

/**
 * What do the people average to who served these accounts, in the months in which one of the changed employees did? Neither outcomes
 * nor assignments are looked at anew. Only rows that differ are written; gives `{ changed }`, their count.
 */
export function refreshPanelAverages(
  changed: readonly ChangedEmployee[],
  accountIds: readonly string[],
  asOf: string,
): Statement {
  return {
    text: panelAveragesText(accountIds),
    values: [
      asOf,
      accountIds,
      changed.map((employee) => employee.employeeId),
      changed.map((employee) => employee.firstMonth),
      changed.map((employee) => employee.lastMonth),
    ],
  };
}

const panelAveragesText = (accountIds: readonly string[]) => `
with ${calendarMonths},
touched as materialized (
  select distinct t.account_id, c.month
  from unnest($3::uuid[], $4::date[], $5::date[]) as changed (employee_id, first_month, last_month)
  join assignments t on t.employee_id = changed.employee_id and t.account_id = any($2::uuid[])
  join months c on c.month between changed.first_month and changed.last_month
    and t.starts_on < c.next_month and (t.ends_on is null or t.ends_on > c.month)),
grid as materialized (
  select t.account_id, t.month, ${customerPeriod.firstDay} as first_day, ${customerPeriod.until} as until
  from touched t
  join months c on c.month = t.month
  join accounts a on a.id = t.account_id
  where ${customerPeriod.hasDays}),
${panelExposures(accountIds)},
fresh as (
  select g.account_id, g.month,
         ${Object.entries(averagedValues)
           .map(([column, value]) => `${value} as ${column}`)
           .join(",\n         ")}
  from grid g
  ${exposureJoins}),
written as (
  update panel_months old set ${columns.map((column) => `${column} = f.${column}`).join(", ")}
  from fresh f
  where old.account_id = f.account_id and old.month = f.month and (${list("f.")}) is distinct from (${list("old.")})
  returning 1)
select count(*)::int as changed from written`;
