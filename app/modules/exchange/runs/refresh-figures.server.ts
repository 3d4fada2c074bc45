import { sql } from "~/db/sql.server";
import { drainRollups } from "~/modules/linkage/panel/drain-rollups.server";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";

/** Beyond so many touched records, computing everything afresh is faster than record by record. */
const wholesaleFrom = 20_000;

/** Brings the rollups up to date with what an import queued. Where it dies half-way, the queue still holds the rest. */
export async function refreshFigures(): Promise<void> {
  const [row] = await sql()<{ queued: number }[]>`
    select count(*)::int as queued from (select 1 from rollup_queue limit ${wholesaleFrom}) q`;
  if ((row?.queued ?? 0) >= wholesaleFrom) return refreshAllRollups(sql());
  while ((await drainRollups(sql())) > 0);
}
