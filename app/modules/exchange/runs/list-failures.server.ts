import { z } from "zod";
import { sql } from "~/db/sql.server";
import type { Problem } from "../problem";

export interface FailedRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly reasons: readonly Problem[];
}

const reasonsSchema = z.array(
  z.object({
    code: z.string(),
    column: z
      .string()
      .optional()
      .transform((column) => column || undefined),
    params: z
      .record(
        z.string(),
        z.union([z.string(), z.number(), z.null()]).transform((value) => value ?? "…"),
      )
      .optional(),
  }),
);

/** The failed rows of a run after the row given, in the order of the file. Callers have checked the run's kind. */
export async function listFailures(runId: string, after: number, limit: number): Promise<FailedRow[]> {
  const rows = await sql()<{ rowNumber: number; cells: string[]; reasons: unknown }[]>`
    select row_number, cells, reasons from import_failures
    where run_id = ${runId} and row_number > ${after} order by row_number limit ${limit}`;
  return rows.map((row) => ({ ...row, reasons: reasonsSchema.parse(row.reasons) as Problem[] }));
}

/** All of them, a portion at a time. */
export async function* eachFailure(runId: string): AsyncGenerator<FailedRow, void> {
  const portion = 1_000;
  for (let after = 0; ; ) {
    const rows = await listFailures(runId, after, portion);
    yield* rows;
    if (rows.length < portion) return;
    after = rows.at(-1)!.rowNumber;
  }
}
