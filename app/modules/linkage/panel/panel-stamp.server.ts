import type { SqlRunner } from "~/db/sql.server";

/** Which state of the panel this is: another text whenever a row of panel_months or employee_months has changed. */
export async function panelStamp(sql: SqlRunner): Promise<string> {
  const [row] = await sql<{ version: bigint }[]>`select version from panel_state`;
  return String(row?.version ?? 0n);
}
