import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import { defaultRules, type ReturnRules, returnRules } from "./return-rules";

export interface RulesInForce {
  readonly version: number;
  readonly rules: ReturnRules;
}

/** Version 0 are the product's own defaults, until somebody decides otherwise. */
export async function getReturnRules(_scope: Scope<"roi.read" | "scenarios.write">): Promise<RulesInForce> {
  const [row] = await sql()<{ version: number; rules: unknown }[]>`
    select version, rules from return_rules order by version desc limit 1`;
  const parsed = row && returnRules.safeParse(row.rules);
  return parsed?.success
    ? { version: row!.version, rules: parsed.data }
    : { version: 0, rules: defaultRules };
}

export interface RulesVersion {
  readonly version: number;
  readonly note: string | null;
  readonly actorName: string;
  readonly createdAt: string;
  readonly decided: number;
}

export async function listRulesVersions(_scope: Scope<"roi.read">): Promise<RulesVersion[]> {
  const rows = await sql()<
    { version: number; note: string | null; actorName: string; createdAt: Date; decided: number }[]
  >`
    select version, note, actor_name, created_at,
           (select count(*) from jsonb_object_keys(rules->'placements'))::int as decided
    from return_rules order by version desc limit 20`;
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
