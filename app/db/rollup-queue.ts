import type { Statement } from "./statement";

export type RollupKind = "account" | "employee" | "unit";

/** Notes that the rollups of these rows are behind; call it in the transaction of the write that put them behind. */
export function queueRollup(kind: RollupKind, keys: readonly string[]): Statement {
  return {
    text: `insert into rollup_queue (kind, key)
           select $1, unnest($2::uuid[]) on conflict (kind, key) do nothing`,
    values: [kind, keys],
  };
}
