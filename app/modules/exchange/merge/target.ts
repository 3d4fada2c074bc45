import type { RollupKind } from "~/db/rollup-queue";
import type { ReferenceNoun } from "../kinds/kind";

/**
 * How the rows of one kind become rows of one table. The expressions are SQL over `s` (the staged row), `r_<column>.id`
 * (what a reference was resolved to) and `t` (the row already there).
 */
export interface Target {
  readonly table: string;
  /** Keyed (account_id, id), as all that an account owns. */
  readonly isAccountOwned: boolean;
  readonly references: readonly Reference[];
  readonly columns: readonly TargetColumn[];
  /** What identifies a record: columns, or expressions over them. Two rows of a file may not share it. */
  readonly key: readonly string[];
  /** Join condition that finds the record already there, by the columns the file has; by the key where it is left out. */
  readonly match?: (staged: ReadonlySet<string>) => string;
  readonly joins?: readonly TargetJoin[];
  /** What the rollups must catch up on: kind of the queue and an expression over `p`. */
  readonly rollups: readonly { readonly kind: RollupKind; readonly key: string }[];
  /** For rows that concern records they do not name: statements that queue those, given a query of the rows touched. */
  readonly queueOthers?: (rows: string) => readonly string[];
}

export interface Reference {
  /** Staged column that holds the number. */
  readonly column: string;
  readonly noun: ReferenceNoun;
}

/** A join that the expressions need besides the references, where the file has the column. */
export interface TargetJoin {
  readonly needs: string;
  readonly sql: (names: TableNames, newId: (rowNo: string) => string) => string;
}

export interface TargetColumn {
  readonly name: string;
  /** The staged column it comes from; where the file has none, the record keeps what it holds. */
  readonly from: string;
  readonly value: string;
  /** For a column that cannot be empty: what a new record gets; a blank cell leaves a recorded one as it is. */
  readonly whenBlank?: string;
  /** Part of the record's identity and never changed by an import. */
  readonly isKey?: boolean;
}

/** The working tables of one run. They are made and dropped inside its transaction, so nobody else ever sees them. */
export interface TableNames {
  readonly stage: string;
  readonly rows: string;
  readonly problems: string;
  readonly repeats: string;
  readonly spells: string;
  reference(column: string): string;
}

export function tableNames(runId: string): TableNames {
  const suffix = runId.replaceAll("-", "").slice(-16);
  const name = (part: string) => `import_${part}_${suffix}`;
  return {
    stage: name("stage"),
    rows: name("rows"),
    problems: name("problems"),
    repeats: name("repeats"),
    spells: name("spells"),
    reference: (column) => name(`ref_${column}`),
  };
}

/** SQL that makes a row's new id out of its number: time-ordered, and known before anything is written. */
export function newIdExpression(runUuid: string): (rowNo: string) => string {
  const prefix = runUuid.slice(0, 28);
  return (rowNo) => `('${prefix}' || lpad(to_hex(${rowNo}), 8, '0'))::uuid`;
}

/** The value a target column ends up with. */
export function finalValue(column: TargetColumn, staged: ReadonlySet<string>): string {
  const existing = `t.${column.name}`;
  if (!staged.has(column.from))
    return column.whenBlank ? `coalesce(${existing}, ${column.whenBlank})` : existing;
  return column.whenBlank ? `coalesce(${column.value}, ${existing}, ${column.whenBlank})` : column.value;
}

export function matchCondition(target: Target, staged: ReadonlySet<string>): string {
  if (target.match) return target.match(staged);
  return target.key
    .map((name) => {
      const column = target.columns.find((each) => each.name === name);
      return `t.${name} = ${column?.value}`;
    })
    .join(" and ");
}
