import type { SqlTransaction } from "~/db/sql.server";

/** Why an import cannot be undone; worded below `exchange.undo.reason`. */
export interface UndoObstacle {
  readonly code: "referenced" | "changedSince" | "editedSince" | "importedSince" | "gone" | "constraint";
  readonly params: Readonly<Record<string, string | number>>;
}

interface Written {
  readonly runId: string;
  readonly table: string;
  readonly isAccountOwned: boolean;
  /** All tables the run wrote to: rows of the same run may refer to each other. */
  readonly ownTables: readonly string[];
}

/** What has been built on the rows that the run created or changed in one table? */
export async function findUndoObstacles(tx: SqlTransaction, written: Written): Promise<UndoObstacle[]> {
  const { runId, table, isAccountOwned } = written;
  const rowKey = isAccountOwned ? "t.account_id::text || ':' || t.id::text" : "t.id::text";
  const created = `select t.* from ${table} t where t.import_run_id = '${runId}'`;
  // Locked until the end, so that nobody can begin to refer to them meanwhile.
  await tx.unsafe(`select count(*) from (${created} for update) locked`);
  const obstacles: UndoObstacle[] = [];
  const note = async (code: UndoObstacle["code"], query: string, extra: Record<string, string> = {}) => {
    const [row] = await tx.unsafe<{ count: number }[]>(query);
    if (row && row.count > 0) obstacles.push({ code, params: { table, count: row.count, ...extra } });
  };

  for (const reference of await listReferences(tx, table)) {
    const own =
      written.ownTables.includes(reference.table) && reference.hasRun
        ? `and c.import_run_id is distinct from '${runId}'`
        : "";
    await note(
      "referenced",
      `select count(*)::int as count from ${table} t where t.import_run_id = '${runId}' and exists (
         select 1 from ${reference.table} c where ${reference.condition} ${own})`,
      { by: reference.table },
    );
  }
  // Rates towards another reporting currency are other rates.
  if (table === "exchange_rates")
    await note(
      "changedSince",
      `select count(*)::int as count from audit_events a, import_runs r
       where r.id = '${runId}' and a.action = 'company.switch_currency' and a.occurred_at > r.finished_at`,
    );
  await note(
    "importedSince",
    `with this as (select finished_at from import_runs where id = '${runId}'),
          later as (
            select p.row_key from import_previous_rows p join import_runs r on r.id = p.run_id, this
            where p.table_name = '${table}' and p.run_id <> '${runId}' and r.status = 'applied'
              and r.finished_at > this.finished_at)
     select count(*)::int as count from (
       select ${rowKey} as row_key from ${table} t where t.import_run_id = '${runId}'
       union select row_key from import_previous_rows where run_id = '${runId}' and table_name = '${table}') mine
     join later using (row_key)`,
  );
  if (obstacles.some((obstacle) => obstacle.code === "importedSince")) return obstacles;
  const stamp = table === "accounts" || table === "employees" ? "or t.updated_at > r.finished_at" : "";
  await note(
    "editedSince",
    `select count(*)::int as count from ${table} t join import_runs r on r.id = t.import_run_id
     where t.import_run_id = '${runId}' and (t.id::text in (
       select a.subject_id from audit_events a, import_runs this
       where this.id = '${runId}' and a.occurred_at > this.finished_at and a.action not like '%.view') ${stamp})`,
  );
  const changed = `select p.row_key, p.before->'after' as after from import_previous_rows p
                   where p.run_id = '${runId}' and p.table_name = '${table}'`;
  await note(
    "gone",
    `select count(*)::int as count from (${changed}) p
     where not exists (select 1 from ${table} t where ${rowKey} = p.row_key)`,
  );
  const columns = await listRestoredColumns(tx, runId, table);
  if (columns.length > 0) {
    await note(
      "changedSince",
      `select count(*)::int as count from (${changed}) p
       cross join lateral jsonb_populate_record(null::${table}, p.after) w
       join ${table} t on ${rowKey} = p.row_key
       where (${columns.map((name) => `t.${name}`).join(", ")}) is distinct from (${columns.map((name) => `w.${name}`).join(", ")})`,
    );
  }
  return obstacles;
}

/** Columns whose earlier values were kept. */
export async function listRestoredColumns(
  tx: SqlTransaction,
  runId: string,
  table: string,
): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select jsonb_object_keys(before->'before') as name
    from (select before from import_previous_rows where run_id = ${runId} and table_name = ${table} limit 1) one`;
  return rows.map((row) => row.name);
}

interface IncomingReference {
  readonly table: string;
  readonly condition: string;
  readonly hasRun: boolean;
}

/** Every foreign key that points at the table, as the database itself knows them. */
async function listReferences(tx: SqlTransaction, table: string): Promise<IncomingReference[]> {
  const rows = await tx<
    { child: string; childColumns: string[]; parentColumns: string[]; hasRun: boolean }[]
  >`
    select k.conrelid::regclass::text as child,
           array(select a.attname::text from unnest(k.conkey) with ordinality u(n, i)
                 join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.i) as child_columns,
           array(select a.attname::text from unnest(k.confkey) with ordinality u(n, i)
                 join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.i) as parent_columns,
           exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'import_run_id') as has_run
    from pg_constraint k where k.contype = 'f' and k.confrelid = ${table}::regclass`;
  return rows.map(({ child, childColumns, parentColumns, hasRun }) => ({
    table: child,
    hasRun,
    condition: childColumns.map((name, index) => `c.${name} = t.${parentColumns[index]}`).join(" and "),
  }));
}
