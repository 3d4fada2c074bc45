// Question: how many customers would change class under another rule?
import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import type { ScoreParameters } from "./score-rule";
import { classOf, scoreOf } from "./score-sql";

export interface ScoreSimulation {
  readonly accounts: number;
  readonly currentChanged: number;
  readonly currentUp: number;
  readonly potentialChanged: number;
  readonly potentialUp: number;
}

/** Points by criterion do not depend on the rule, so the stored ones are weighed anew; nothing is stored. */
export async function simulateScoreRule(
  _scope: Scope<"scenarios.write">,
  parameters: ScoreParameters,
): Promise<ScoreSimulation> {
  const run = sql();
  const [row] = await run<ScoreSimulation[]>`
    with scored as (
      select current_class, potential_class, ${scoreOf(run, parameters, "current", run`points`)} as current_score,
             ${scoreOf(run, parameters, "potential", run`points`)} as potential_score
      from account_scores),
    classed as (
      select current_class, potential_class, ${classOf(run, parameters, run`current_score`)} as current_after,
             ${classOf(run, parameters, run`potential_score`)} as potential_after
      from scored)
    select count(*)::int as accounts,
           count(*) filter (where current_after is distinct from current_class)::int as current_changed,
           count(*) filter (where current_after < current_class)::int as current_up,
           count(*) filter (where potential_after is distinct from potential_class)::int as potential_changed,
           count(*) filter (where potential_after < potential_class)::int as potential_up
    from classed`;
  return row!;
}
