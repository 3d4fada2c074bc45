import type { TFunction } from "i18next";
import { importKinds } from "./kinds/import-kinds";
import type { ImportKindName } from "./kinds/kind";
import type { Problem } from "./problem";
import { headerOf } from "./template-file";

type LooseProblem = {
  readonly code: string;
  readonly column?: string | undefined;
  readonly params?: Readonly<Record<string, string | number | null>> | undefined;
};

/** What the file is of, and whose language its columns are named in. */
export interface WordedFile {
  readonly kind: ImportKindName;
  readonly locale: string;
}

/** Parameters that name columns of the format, and not what stands in a cell. */
const columnParams: ReadonlySet<string> = new Set(["other", "start", "columns"]);

/** The reason in the reader's language, with the column it is about in front, as a file of that language calls it. */
export function wordProblem(t: TFunction, problem: Problem | LooseProblem, file: WordedFile): string {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(problem.params ?? {}))
    params[name] = columnParams.has(name) ? wordColumns(String(value), file) : (value ?? "…");
  if (problem.code === "otherKind")
    params["kind"] = t(`exchange.kind.${String(params["kind"])}` as "exchange.kind.revenue");
  const text: string = t(`exchange.reason.${problem.code}` as "exchange.reason.empty", params);
  return problem.column ? `${wordColumns(problem.column, file)}: ${text}` : text;
}

/** One column or several; a name that is none of the kind's stays as it is. */
function wordColumns(names: string, { kind, locale }: WordedFile): string {
  return names
    .split(", ")
    .map((name) => {
      const column = importKinds[kind].columns.find((each) => each.name === name);
      return column ? headerOf(column, locale) : name;
    })
    .join(", ");
}
