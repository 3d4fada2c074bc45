// Question: by which rules has the company scored its customers?
import type { SqlRunner } from "~/db/sql.server";
import { builtInScoreRule, type ScoreRule, scoreParametersSchema } from "./score-rule";

/** Published rules, the latest first. The built-in one is not among them. */
export async function listScoreRules(sql: SqlRunner): Promise<ScoreRule[]> {
  const rows = await sql<ScoreRule[]>`
    select version, parameters, note, published_by, published_at from value_score_rules order by version desc`;
  return rows.map((row) => ({ ...row, parameters: scoreParametersSchema.parse(row.parameters) }));
}

export async function ruleInForce(sql: SqlRunner): Promise<ScoreRule> {
  const [latest] = await listScoreRules(sql);
  return latest ?? builtInScoreRule;
}
