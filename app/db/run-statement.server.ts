import type { PrismaTransaction } from "./client.server";
import type { SqlRunner } from "./sql.server";
import type { Statement } from "./statement";

/** Runs the statement in an open Prisma transaction; gives the number of rows touched. */
export function runInPrisma(tx: PrismaTransaction, statement: Statement): Promise<number> {
  return tx.$executeRawUnsafe(statement.text, ...statement.values);
}

/** Runs the statement on a postgres.js pool or transaction; gives the number of rows touched. */
export async function runInSql(sql: SqlRunner, statement: Statement): Promise<number> {
  const result = await sql.unsafe(statement.text, [...statement.values] as never[]);
  return result.count;
}
