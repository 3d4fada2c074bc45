/** Why a row or a whole file cannot be taken, in a form that can be stored and worded later in the reader's language. */
export interface Problem {
  /** Key below `exchange.reason`. */
  readonly code: string;
  /** Column of the import format, where one is to blame. */
  readonly column?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The file as a whole is refused: nothing in it was judged row by row. */
export class FileProblem extends Error {
  override readonly name = "FileProblem";
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export function isFileProblem(error: unknown): error is FileProblem {
  return error instanceof Error && error.name === "FileProblem" && "problem" in error;
}

/** How much of an offending value is quoted back. */
const quotedCharacters = 60;

export function quoted(value: string): string {
  const oneLine = value.replace(/\s+/g, " ").replaceAll("\0", "␀");
  return oneLine.length > quotedCharacters ? `${oneLine.slice(0, quotedCharacters)}…` : oneLine;
}
