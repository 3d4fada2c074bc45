import type { ListColumn } from "./list-table";

/** The columns the URL asks for, in their own order; without `?columns=` those that are not extra. */
export function chosenColumns<Row>(
  columns: readonly ListColumn<Row>[],
  params: URLSearchParams,
): readonly ListColumn<Row>[] {
  const asked = new Set(params.getAll("columns"));
  const isKnown = columns.some((column) => asked.has(column.key));
  return columns.filter(
    (column) => column.isFixed || (isKnown ? asked.has(column.key) : column.isExtra !== true),
  );
}
