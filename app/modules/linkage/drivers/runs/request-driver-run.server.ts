import { type SqlTransaction, sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import type { Scope } from "~/modules/access/scope";
import { forgetRunState } from "./get-run-state.server";
import { readPresentFacts } from "./present-facts.server";
import { queueRun } from "./queue-run.server";

/** Asks for a run at once. While one waits it begins now; while one runs the next follows it. */
export async function requestDriverRun(scope: Scope<"drivers.run">): Promise<void> {
  const present = await readPresentFacts(sql());
  await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    const { runId } = await queueRun(tx, {
      present,
      requestedBy: scope.actor.name,
      runAt: new Date(),
    });
    await recordAudit(tx, scope.actor, {
      action: "driver_run.request",
      subjectType: "driver_run",
      subjectId: runId,
      detail: { asOf: present.asOf, dataStamp: present.dataStamp },
    });
  });
  forgetRunState();
}
