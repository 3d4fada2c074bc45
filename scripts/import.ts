/** `npm run import -- KIND FILE …`: the same import as on the page, for files of any size and for jobs at night. */
import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { isDatabaseAway } from "../app/http/answering.server";
import { createI18n } from "../app/i18n/instance";
import { isAppError } from "../app/kernel/app-error";
import { readArguments, UsageError, usage } from "./import/options";
import { exitCodeOf, reportAsJson, reportInWords, writeFailedFile } from "./import/report";
import { reachDatabase } from "./serve/reach-database";

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2), process.env);
  const file = await stat(args.file).catch(() => null);
  if (!file) throw new UsageError(`There is no file ${args.file}.`);
  if (!file.isFile()) throw new UsageError(`${args.file} is not a file.`);
  await access(args.file, constants.R_OK).catch(() => {
    throw new UsageError(`${args.file} cannot be read.`);
  });
  const messages =
    args.locale === "zh" ? (await import("../app/i18n/zh")).zh : (await import("../app/i18n/en")).en;
  const { t } = createI18n(args.locale, messages);
  const database = await reachDatabase(args.dataFolder);
  process.env["DATABASE_URL"] = database.url;
  const { closeSql, sql } = await import("../app/db/sql.server");
  try {
    const { commandLineScope } = await import("../app/modules/access/require-scope.server");
    const { importKinds } = await import("../app/modules/exchange/kinds/import-kinds");
    const { createRun } = await import("../app/modules/exchange/runs/create-run.server");
    const { runImport } = await import("../app/modules/exchange/runs/run-import.server");
    const { refreshFigures } = await import("../app/modules/exchange/runs/refresh-figures.server");
    const kind = importKinds[args.kind];
    const scope = commandLineScope(kind.capability);
    const options = { dates: args.dates, decimal: args.decimal, skipFailed: args.skipFailed };
    const fileName = path.basename(args.file);
    const startedAt = performance.now();
    const runId = await createRun(scope, { kind, fileName, state: options });
    const result = await runImport(scope, {
      runId,
      kind,
      filePath: args.file,
      fileName,
      options,
      isDryRun: args.isDryRun,
    });
    const seconds = (performance.now() - startedAt) / 1_000;
    const [run] = await sql()`select options->'header' as header from import_runs where id = ${runId}`;
    const finished = { result, runId, seconds, header: (run?.["header"] ?? []) as string[] };
    const failedFile = result.counts.failed > 0 ? await writeFailedFile(args, finished, t) : null;
    if (args.isJson) await reportAsJson(args, finished, failedFile, t);
    else {
      await reportInWords(args, finished, t);
      if (failedFile) console.error(t("exchange.cli.failedFile", { path: failedFile }));
    }
    if (result.status === "applied" && result.counts.created + result.counts.updated > 0) {
      const refreshStart = performance.now();
      await refreshFigures();
      const took = ((performance.now() - refreshStart) / 1_000).toFixed(1);
      if (!args.isJson) console.log(t("exchange.cli.rollups", { seconds: took }));
    }
    return exitCodeOf(finished);
  } finally {
    await closeSql();
    await database.close();
  }
}

main()
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`);
    else if (isAppError(error)) console.error(error.message);
    else if (isDatabaseAway(error)) console.error("The database went away. Nothing was written.");
    else console.error(error);
    process.exit(2);
  });
