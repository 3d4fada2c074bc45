import type { ImportKind } from "../kinds/kind";
import { compileWeighing, type Decision, decideConventions } from "../values/weigh-file";
import type { ImportOptions } from "./import-options";
import type { FileHead } from "./inspect-file.server";
import { readRecords } from "./read-records.server";

/** Weighs every value of the file: how does it write its days and amounts, and what must be asked? */
export async function decideReading(
  filePath: string,
  kind: ImportKind,
  head: FileHead,
  options: ImportOptions,
): Promise<Decision> {
  const { evidence, weigh } = compileWeighing(kind, head.columns);
  let isHeader = true;
  await readRecords({
    filePath,
    delimiter: head.delimiter,
    onRecord(cells, row) {
      if (!isHeader) weigh(cells, row);
      isHeader = false;
    },
  });
  return decideConventions(evidence, options);
}
