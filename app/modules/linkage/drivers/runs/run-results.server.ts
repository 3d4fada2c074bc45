import { z } from "zod";
import { type Sql, sql } from "~/db/sql.server";
import { outcomes, type SpecResult } from "../result";
import { specs } from "../specs";

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
export function readRunResults(runId: string, connection: Sql = sql()): Promise<readonly SpecResult[]> {
  const known = cache.get(runId);
  if (known) {
    // Read last, forgotten last.
    cache.delete(runId);
    cache.set(runId, known);
    return known;
  }
  const results = loadResults(connection, runId);
  cache.set(runId, results);
  results.catch(() => cache.delete(runId));
  for (const oldest of cache.keys()) {
    if (cache.size <= keptInMemory) break;
    cache.delete(oldest);
  }
  return results;
}

async function loadResults(connection: Sql, runId: string): Promise<readonly SpecResult[]> {
  const rows = await connection<{ result: unknown }[]>`
    select result from driver_results where run_id = ${runId}`;
  const results = rows.map((row) => resultShape.parse(row.result) as unknown as SpecResult);
  return results.sort((a, b) => declaredPlace(a) - declaredPlace(b));
}

function declaredPlace({ spec }: SpecResult): number {
  return specs.findIndex((declared) => declared.name === spec);
}
