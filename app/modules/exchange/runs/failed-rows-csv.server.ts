import type { TFunction } from "i18next";
import { csvLine } from "../csv-writer";
import { type WordedFile, wordProblem } from "../word-problem";
import { eachFailure } from "./list-failures.server";

/** The failed rows as they stand in the file, with the reason in the last column, ready to be corrected and imported. */
export async function* failedRowsCsv(
  runId: string,
  header: readonly string[],
  t: TFunction,
  file: WordedFile,
): AsyncGenerator<string, void> {
  yield csvLine([...header, t("exchange.reasonColumn")]);
  for await (const { cells, reasons } of eachFailure(runId)) {
    const padded = Array.from(
      { length: Math.max(header.length, cells.length) },
      (_, index) => cells[index] ?? "",
    );
    yield csvLine([...padded, reasons.map((reason) => wordProblem(t, reason, file)).join("; ")]);
  }
}
