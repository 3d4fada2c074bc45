import postgres from "postgres";
import { env } from "~/env.server";

export type Sql = postgres.Sql<Record<string, never>>;
export type SqlTransaction = postgres.TransactionSql<Record<string, never>>;
/** Either a pool or an open transaction; both run a tagged query. */
export type SqlRunner = Sql | SqlTransaction;
/** A piece of a query, to be put into another. */
export type SqlFragment = postgres.PendingQuery<postgres.Row[]>;

const dateOid = 1082;

/**
 * Dates come back as ISO text (no zone may shift them) and bigint as BigInt. `isSingleCore` is for work that nobody waits
 * for: the database then gives no query of it a second process.
 */
export function connectSql(
  url: string,
  options: { max?: number; prepare?: boolean; isSingleCore?: boolean; onnotice?: () => void } = {},
): Sql {
  const sql = postgres(url, {
    max: options.max ?? 10,
    prepare: options.prepare ?? true,
    connect_timeout: 5,
    idle_timeout: 60,
    // Compiling a plan takes longer than running any of ours: search functions look dearer to the planner than they are.
    connection: { jit: false, ...(options.isSingleCore && { max_parallel_workers_per_gather: 0 }) },
    // The library waits up to 20 s between attempts; a page would hang that long and the database be back unnoticed.
    backoff: () => 0.2,
    onnotice: options.onnotice ?? (() => {}),
    transform: { column: { from: postgres.toCamel } },
    types: {
      date: {
        to: dateOid,
        from: [dateOid],
        serialize: (text: string) => text,
        parse: (text: string) => text,
      },
      bigint: postgres.BigInt,
    },
  }) as unknown as Sql;
  return outlivingLoss(sql);
}

/** This connection broke, or the server is closing it. */
const lossCodes = new Set(["57P01", "57P02", "ECONNRESET", "EPIPE", "ETIMEDOUT", "CONNECTION_CLOSED"]);

/**
 * Where the connection of a transaction is lost, postgres.js still sends a rollback on it, which ends the process from
 * outside of any promise. Here the work's own failure is then held back: the library rejects `begin` by itself once the
 * connection is closed, and there is nothing left to roll back.
 */
function outlivingLoss(sql: Sql): Sql {
  const begin = sql.begin.bind(sql) as (work: (tx: SqlTransaction) => Promise<unknown>) => Promise<unknown>;
  const safely = (work: (tx: SqlTransaction) => unknown) =>
    begin(async (tx) => {
      try {
        return await work(tx);
      } catch (error) {
        if (!lossCodes.has(String((error as { code?: unknown }).code))) throw error;
        return new Promise(() => {});
      }
    });
  return Object.assign(sql, { begin: safely as Sql["begin"] });
}

/** One more connection to the database that `sql` is connected to, outside its pool; whoever asks for it ends it. */
export function connectAlike(sql: Sql): Sql {
  const { host, port, user, pass, database, ssl, connection } = sql.options;
  return postgres({
    host,
    port,
    user,
    password: pass ?? undefined,
    database,
    ssl,
    max: 1,
    connect_timeout: 5,
    connection,
    onnotice: () => {},
  } as unknown as postgres.Options<Record<string, never>>) as unknown as Sql;
}

let pool: Sql | undefined;

/** The process's pool for set-based SQL. Column names come back in camelCase. */
export function sql(): Sql {
  pool ??= connectSql(env().DATABASE_URL);
  return pool;
}

let searchPool: Sql | undefined;

/** For text search: what is searched for decides the plan, so that no plan made once for all words may be kept. */
export function searchSql(): Sql {
  searchPool ??= connectSql(env().DATABASE_URL, { max: 4, prepare: false });
  return searchPool;
}

export async function closeSql(): Promise<void> {
  await Promise.all([pool?.end({ timeout: 5 }), searchPool?.end({ timeout: 5 })]);
  pool = undefined;
  searchPool = undefined;
}
