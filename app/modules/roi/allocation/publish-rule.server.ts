import type { SqlTransaction } from "~/db/sql.server";
import { sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import type { Month } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { type AllocationParameters, builtInRule } from "./allocation-rule";

/** Publishes the next version; a trigger puts the months it holds for behind, and the worker allocates them anew. */
export async function publishRule(
  scope: Scope<"scenarios.write">,
  rule: {
    readonly parameters: AllocationParameters;
    readonly validFrom: Month;
    readonly note: string | null;
  },
): Promise<number> {
  return (await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    await tx`lock table allocation_rules in exclusive mode`;
    const [row] = await tx<{ version: number }[]>`
      insert into allocation_rules (version, parameters, valid_from, note, published_by)
      select greatest(max(version), ${builtInRule.version}) + 1, ${tx.json(rule.parameters as never)}, ${rule.validFrom}, ${rule.note}, ${scope.actor.name}
      from allocation_rules returning version`;
    const version = row!.version;
    await recordAudit(tx, scope.actor, {
      action: "allocation_rule.publish",
      subjectType: "allocation_rule",
      subjectId: String(version),
      subjectName: `${version}`,
      detail: { ...rule.parameters, validFrom: rule.validFrom, note: rule.note },
    });
    return version;
  })) as number;
}
