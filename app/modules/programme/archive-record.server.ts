import { type SqlTransaction, sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import type { Scope } from "~/modules/access/scope";
import { notFound, requireId } from "./programme-people.server";

const tables = {
  goal: { table: "programme_goals", name: "title" },
  responsibility: { table: "programme_responsibilities", name: "matter" },
  risk: { table: "programme_risks", name: "title" },
  problem: { table: "programme_problems", name: "title" },
  announcement: { table: "announcements", name: "title" },
} as const;
export type ProgrammeNoun = keyof typeof tables;

/** Takes a record out of its list; it stays in the database and in the history, and can be brought back. */
export async function archiveRecord(
  scope: Scope<"programme.write">,
  noun: ProgrammeNoun,
  id: string,
): Promise<void> {
  await setArchived(scope, noun, id, true);
}

export async function restoreRecord(
  scope: Scope<"programme.write">,
  noun: ProgrammeNoun,
  id: string,
): Promise<void> {
  await setArchived(scope, noun, id, false);
}

async function setArchived(
  scope: Scope<"programme.write">,
  noun: ProgrammeNoun,
  id: string,
  isArchived: boolean,
): Promise<void> {
  requireId(id);
  const { table, name } = tables[noun];
  await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    const [row] = await tx<{ name: string }[]>`
      update ${tx(table)} set archived_at = ${isArchived ? tx`now()` : tx`null`}
      where id = ${id} and (archived_at is null) = ${isArchived} returning ${tx(name)} as name`;
    if (!row) throw notFound();
    await recordAudit(tx, scope.actor, {
      action: `${noun}.${isArchived ? "archive" : "restore"}`,
      subjectType: subjectTypeOf(noun),
      subjectId: id,
      subjectName: row.name,
    });
  });
}

export const subjectTypeOf = (noun: string) => `programme_${noun}`;
