/** R's printed answers in this folder. */
import { readFileSync } from "node:fs";

/** Loose on purpose: the files differ in shape, which each test knows. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is the file's.
export type ReferenceTree = any;

export function readReference(name: string): ReferenceTree {
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
