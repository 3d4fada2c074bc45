import type { SqlTransaction } from "~/db/sql.server";
import { sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import type { Scope } from "~/modules/access/scope";
import { builtInScoreRule, type ScoreParameters } from "./score-rule";
import { classOf, scoreOf } from "./score-sql";

/** Publishes the next version and classes every customer by it in the same transaction. */
export async function publishScoreRule(
  scope: Scope<"scenarios.write">,
  rule: { readonly parameters: ScoreParameters; readonly note: string | null },
): Promise<number> {
  return (await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    await tx`lock table value_score_rules in exclusive mode`;
    const [row] = await tx<{ version: number }[]>`
      insert into value_score_rules (version, parameters, note, published_by)
      select greatest(max(version), ${builtInScoreRule.version}) + 1, ${tx.json(rule.parameters as never)}, ${rule.note}, ${scope.actor.name}
      from value_score_rules returning version`;
    const version = row!.version;
    await tx`
      update account_scores s
      set rule_version = ${version}, current_score = f.current_score, potential_score = f.potential_score,
          current_class = ${classOf(tx, rule.parameters, tx`f.current_score`)},
          potential_class = ${classOf(tx, rule.parameters, tx`f.potential_score`)}
      from (select account_id, ${scoreOf(tx, rule.parameters, "current", tx`points`)} as current_score,
                   ${scoreOf(tx, rule.parameters, "potential", tx`points`)} as potential_score
            from account_scores) f
      where f.account_id = s.account_id`;
    await recordAudit(tx, scope.actor, {
      action: "value_score_rule.publish",
      subjectType: "value_score_rule",
      subjectId: String(version),
      subjectName: `${version}`,
      detail: { weights: rule.parameters.weights, cuts: rule.parameters.cuts, note: rule.note },
    });
    return version;
  })) as number;
}
