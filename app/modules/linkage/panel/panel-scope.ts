/** Which rows a refresh covers: every one, or those with these ids. */
export type PanelScope = readonly string[] | "all";

/** Stands in for "no unit" in unit_customer_months, so that company totals hold accounts that nobody ever owned. */
export const noUnitId = "00000000-0000-0000-0000-000000000000";

/** A where-condition on `column`; the ids are the statement's second value, after the as-of date. */
export function within(scope: PanelScope, column: string): string {
  return scope === "all" ? "true" : `${column} = any($2::uuid[])`;
}

/** The statement's values in the order that `within` expects. */
export function panelValues(scope: PanelScope, asOf: string): (string | readonly string[])[] {
  return scope === "all" ? [asOf] : [asOf, scope];
}

/** Sets every column but the keys from the row that was refused, and leaves a row alone that would not change. */
export function onConflictReplace(
  table: string,
  keys: readonly string[],
  columns: readonly string[],
): string {
  const changed = columns.filter((column) => !keys.includes(column));
  return `on conflict (${keys.join(", ")}) do update set
    ${changed.map((column) => `${column} = excluded.${column}`).join(", ")}
    where (${changed.map((column) => `${table}.${column}`).join(", ")})
      is distinct from (${changed.map((column) => `excluded.${column}`).join(", ")})`;
}
