import type { ImportKind } from "../kinds/kind";
import type { TableNames } from "./target";

const typeOf: Readonly<Record<string, string>> = {
  text: "text",
  email: "text",
  reference: "text",
  choice: "text",
  currency: "text",
  anyCurrency: "text",
  date: "date",
  dateOrMonth: "date",
  instant: "timestamptz",
  decimal: "numeric",
  integer: "integer",
  money: "bigint",
  flag: "boolean",
};

/** Unlogged and not temporary: parallel plans may read it. It is created and dropped in the run's own transaction. */
export function createStage(kind: ImportKind, staged: readonly string[], names: TableNames): string {
  const columns = staged.map((name) => {
    if (name === "row_no") return "row_no integer not null";
    const column = kind.columns.find((each) => each.name === name);
    return `"${name}" ${column ? typeOf[column.type.is] : "text"}`;
  });
  return `create unlogged table ${names.stage} (${columns.join(", ")})`;
}

export function createProblems(names: TableNames): string {
  return `create unlogged table ${names.problems} (row_no integer not null, problem jsonb not null)`;
}
