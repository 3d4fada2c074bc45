import { FileProblem, type Problem } from "../problem";

/** A record longer than this is no table, or a quotation mark that was never closed. */
const maximumRecordCharacters = 8_000_000;

/**
 * Called once a record; `rowNumber` counts as a spreadsheet does, the header being row 1. `problem` is set where the
 * quoting is broken, but the record's end is still certain.
 */
export type OnRecord = (cells: string[], rowNumber: number, problem: Problem | null) => void;

/**
 * Splits text that arrives in pieces into records, quotes and embedded line ends included. Most lines of most files
 * hold no quotation mark and are split by the engine; only the others are walked.
 */
export class RecordSplitter {
  #carry = "";
  #rowNumber = 0;
  #newline = "";
  readonly #delimiter: string;
  readonly #onRecord: OnRecord;

  constructor(delimiter: string, onRecord: OnRecord) {
    this.#delimiter = delimiter;
    this.#onRecord = onRecord;
  }

  push(text: string): void {
    this.#newline ||= newlineOf(text);
    this.#split(this.#carry + text, false);
    if (this.#carry.length > maximumRecordCharacters) this.#refuseCarry();
  }

  end(): void {
    const rest = this.#carry;
    this.#carry = "";
    if (rest) this.#split(rest, true);
    if (this.#carry) this.#refuseCarry();
  }

  #refuseCarry(): never {
    const code = this.#carry.includes('"') ? "unclosedQuote" : "recordTooLong";
    throw new FileProblem({ code, params: { row: this.#rowNumber + 1 } });
  }

  #split(buffer: string, isLast: boolean): void {
    const newline = this.#newline || "\n";
    let at = 0;
    let quote = buffer.indexOf('"');
    while (at < buffer.length) {
      const lineEnd = buffer.indexOf(newline, at);
      if (quote >= 0 && quote < at) quote = buffer.indexOf('"', at);
      if (quote >= 0 && (lineEnd < 0 || quote < lineEnd)) {
        const next = this.#quotedRecord(buffer, at, newline, isLast);
        if (next < 0) break;
        at = next;
        continue;
      }
      if (lineEnd < 0 && !isLast) break;
      const end = lineEnd < 0 ? buffer.length : lineEnd;
      const line = buffer.slice(at, end > at && buffer.charCodeAt(end - 1) === 13 ? end - 1 : end);
      this.#emit(line.split(this.#delimiter), null);
      at = end + 1;
    }
    this.#carry = at < buffer.length ? buffer.slice(at) : "";
  }

  /** Walks one record that holds a quotation mark; gives where the next begins, or -1 when its end is not there yet. */
  #quotedRecord(buffer: string, start: number, newline: string, isLast: boolean): number {
    const cells: string[] = [];
    let problem: Problem | null = null;
    let at = start;
    for (;;) {
      let cell = "";
      if (buffer.charCodeAt(at) === 34) {
        const closing = closingQuote(buffer, at, isLast);
        if (closing < 0) return -1;
        cell = buffer.slice(at + 1, closing).replaceAll('""', '"');
        at = closing + 1;
      }
      const end = fieldEnd(buffer, at, this.#delimiter, newline);
      if (end === buffer.length && !isLast) return -1;
      const tail = buffer.slice(at, buffer.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end);
      if (cell && tail.trim()) problem = { code: "strayQuote", params: { value: tail.trim().slice(0, 20) } };
      cells.push(cell + tail);
      at = end + 1;
      if (end >= buffer.length || buffer.startsWith(newline, end)) break;
    }
    this.#emit(cells, problem);
    return at;
  }

  #emit(cells: string[], problem: Problem | null): void {
    this.#rowNumber += 1;
    if (cells.length === 1 && cells[0] === "") return;
    this.#onRecord(cells, this.#rowNumber, problem);
  }
}

/** Old files end their lines with CR alone. */
function newlineOf(text: string): string {
  if (text.includes("\n")) return "\n";
  return /\r./s.test(text) ? "\r" : "";
}

/** Where the quoted field that begins at `open` closes; -1 when that is not certain yet. */
function closingQuote(buffer: string, open: number, isLast: boolean): number {
  let at = buffer.indexOf('"', open + 1);
  while (at >= 0) {
    if (at + 1 === buffer.length) return isLast ? at : -1;
    if (buffer.charCodeAt(at + 1) !== 34) return at;
    at = buffer.indexOf('"', at + 2);
  }
  return -1;
}

function fieldEnd(buffer: string, from: number, delimiter: string, newline: string): number {
  for (let at = from; at < buffer.length; at++) {
    const character = buffer[at];
    if (character === delimiter || character === newline) return at;
  }
  return buffer.length;
}
