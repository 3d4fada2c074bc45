import { v7 as uuidv7 } from "uuid";
import { type Prisma, type PrismaTransaction, prisma } from "./client.server";
import type { SqlTransaction } from "./sql.server";

/** Who acts: a user, or a command line, which has no user id. */
export interface Actor {
  readonly userId: string | null;
  readonly name: string;
}

export interface AuditEntry {
  /** noun.verb, for example `employee.depart`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId?: string | null;
  readonly subjectName?: string | null;
  /** What changed, in JSON; never a secret, never a survey answer. Amounts of pay only under `pay`, which the audit page hides. */
  readonly detail?: Prisma.InputJsonObject;
}

/**
 * The only way to write through Prisma: the work and its audit event commit together or not at all. `work` gives the
 * entry back beside its result, because ids and names are often known only then; several entries may be given.
 */
export async function writeTransaction<Result>(
  actor: Actor,
  work: (tx: PrismaTransaction) => Promise<{ result: Result; audit: AuditEntry | readonly AuditEntry[] }>,
): Promise<Result> {
  return prisma().$transaction(
    async (tx) => {
      const { result, audit } = await work(tx);
      const entries = Array.isArray(audit) ? (audit as readonly AuditEntry[]) : [audit as AuditEntry];
      if (entries.length === 0) throw new Error("A write needs at least one audit entry.");
      await tx.auditEvent.createMany({ data: entries.map((entry) => auditRow(actor, entry)) });
      return result;
    },
    { timeout: 15_000, maxWait: 10_000 },
  );
}

/** The same promise for set-based writes through postgres.js: call it inside `sql.begin`. */
export async function recordAudit(tx: SqlTransaction, actor: Actor, entry: AuditEntry): Promise<void> {
  const row = auditRow(actor, entry);
  await tx`
    insert into audit_events (id, actor_user_id, actor_name, action, subject_type, subject_id, subject_name, detail)
    values (${row.id}, ${row.actorUserId}, ${row.actorName}, ${row.action}, ${row.subjectType}, ${row.subjectId},
            ${row.subjectName}, ${tx.json(row.detail as never)})`;
}

/** Reading a protected thing leaves an event as well; there is no write for it to commit with. */
export async function recordView(actor: Actor, entry: AuditEntry): Promise<void> {
  await prisma().auditEvent.create({ data: auditRow(actor, entry), select: { id: true } });
}

function auditRow(actor: Actor, entry: AuditEntry) {
  return {
    id: uuidv7(),
    actorUserId: actor.userId,
    actorName: actor.name,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId ?? null,
    subjectName: entry.subjectName ?? null,
    detail: entry.detail ?? {},
  };
}
