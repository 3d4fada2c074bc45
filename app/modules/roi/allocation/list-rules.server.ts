// Question: by which rules has the company allocated its costs?
import type { SqlRunner } from "~/db/sql.server";
import { type AllocationRule, allocationParametersSchema } from "./allocation-rule";

/** Published rules, the latest first. The built-in one is not among them. */
export async function listRules(sql: SqlRunner): Promise<AllocationRule[]> {
  const rows = await sql<AllocationRule[]>`
    select version, parameters, valid_from, note, published_by, published_at from allocation_rules order by version desc`;
  return rows.map((row) => ({ ...row, parameters: allocationParametersSchema.parse(row.parameters) }));
}
