import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { TFunction } from "i18next";
import { failedRowsCsv } from "../../app/modules/exchange/runs/failed-rows-csv.server";
import { listFailures } from "../../app/modules/exchange/runs/list-failures.server";
import type { ImportResult } from "../../app/modules/exchange/runs/run-import.server";
import { wordProblem } from "../../app/modules/exchange/word-problem";
import type { ImportArguments } from "./options";

const shownFailures = 20;
const jsonFailures = 1_000;

export interface Finished {
  readonly result: ImportResult;
  readonly runId: string;
  readonly seconds: number;
  readonly header: readonly string[];
}

/** 0 when all went in or nothing had to, 1 where rows failed, 2 where the file could not be judged. */
export function exitCodeOf({ result }: Finished): number {
  if (result.status === "failed" || result.status === "waiting") return 2;
  return result.counts.failed > 0 ? 1 : 0;
}

export async function reportInWords(args: ImportArguments, finished: Finished, t: TFunction): Promise<void> {
  const { result, runId, seconds } = finished;
  const { counts, problem, questions, status } = result;
  if (problem) console.error(`${args.file}: ${wordProblem(t, problem, args)}`);
  if (problem?.code === "otherKind")
    console.error(t("exchange.cli.tryKind", { kind: String(problem.params?.["kind"]), file: args.file }));
  for (const question of questions) {
    const about = question.row > 0 ? question.about : (`${question.about}Both` as const);
    console.error(`${args.file}: ${t(`exchange.run.question.${about}`, { ...question })}`);
    console.error(t(`exchange.cli.${question.about}`));
  }
  if (problem || questions.length > 0) {
    console.error(t("exchange.cli.nothingWritten"));
    return;
  }
  const number = (value: number) => value.toLocaleString("en");
  console.log(
    t("exchange.cli.read", {
      file: args.file,
      read: number(counts.read),
      seconds: seconds.toFixed(1),
      rate: number(Math.round(counts.read / seconds)),
    }),
  );
  const words = {
    created: number(counts.created),
    updated: number(counts.updated),
    unchanged: number(counts.unchanged),
    failed: number(counts.failed),
  };
  console.log(t(status === "applied" ? "exchange.cli.counts" : "exchange.cli.wouldCounts", words));
  if (counts.failed === 0) {
    if (args.isDryRun) console.log(t("exchange.cli.nothingWritten"));
    return;
  }
  for (const row of await listFailures(runId, 0, shownFailures))
    console.error(
      `  ${t("exchange.run.row")} ${row.rowNumber}: ${row.reasons.map((reason) => wordProblem(t, reason, args)).join("; ")}`,
    );
  if (counts.failed > shownFailures)
    console.error(`  ${t("exchange.cli.andMore", { count: counts.failed - shownFailures })}`);
  if (status !== "applied") console.error(t("exchange.cli.nothingWritten"));
  if (status === "refused") console.error(t("exchange.cli.skipHint"));
}

export async function reportAsJson(
  args: ImportArguments,
  { result, runId, seconds }: Finished,
  failedFile: string | null,
  t: TFunction,
): Promise<void> {
  const failures = result.counts.failed > 0 ? await listFailures(runId, 0, jsonFailures) : [];
  console.log(
    JSON.stringify({
      kind: args.kind,
      file: args.file,
      runId,
      dryRun: args.isDryRun,
      status: result.status,
      written: result.status === "applied",
      ...result.counts,
      seconds,
      problem: result.problem && { ...result.problem, message: wordProblem(t, result.problem, args) },
      questions: result.questions,
      failures: failures.map((row) => ({
        row: row.rowNumber,
        reasons: row.reasons.map((reason) => ({ ...reason, message: wordProblem(t, reason, args) })),
      })),
      failedFile,
    }),
  );
}

/** Writes the failed rows beside the file, or where the command line says; gives the path, or null where it cannot. */
export async function writeFailedFile(
  args: ImportArguments,
  { runId, header }: Finished,
  t: TFunction,
): Promise<string | null> {
  const path = args.failedFile ?? `${args.file.replace(/\.csv$/i, "")}.failed.csv`;
  try {
    const out = createWriteStream(path);
    await once(out, "open");
    out.write("\uFEFF");
    for await (const line of failedRowsCsv(runId, header, t, args))
      if (!out.write(line)) await once(out, "drain");
    out.end();
    await once(out, "finish");
    return path;
  } catch {
    return null;
  }
}
