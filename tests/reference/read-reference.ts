import { readFileSync } from "node:fs";

/** One of R's printed answers in this folder; loose on purpose, since the files differ in shape. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is the file's.
export function readReference(name: string): any {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8"));
}

/** Columns of a CSV file of numbers in this folder, by their header. */
export function readNumbers(name: string): Record<string, number[]> {
  const [header = "", ...rows] = readFileSync(new URL(`./${name}.csv`, import.meta.url), "utf8")
    .trim()
    .split(/\r?\n/);
  const cells = rows.map((row) => row.split(",").map(Number));
  return Object.fromEntries(header.split(",").map((column, j) => [column, cells.map((row) => row[j]!)]));
}

/** The largest |got − want|/|want| over two columns, `floor` being an absolute error that counts as none; NaN counts as infinite. */
export function worstRelativeError(got: ArrayLike<number>, want: ArrayLike<number>, floor = 0): number {
  if (got.length !== want.length) return Infinity;
  let worst = 0;
  for (let i = 0; i < want.length; i++) {
    const error = Math.abs(got[i]! - want[i]!);
    if (got[i] === want[i] || error <= floor) continue;
    const relative = error / Math.abs(want[i]!);
    worst = Math.max(worst, Number.isNaN(relative) ? Infinity : relative);
  }
  return worst;
}
