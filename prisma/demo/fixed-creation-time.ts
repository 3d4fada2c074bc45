import type { SqlTransaction } from "../../app/db/sql.server";

interface Default {
  readonly tableName: string;
  readonly columnName: string;
  readonly columnDefault: string;
}

/**
 * While it holds, rows say they were made at `instant` and not at the moment of loading, so that the same seed gives the
 * same rows to the byte. Gives the function that puts the columns' own defaults back.
 */
export async function fixedCreationTime(
  tx: SqlTransaction,
  tables: readonly string[],
  instant: string,
): Promise<() => Promise<void>> {
  const defaults = await tx<Default[]>`
    select table_name, column_name, column_default from information_schema.columns
    where table_schema = current_schema() and table_name = any(${[...tables]}) and column_name in ('created_at', 'updated_at')`;
  const set = async (writtenAs: (own: Default) => string) => {
    for (const own of defaults) {
      await tx.unsafe(
        `alter table ${own.tableName} alter column ${own.columnName} set default ${writtenAs(own)}`,
      );
    }
  };
  await set(() => `timestamptz '${instant}'`);
  return () => set((own) => own.columnDefault);
}
