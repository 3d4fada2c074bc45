import type { SqlRunner } from "~/db/sql.server";

/** Notes that rows of the panel changed, in the transaction that changed them. */
export async function notePanelChange(sql: SqlRunner): Promise<void> {
  await sql`
    insert into panel_state (id, version) values (1, 1)
    on conflict (id) do update set version = panel_state.version + 1, changed_at = now()`;
}

/** No refresh has filled the panel yet, for example right after the update that brought it. */
export async function isPanelUnbuilt(sql: SqlRunner): Promise<boolean> {
  const [row] = await sql`select exists (select 1 from panel_state where version > 0) as is_built`;
  return !row?.["isBuilt"];
}
