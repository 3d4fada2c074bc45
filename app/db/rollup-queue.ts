import type { Statement } from "./statement";

/** `ownership` names an account whose assignments changed: whoever shares it has more or less of it to do. */
export type RollupKind = "account" | "employee" | "unit" | "ownership";

/**
 * Notes that the rollups of these rows are behind; call it in the transaction of the write that put them behind. A row
 * that waits already is written anew, so that a refresh under way, which cannot have seen this write, leaves it there.
 */
export function queueRollup(kind: RollupKind, keys: readonly string[]): Statement {
  return {
    text: `insert into rollup_queue (kind, key)
           select distinct $1, key from unnest($2::uuid[]) as key order by key
           on conflict (kind, key) do update set queued_at = excluded.queued_at`,
    values: [kind, keys],
  };
}
