import type { ImportKind } from "../kinds/kind";
import { type DateOrder, type DecimalMark, decideBetween, type Evidence, noEvidence } from "./conventions";
import { weighDate } from "./read-date";
import { weighDecimal } from "./read-decimal";

export interface FileEvidence {
  readonly dates: Evidence<"dmy" | "mdy">;
  readonly decimal: Evidence<DecimalMark>;
}

/** Gathers over all rows what the values say about the file's order of days and decimal mark. */
export function compileWeighing(kind: ImportKind, columns: readonly (string | null)[]) {
  const evidence: FileEvidence = {
    dates: noEvidence(["dmy", "mdy"] as const),
    decimal: noEvidence(["point", "comma"] as const),
  };
  const weighers: ((cells: readonly string[], row: number) => void)[] = [];
  for (const column of kind.columns) {
    const index = columns.indexOf(column.name);
    if (index < 0) continue;
    const { type } = column;
    if (type.is === "date" || type.is === "dateOrMonth" || type.is === "instant")
      weighers.push((cells, row) => weighDate((cells[index] ?? "").trim(), row, column.name, evidence.dates));
    if (type.is === "money" || type.is === "decimal" || type.is === "integer") {
      const largest = type.is === "money" ? Number.POSITIVE_INFINITY : type.max;
      weighers.push((cells, row) =>
        weighDecimal((cells[index] ?? "").trim(), row, column.name, largest, evidence.decimal),
      );
    }
  }
  return {
    evidence,
    weigh(cells: readonly string[], row: number) {
      for (const weigher of weighers) weigher(cells, row);
    },
  };
}

/** What must be asked about a file before any of its rows can be judged. */
export type Question =
  | { readonly about: "dates"; readonly value: string; readonly row: number; readonly column: string }
  | { readonly about: "decimal"; readonly value: string; readonly row: number; readonly column: string };

export interface Decision {
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
  readonly questions: readonly Question[];
}

export function decideConventions(
  { dates, decimal }: FileEvidence,
  given: { readonly dates?: DateOrder | undefined; readonly decimal?: DecimalMark | undefined },
): Decision {
  const questions: Question[] = [];
  const order = given.dates ?? decideBetween(dates, ["dmy", "mdy"], "dmy");
  const mark = given.decimal ?? decideBetween(decimal, ["point", "comma"], "point");
  const unclear = { value: "", row: 0, column: "" };
  if (order === null) questions.push({ about: "dates", ...(dates.firstAmbiguous ?? unclear) });
  if (mark === null) questions.push({ about: "decimal", ...(decimal.firstAmbiguous ?? unclear) });
  return { dates: order ?? "dmy", decimal: mark ?? "point", questions };
}
