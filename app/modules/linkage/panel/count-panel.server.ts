import type { Sql, SqlRunner, SqlTransaction } from "~/db/sql.server";
import { coveredColumns } from "./panel-columns";

/** Counting reads the whole panel: not more often than this while it keeps changing. */
const restMinutes = 1;

/** Counts how many account-months have a value in each column, where the panel has changed since the last count. */
export async function countPanelWhenDue(sql: Sql): Promise<void> {
  const [due] = await sql`
    select 1 from panel_state
    where version is distinct from counted_version
      and (counted_at is null or counted_at < now() - make_interval(mins => ${restMinutes}))`;
  if (due) await sql.begin((tx) => countPanel(tx as SqlTransaction));
}

export async function countPanel(sql: SqlRunner): Promise<void> {
  const counts = coveredColumns.map((column) => `'${column}', count(${column})`).join(", ");
  await sql.unsafe(`
    update panel_state state
    set counted_version = state.version, counted_at = now(), account_months = counted.account_months, coverage = counted.coverage,
        employee_months = (select count(*) from employee_months)
    from (select count(*) as account_months, jsonb_build_object(${counts}) as coverage from panel_months) counted`);
}
