import type { SqlTransaction } from "../../app/db/sql.server";

interface Definition {
  readonly tableName: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Fills empty tables fast and leaves them as they were: within the transaction it drops their indexes and their primary,
 * unique, foreign and exclusion constraints, empties them for COPY … FREEZE, runs `load`, and makes all again from
 * PostgreSQL's own definitions, which checks every row. CHECK constraints stay throughout; with `keepKeys` all
 * constraints do. Triggers rest meanwhile.
 */
export async function bulkLoad(
  tx: SqlTransaction,
  tables: readonly string[],
  load: () => Promise<void>,
  onRebuild: (share: number, name: string) => void = () => {},
  { keepKeys = false } = {},
): Promise<void> {
  const constraints = keepKeys ? [] : await listConstraints(tx, tables);
  const indexes = await listIndexes(tx, tables);
  const foreignKeys = constraints.filter((constraint) => constraint.definition.startsWith("FOREIGN KEY"));
  const others = constraints.filter((constraint) => !foreignKeys.includes(constraint));
  await tx.unsafe(`truncate ${tables.join(", ")} cascade`);
  for (const { tableName, name } of [...foreignKeys, ...others])
    await tx.unsafe(`alter table ${tableName} drop constraint "${name}"`);
  for (const { name } of indexes) await tx.unsafe(`drop index "${name}"`);
  for (const table of tables) await tx.unsafe(`alter table ${table} disable trigger user`);

  await load();

  for (const table of tables) await tx.unsafe(`alter table ${table} enable trigger user`);

  await tx`set local maintenance_work_mem = '256MB'`;
  const work = [...others, ...indexes, ...foreignKeys];
  for (const [done, item] of work.entries()) {
    await tx.unsafe(
      indexes.includes(item)
        ? item.definition
        : `alter table ${item.tableName} add constraint "${item.name}" ${item.definition}`,
    );
    onRebuild((done + 1) / work.length, item.name);
  }
}

/** All but CHECK and NOT NULL, of these tables and of those that point at them; who is pointed at comes first. */
async function listConstraints(tx: SqlTransaction, tables: readonly string[]): Promise<Definition[]> {
  return tx<Definition[]>`
    select conrelid::regclass::text as table_name, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype in ('p', 'u', 'x', 'f')
      and (conrelid::regclass::text = any(${[...tables]}) or confrelid::regclass::text = any(${[...tables]}))
    order by array_position(array['p', 'u', 'x', 'f'], contype::text), conrelid::regclass::text, conname`;
}

/** Indexes that no constraint owns. */
async function listIndexes(tx: SqlTransaction, tables: readonly string[]): Promise<Definition[]> {
  return tx<Definition[]>`
    select i.indrelid::regclass::text as table_name, c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid::regclass::text = any(${[...tables]})
      and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = i.indrelid)
    order by i.indrelid::regclass::text, c.relname`;
}
