import { open, stat } from "node:fs/promises";
import { decodeText } from "../csv/decode-text";
import { detectDelimiter, splitHeader } from "../csv/detect-delimiter";
import type { ImportKind, ImportKindName } from "../kinds/kind";
import { countKnownHeaders, matchHeaders, recogniseOtherKind } from "../kinds/match-headers";
import { FileProblem, type Problem, quoted } from "../problem";
import type { ImportOptions } from "./import-options";

const headBytes = 65_536;

export interface FileHead {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** For each header the column it stands for, or null. */
  readonly columns: readonly (string | null)[];
  readonly missing: readonly string[];
  readonly otherKind: ImportKindName | null;
  readonly fileBytes: number;
  /** Why the header keeps the rows from being read. */
  readonly problem: Problem | null;
}

/** Looks at the first row: what separates the columns, and which of them are known? */
export async function inspectFile(
  filePath: string,
  kind: ImportKind,
  options: ImportOptions,
): Promise<FileHead> {
  const { size } = await stat(filePath);
  const head = await readHead(filePath);
  if (head.trim() === "") throw new FileProblem({ code: "empty" });
  const delimiter = detectDelimiter(head, (cells) => countKnownHeaders(kind, cells));
  const header = splitHeader(head, delimiter);
  const choices = options.headers ?? {};
  const match = matchHeaders(kind, header, choices);
  const isMapped = Object.keys(choices).length > 0;
  const otherKind = isMapped ? null : recogniseOtherKind(kind, header);
  return {
    delimiter,
    header,
    columns: match.columns,
    missing: match.missing,
    otherKind,
    fileBytes: size,
    problem: headerProblem(header, match, otherKind),
  };
}

function headerProblem(
  header: readonly string[],
  match: ReturnType<typeof matchHeaders>,
  otherKind: ImportKindName | null,
): Problem | null {
  if (otherKind) return { code: "otherKind", params: { kind: otherKind } };
  const doubled = match.doubled[0];
  if (doubled)
    return {
      code: "doubledHeader",
      column: doubled.column,
      params: { headers: doubled.headers.map(quoted).join(", ") },
    };
  const named = header.filter((cell) => cell !== "");
  const repeated = named.find((cell, index) => named.indexOf(cell) !== index);
  if (repeated && match.columns.some((column) => column !== null) && match.missing.length === 0)
    return { code: "repeatedHeader", params: { header: quoted(repeated) } };
  if (match.columns.every((column) => column === null))
    return { code: "noHeader", params: { found: quoted(named.slice(0, 8).join(" · ")) } };
  return match.missing.length > 0
    ? { code: "missingColumns", params: { columns: match.missing.join(", ") } }
    : null;
}

async function readHead(filePath: string): Promise<string> {
  const file = await open(filePath);
  try {
    const buffer = Buffer.alloc(headBytes);
    const { bytesRead } = await file.read(buffer, 0, headBytes, 0);
    // The piece may end inside a character, so its last line is left out where there is another.
    const whole = bytesRead < headBytes ? bytesRead : buffer.lastIndexOf(10) + 1 || bytesRead - 4;
    let text = "";
    for await (const piece of decodeText([buffer.subarray(0, whole)])) text += piece;
    return text;
  } finally {
    await file.close();
  }
}
