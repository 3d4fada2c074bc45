import { RecordSplitter } from "./split-records";

const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/** The header's cells by each delimiter; the caller, who knows the headers, picks the one that reads best. */
export function splitHeader(head: string, delimiter: string): string[] {
  let header: string[] = [];
  const splitter = new RecordSplitter(delimiter, (cells) => {
    if (header.length === 0) header = cells;
  });
  try {
    splitter.push(head);
    splitter.end();
  } catch {
    // The head may stop in the middle of a quoted field; the header is complete by then.
  }
  return header.map((cell) => cell.trim());
}

/** The delimiter whose cells are recognised most; the more cells where none are. */
export function detectDelimiter(head: string, countKnown: (cells: readonly string[]) => number): Delimiter {
  let best: Delimiter = ",";
  let bestScore = -1;
  for (const delimiter of delimiters) {
    const cells = splitHeader(head, delimiter);
    const score = countKnown(cells) * 1_000 + Math.min(cells.length, 999);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
