/** docs/import-files.md says of every kind what the importer takes: the same columns, required ones, words and limits. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { importKinds } from "./import-kinds";
import { importKindNames } from "./kind";

const text = readFileSync(path.resolve("docs/import-files.md"), "utf8");
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")).trim(), section] as const),
);

/** Column → what stands beside it, of a kind's table. */
function columnsOf(kind: string): Map<string, { isRequired: boolean; holds: string }> {
  const rows = (sections.get(kind) ?? "").matchAll(/^\| `(\w+)`( \*)? \|(.*)\|$/gm);
  return new Map(
    [...rows].map(([, name = "", mark, holds = ""]) => [name, { isRequired: mark !== undefined, holds }]),
  );
}

it("has the kinds in the order in which they are imported", () => {
  expect([...sections.keys()]).toEqual([...importKindNames]);
});

describe.each(importKindNames)("%s", (name) => {
  const documented = columnsOf(name);
  const { columns } = importKinds[name];

  it("has the same columns, required ones marked", () => {
    expect([...documented].map(([column, { isRequired }]) => [column, isRequired])).toEqual(
      columns.map((column) => [column.name, column.isRequired]),
    );
  });

  it("has every word of a choice", () => {
    for (const column of columns) {
      if (column.type.is !== "choice") continue;
      const holds = documented.get(column.name)?.holds ?? "";
      for (const word of Object.keys(column.type.words)) expect(holds).toContain(word);
    }
  });
});
