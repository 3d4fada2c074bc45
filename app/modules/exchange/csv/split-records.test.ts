import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { isFileProblem, type Problem } from "../problem";
import { RecordSplitter } from "./split-records";

function split(text: string, { delimiter = ",", size = 1_000_000 } = {}) {
  const records: string[][] = [];
  const problems: [number, Problem][] = [];
  const splitter = new RecordSplitter(delimiter, (cells, row, problem) => {
    records.push(cells);
    if (problem) problems.push([row, problem]);
  });
  for (let at = 0; at < text.length; at += size) splitter.push(text.slice(at, at + size));
  splitter.end();
  return { records, problems };
}

describe("RecordSplitter", () => {
  it("reads quotes, doubled quotes, embedded line ends and all three line endings", () => {
    expect(split('a,b\r\n"x, ""y""","two\nlines"\nlast,row').records).toEqual([
      ["a", "b"],
      ['x, "y"', "two\nlines"],
      ["last", "row"],
    ]);
    expect(split("a,b\r1,2\r3,4").records).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("counts rows as a spreadsheet does: a blank line is a row, a quoted line end is none", () => {
    const rows: number[] = [];
    const splitter = new RecordSplitter(",", (_, row) => rows.push(row));
    splitter.push('h\n\n"a\nb"\nc\n');
    splitter.end();
    expect(rows).toEqual([1, 3, 4]);
  });

  it("says which row holds text after a closing quote, and goes on", () => {
    const { records, problems } = split('a,b\n"x"y,2\n3,4\n');
    expect(problems).toEqual([[2, { code: "strayQuote", params: { value: "y" } }]]);
    expect(records[2]).toEqual(["3", "4"]);
  });

  it("names the row in which a quote was opened and never closed", () => {
    let thrown: unknown;
    try {
      split('a,b\n1,2\n"open,3\n4,5\n');
    } catch (error) {
      thrown = error;
    }
    expect(isFileProblem(thrown) && thrown.problem).toEqual({ code: "unclosedQuote", params: { row: 3 } });
  });

  it("takes a megabyte in one field", () => {
    const big = `"${"x,\n".repeat(350_000)}"`;
    const { records } = split(`a,b\n${big},2\n`, { size: 65_536 });
    expect(records[1]?.[0]).toHaveLength(1_050_000);
    expect(records[1]?.[1]).toBe("2");
  });

  it("agrees with csv-parse on 400 random files, cut into pieces of every size", () => {
    let seed = 7;
    const random = (limit: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * limit);
    };
    const pieces = ["a", "", "x y", '"', ",", "\n", "客户", "1.5", ";", "\t"];
    for (let file = 0; file < 400; file++) {
      const rows = Array.from({ length: 1 + random(6) }, () =>
        Array.from({ length: 2 + random(3) }, () =>
          Array.from({ length: random(4) }, () => pieces[random(pieces.length)]).join(""),
        ),
      );
      const newline = random(2) ? "\n" : "\r\n";
      const text = rows
        .map((row) =>
          row
            .map((cell) =>
              /[",;\n\t]/.test(cell) || random(3) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell,
            )
            .join(","),
        )
        .join(newline);
      const expected: string[][] = parse(text, { relax_column_count: true });
      for (const size of [1, 2, 3, 7, 1000]) expect(split(text, { size }).records).toEqual(expected);
    }
  });
});
