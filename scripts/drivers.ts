/**
 * `npm run drivers -- [--spec NAME …] [--json] [--data .data]`: prints what every analysis says about today's data. The
 * stored run where it is up to date, else one computed now and stored, so that pages show the same.
 */
import { connectSql } from "../app/db/sql.server";
import { isDatabaseAway } from "../app/http/answering.server";
import { isAppError } from "../app/kernel/app-error";
import { readRunResults } from "../app/modules/linkage/drivers/runs/run-results.server";
import { fitInThread } from "./drivers/fit-in-thread";
import { readArguments } from "./drivers/options";
import { presentRun } from "./drivers/present-run";
import { toDocument, toText } from "./drivers/report";
import { shownResults } from "./drivers/shown-results";
import { createProgressBar } from "./serve/progress-bar";
import { reachDatabase } from "./serve/reach-database";

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2));
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => stopping.abort(new Error("Stopped")));
  const database = await reachDatabase(args.dataFolder);
  const sql = connectSql(database.url, { max: 2 });
  try {
    const showProgress = createProgressBar("Computing drivers", process.stderr);
    const run = await presentRun({
      sql,
      fit: fitInThread(database.url),
      signal: stopping.signal,
      onProgress: (done, spec) => showProgress(done, spec ?? ""),
    });
    const all = shownResults(await readRunResults(run.id, sql));
    const results = args.specs.length === 0 ? all : all.filter((result) => args.specs.includes(result.spec));
    await print(args.isJson ? JSON.stringify(toDocument(run, results, all)) : toText(run, results));
  } finally {
    await sql.end({ timeout: 5 });
    await database.close();
  }
}

/** Whole before the process ends, also into a pipe. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) =>
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve())),
  );
}

// Whoever reads only the beginning has had enough.
process.stdout.on("error", () => process.exit(0));

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    if (isAppError(error)) console.error(error.message);
    else if (isDatabaseAway(error)) console.error("The database went away.");
    else if ((error as Error).message === "Stopped") console.error("Stopped; nothing was stored.");
    else console.error(error);
    process.exit(1);
  });
