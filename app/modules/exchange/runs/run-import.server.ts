import type { SqlTransaction } from "~/db/sql.server";
import { sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import type { ImportKind } from "../kinds/kind";
import { type TableNames, tableNames } from "../merge/target";
import { FileProblem, isFileProblem, type Problem } from "../problem";
import { type CellContext, ConventionNeeded } from "../values/compile-cell";
import type { Question } from "../values/weigh-file";
import { checkStaged } from "./check-staged.server";
import { decideReading } from "./decide-reading.server";
import { type Heartbeat, startHeartbeat } from "./heartbeat.server";
import type { ImportOptions, RunState } from "./import-options";
import { type FileHead, inspectFile } from "./inspect-file.server";
import { stageFile } from "./stage-file.server";
import { gatherFailures, storeFailures } from "./store-failures.server";
import { writeStaged } from "./write-staged.server";

export interface ImportRequest {
  readonly runId: string;
  readonly kind: ImportKind;
  readonly filePath: string;
  readonly fileName: string;
  readonly options: ImportOptions;
  readonly isDryRun: boolean;
}

export interface Counts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

export type ImportStatus = "checked" | "applied" | "refused" | "waiting" | "failed";

export interface ImportResult {
  readonly status: ImportStatus;
  readonly counts: Counts;
  readonly questions: readonly Question[];
  readonly problem: Problem | null;
}

const noCounts: Counts = { read: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };

/**
 * Checks every row of a file and, unless it is a dry run, writes them: all in one transaction, so that whatever ends it
 * early leaves nothing behind. The run's own row tells how it went, also when it went wrong.
 */
export async function runImport(
  scope: Scope<"import.people" | "import.customers">,
  request: ImportRequest,
): Promise<ImportResult> {
  if (scope.capability !== request.kind.capability) throw new AppError("not_found", "No grant for this kind");
  const startedAt = performance.now();
  const heartbeat = startHeartbeat(request.runId);
  const seconds = () => Math.round((performance.now() - startedAt) / 10) / 100;
  let head: FileHead | null = null;
  try {
    head = await inspectFile(request.filePath, request.kind, request.options);
    if (head.problem) return await closeRun(request, heartbeat, head, { problem: head.problem });
    return await readAndWrite(scope, request, head, heartbeat, seconds);
  } catch (error) {
    if (isFileProblem(error)) return await closeRun(request, heartbeat, head, { problem: error.problem });
    const problem = problemOfDatabase(error);
    await closeRun(request, heartbeat, head, { problem: problem ?? { code: "unexpected" } }).catch(() => {});
    if (problem) return { status: "failed", counts: noCounts, questions: [], problem };
    throw error;
  } finally {
    await heartbeat.stop();
  }
}

async function readAndWrite(
  scope: Scope,
  request: ImportRequest,
  head: FileHead,
  heartbeat: Heartbeat,
  seconds: () => number,
): Promise<ImportResult> {
  const { options, filePath, kind } = request;
  const context = await readingContext(options);
  const attempt = (given: CellContext) =>
    sql().begin((tx) =>
      importInTransaction(tx as SqlTransaction, scope, request, head, given, heartbeat, seconds),
    ) as Promise<ImportResult>;
  try {
    return await attempt(context);
  } catch (error) {
    if (!(error instanceof ConventionNeeded)) throw error;
    const decision = await decideReading(filePath, kind, head, options);
    if (decision.questions.length > 0)
      return await closeRun(request, heartbeat, head, { questions: decision.questions });
    return await attempt({
      ...context,
      conventions: { dates: decision.dates, decimal: decision.decimal },
      assumed: { dates: false, decimal: false },
    });
  }
}

/** Until a value says otherwise, a file is taken to write ISO days and decimal points. */
async function readingContext(options: ImportOptions): Promise<CellContext> {
  const company = await companyToday(sql());
  const rates = await sql()<{ currency: string }[]>`select distinct currency from exchange_rates`;
  return {
    conventions: { dates: options.dates ?? "iso", decimal: options.decimal ?? "point" },
    assumed: { dates: options.dates === undefined, decimal: options.decimal === undefined },
    timeZone: company.timeZone,
    reportingCurrency: company.reportingCurrency,
    ratedCurrencies: new Set(rates.map((rate) => rate.currency)),
  };
}

async function importInTransaction(
  tx: SqlTransaction,
  scope: Scope,
  request: ImportRequest,
  head: FileHead,
  context: CellContext,
  heartbeat: Heartbeat,
  seconds: () => number,
): Promise<ImportResult> {
  const { kind, runId, isDryRun, options } = request;
  const names = tableNames(runId);
  const failedTable = `${names.problems}_by_row`;
  await tx`select set_config('TimeZone', ${context.timeZone}, true), set_config('work_mem', '128MB', true),
                  set_config('jit', 'off', true), set_config('default_statistics_target', '20', true),
                  set_config('parallel_setup_cost', '100', true), set_config('parallel_tuple_cost', '0.01', true)`;
  // One import writes at a time: two would not see each other's rows and both create them.
  if (!isDryRun) await tx`select pg_advisory_xact_lock(hashtext('relata import'))`;
  const staged = await stageFile(tx, {
    filePath: request.filePath,
    kind,
    head,
    context,
    names,
    onProgress: (rows) => {
      heartbeat.rows = rows;
    },
  });
  if (staged.rows === 0) throw new FileProblem({ code: "headerOnly" });

  heartbeat.phase = "checking";
  await checkStaged(tx, { kind, staged: staged.columns, names, runId });
  for (const statement of gatherFailures(names, failedTable)) await tx.unsafe(statement);
  const counts = await countRows(tx, names, failedTable, staged.rows);
  await tx`delete from import_failures where run_id = ${runId}`;
  if (counts.failed > 0) await storeFailures(tx, runId, request.filePath, head, failedTable);

  const isWritten = !isDryRun && (counts.failed === 0 || (options.skipFailed ?? false));
  const status: ImportStatus = isDryRun ? "checked" : isWritten ? "applied" : "refused";
  if (isWritten) {
    heartbeat.phase = "writing";
    await writeStaged(tx, { kind, staged: staged.columns, names, runId, failedTable, counts });
  }
  await dropTables(tx, kind, names, failedTable);
  await heartbeat.stop();
  const state: RunState = {
    ...stateOf(options, head),
    readBy: context.conventions,
    seconds: seconds(),
  };
  await saveResult(tx, runId, status, counts, state, staged.sha256);
  await recordAudit(tx, scope.actor, {
    action: `import.${status === "applied" ? "apply" : status === "checked" ? "check" : "refuse"}`,
    subjectType: "import",
    subjectId: runId,
    subjectName: request.fileName,
    detail: { kind: kind.name, ...counts },
  });
  return { status, counts, questions: [], problem: null };
}

async function countRows(
  tx: SqlTransaction,
  names: TableNames,
  failedTable: string,
  read: number,
): Promise<Counts> {
  const [row] = await tx.unsafe<{ failed: number; created: number; updated: number; unchanged: number }[]>(`
    select (select count(*)::int from ${failedTable}) as failed,
           count(*) filter (where existing_id is null)::int as created,
           count(*) filter (where existing_id is not null and (is_changed or is_touched))::int as updated,
           count(*) filter (where existing_id is not null and not (is_changed or is_touched))::int as unchanged
    from ${names.rows} p where not exists (select 1 from ${failedTable} f where f.row_no = p.row_no)`);
  return {
    read,
    created: row?.created ?? 0,
    updated: row?.updated ?? 0,
    unchanged: row?.unchanged ?? 0,
    failed: row?.failed ?? 0,
  };
}

async function dropTables(
  tx: SqlTransaction,
  kind: ImportKind,
  names: TableNames,
  failedTable: string,
): Promise<void> {
  const references = kind.columns
    .filter((column) => column.type.is === "reference")
    .map((column) => names.reference(column.name));
  const tables = [
    names.stage,
    names.rows,
    names.problems,
    names.repeats,
    names.spells,
    failedTable,
    ...references,
  ];
  await tx.unsafe(`drop table if exists ${tables.join(", ")}`);
}

function stateOf(options: ImportOptions, head: FileHead | null): RunState {
  return {
    ...options,
    ...(head && {
      header: [...head.header],
      columns: [...head.columns],
      missing: [...head.missing],
      delimiter: head.delimiter,
      fileBytes: head.fileBytes,
      ...(head.otherKind && { otherKind: head.otherKind }),
    }),
  };
}

/** Ends a run whose rows could not be judged: it waits for an answer, or has failed. */
async function closeRun(
  request: ImportRequest,
  heartbeat: Heartbeat,
  head: FileHead | null,
  { problem, questions = [] }: { problem?: Problem; questions?: readonly Question[] },
): Promise<ImportResult> {
  await heartbeat.stop();
  const status: ImportStatus = problem ? "failed" : "waiting";
  const state: RunState = {
    ...stateOf(request.options, head),
    ...(problem && { problem: { ...problem, params: { ...problem.params } } }),
    ...(questions.length > 0 && { questions: [...questions] }),
  };
  await sql().begin(async (tx) => {
    await tx`delete from import_failures where run_id = ${request.runId}`;
    await saveResult(tx as SqlTransaction, request.runId, status, noCounts, state, null);
  });
  return { status, counts: noCounts, questions, problem: problem ?? null };
}

async function saveResult(
  tx: SqlTransaction,
  runId: string,
  status: ImportStatus,
  counts: Counts,
  state: RunState,
  sha256: string | null,
): Promise<void> {
  await tx`
    update import_runs set status = ${status}, read_rows = ${counts.read}, created = ${counts.created},
           updated = ${counts.updated}, unchanged = ${counts.unchanged}, failed = ${counts.failed},
           file_sha256 = coalesce(${sha256}, file_sha256), finished_at = now(),
           options = jsonb_strip_nulls(jsonb_build_object('storedAs', options->'storedAs'))
                     || ${tx.json(state as never)}
    where id = ${runId}`;
}

/** What the database itself refused although every check passed: somebody wrote the same rows meanwhile. */
function problemOfDatabase(error: unknown): Problem | null {
  const { code, constraint_name: constraint } = error as { code?: string; constraint_name?: string };
  return code?.startsWith("23") ? { code: "constraint", params: { constraint: constraint ?? "" } } : null;
}
