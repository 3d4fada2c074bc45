import type { Target } from "./target";

/** Columns of a prepared table that become a table's row. */
export interface Write {
  readonly rows: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly isAccountOwned: boolean;
  readonly runId: string;
}

/**
 * What changed rows held before, and what they hold now, so that an undo can tell whether somebody else has changed
 * them since.
 */
export function keepPrevious({ rows, table, columns, isAccountOwned, runId }: Write): string {
  const object = (alias: string) =>
    `jsonb_build_object(${columns.map((name) => `'${name}', ${alias}.${name}`).join(", ")})`;
  const key = isAccountOwned ? "t.account_id::text || ':' || t.id::text" : "t.id::text";
  return `
    insert into import_previous_rows (run_id, table_name, row_key, before)
    select '${runId}', '${table}', ${key}, jsonb_build_object(
             'id', jsonb_build_object('id', t.id), 'before', ${object("t")}, 'after', ${object("p")})
    from ${rows} p join ${table} t on t.id = p.existing_id ${isAccountOwned ? "and t.account_id = p.account_id" : ""}
    where p.is_changed`;
}

export function updateRows({ rows, table, columns, isAccountOwned }: Write): string {
  const stamp = table === "accounts" || table === "employees" ? ", updated_at = now()" : "";
  return `
    update ${table} t set ${columns.map((name) => `${name} = p.${name}`).join(", ")}${stamp}
    from ${rows} p
    where p.is_changed and t.id = p.existing_id ${isAccountOwned ? "and t.account_id = p.account_id" : ""}`;
}

export function insertRows({ rows, table, columns, runId }: Write): string {
  return `
    insert into ${table} (id, ${columns.join(", ")}, import_run_id)
    select id, ${columns.join(", ")}, '${runId}' from ${rows} p where existing_id is null`;
}

/**
 * Locks what new account-owned rows refer to, once a record and not once a row, so that it cannot go away before the
 * import commits. Gives nothing for tables whose references are left to the database's own check of each row.
 */
export function lockReferences({ rows, columns, isAccountOwned }: Write): string[] | null {
  if (!isAccountOwned) return null;
  const lock = (table: string, condition: string) =>
    `select count(*) from (select 1 from ${table} x where ${condition} order by x.id for key share) locked`;
  const written = `select 1 from ${rows} p where p.existing_id is null`;
  return [
    lock("accounts", `x.id in (select p.account_id from ${rows} p where p.existing_id is null)`),
    ...(columns.includes("employee_id")
      ? [lock("employees", `x.id in (select p.employee_id from ${rows} p where p.existing_id is null)`)]
      : []),
    ...(columns.includes("contact_id")
      ? [lock("contacts", `exists (${written} and p.account_id = x.account_id and p.contact_id = x.id)`)]
      : []),
  ];
}

/** Notes what the rollups must catch up on, in the import's own transaction. */
export function queueRollups(target: Target, rows: string): string[] {
  const isTouched = "(p.existing_id is null or p.is_changed or p.is_touched)";
  return [
    ...target.rollups.map(
      ({ kind, key }) => `
    insert into rollup_queue (kind, key)
    select distinct '${kind}', ${key} from ${rows} p
    where ${isTouched} and ${key} is not null
    on conflict (kind, key) do nothing`,
    ),
    ...(target.queueOthers?.(`select * from ${rows} p where ${isTouched}`) ?? []),
  ];
}

export function writeOf(target: Target, rows: string, runId: string): Write {
  return {
    rows,
    table: target.table,
    columns: target.columns.map((column) => column.name),
    isAccountOwned: target.isAccountOwned,
    runId,
  };
}
