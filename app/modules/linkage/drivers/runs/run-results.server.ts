import { z } from "zod";
import { sql } from "~/db/sql.server";
import { outcomes, type SpecResult } from "../result";

/** Enough to know that a row is a result of this shape; what is inside was made by the same program. */
const resultShape = z.looseObject({
  spec: z.string(),
  kind: z.enum(["panel_effects", "hazard", "event_study", "retention", "importance", "leaving", "teams"]),
  outcome: z.enum(outcomes).nullable(),
  asOf: z.string(),
  effects: z.array(z.looseObject({ key: z.string(), exposure: z.string() })),
  sample: z.looseObject({ rows: z.number() }),
});

/** Two runs: the latest, and the one before it, to compare with. */
const keptInMemory = 2;
const cache = new Map<string, Promise<readonly SpecResult[]>>();

/** All results of one finished run. They never change, so that each process reads them once. */
export function readRunResults(runId: string): Promise<readonly SpecResult[]> {
  const known = cache.get(runId);
  if (known) {
    // Read last, forgotten last.
    cache.delete(runId);
    cache.set(runId, known);
    return known;
  }
  const results = loadResults(runId);
  cache.set(runId, results);
  results.catch(() => cache.delete(runId));
  for (const oldest of cache.keys()) {
    if (cache.size <= keptInMemory) break;
    cache.delete(oldest);
  }
  return results;
}

async function loadResults(runId: string): Promise<readonly SpecResult[]> {
  const rows = await sql()<{ result: unknown }[]>`
    select result from driver_results where run_id = ${runId} order by spec`;
  return rows.map((row) => resultShape.parse(row.result) as unknown as SpecResult);
}
