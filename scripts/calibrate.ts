/**
 * `npm run calibrate -- [--companies 40] [--size small|medium] [--seed 1] [--null] [--direct] [--parallel 2] [--json]`: takes
 * generated companies of fixed seeds through import files, panel and drivers, and prints how the estimates lie around what
 * was planted, naive estimates beside ours. With --null nothing is planted, and whatever is found is false.
 */
import { fork } from "node:child_process";
import path from "node:path";
import { isAppError } from "../app/kernel/app-error";
import { falseDiscoveryRate } from "../app/modules/linkage/drivers/specs";
import type { CompanyOrder } from "./calibrate/company";
import { type CalibrateOptions, readOptions } from "./calibrate/options";
import type { CompanyOutcome } from "./calibrate/outcome";
import { toDocument, toText } from "./calibrate/report";
import { openScratchDatabases, type ScratchDatabases } from "./calibrate/scratch-databases";
import { summarise } from "./calibrate/summarise";
import { createProgressBar } from "./serve/progress-bar";

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => stopping.abort(new Error("Stopped")));
  const scratch = await openScratchDatabases();
  try {
    const companies = await runCompanies(options, scratch, stopping.signal);
    const summary = summarise(companies, falseDiscoveryRate);
    const parts = [options, companies, summary, falseDiscoveryRate] as const;
    console.log(options.isJson ? JSON.stringify(toDocument(...parts)) : toText(...parts));
  } finally {
    await scratch.remove();
  }
}

/** So many at a time, each in a process and databases of its own; in the order of their seeds. */
async function runCompanies(
  options: CalibrateOptions,
  scratch: ScratchDatabases,
  signal: AbortSignal,
): Promise<CompanyOutcome[]> {
  const showProgress = createProgressBar("Companies", process.stderr);
  const outcomes: CompanyOutcome[] = [];
  let next = 0;
  const runner = async () => {
    while (next < options.companies) {
      signal.throwIfAborted();
      const index = next++;
      outcomes[index] = await runCompany(options, scratch, options.seed + index, signal);
      const done = outcomes.filter(Boolean).length;
      showProgress(done / options.companies, `${done} of ${options.companies}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.parallel, options.companies) }, runner));
  return outcomes;
}

function runCompany(
  { size, isNull, isDirect }: CalibrateOptions,
  scratch: ScratchDatabases,
  seed: number,
  signal: AbortSignal,
): Promise<CompanyOutcome> {
  const filesFolder = path.join(scratch.folder, `files-${seed}`);
  return scratch.use(`company_${seed}`, (url) => {
    const order = { seed, size, isNull, filesFolder };
    if (isDirect) return inProcess(url, { ...order, sourceUrl: null }, signal);
    return scratch.use(`source_${seed}`, (sourceUrl) => inProcess(url, { ...order, sourceUrl }, signal));
  });
}

function inProcess(url: string, order: CompanyOrder, signal: AbortSignal): Promise<CompanyOutcome> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, "calibrate/company.ts"), [JSON.stringify(order)], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, DATABASE_URL: url, NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      signal,
    });
    let outcome: CompanyOutcome | undefined;
    child.on("message", (message) => {
      outcome = message as CompanyOutcome;
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (outcome) resolve(outcome);
      else reject(new Error(`The company of seed ${order.seed} ended with code ${code} and no outcome`));
    });
  });
}

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    if (isAppError(error)) console.error(error.message);
    else if ((error as Error).name === "AbortError" || (error as Error).message === "Stopped")
      console.error("Stopped; the scratch databases are gone.");
    else console.error(error);
    process.exit(1);
  });
