import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { windowBefore } from "../home/window";
import { computeReturnReport } from "./compute-return-report.server";
import { readReturnStamp } from "./read-return-stamp.server";
import { modelVersion, type ReturnReport, type StoredReport } from "./return-report";

type ReportScope = Scope<"roi.read" | "scenarios.write">;

const stampKeptMs = 2_000;
const reportsKept = 5;
let seenStamp: { readonly until: number; readonly stamp: Promise<string> } | null = null;
let kept: Omit<StoredReport, "isBehind"> | null = null;
let underWay: { readonly stamp: string; readonly done: Promise<Omit<StoredReport, "isBehind">> } | null =
  null;

/** The worker beside the server computes reports; what it has not done by then is computed here. */
const workerHasMs = 30_000;
let missing: { readonly stamp: string; readonly since: number } | null = null;

/**
 * The stored report of the present data. Where the data have moved on the last one is shown, marked as behind, while a new
 * one is computed; only a company that never had one waits for it.
 */
export async function getReturnReport(scope: ReportScope): Promise<StoredReport> {
  const stamp = await presentStamp();
  if (kept?.stamp === stamp) return { ...kept, isBehind: false };
  const stored = await readReport(stamp);
  if (stored) {
    kept = stored;
    return { ...stored, isBehind: false };
  }
  const last = await readReport(null);
  if (!last) return { ...(await startComputing(scope, stamp)), isBehind: false };
  if (missing?.stamp !== stamp) missing = { stamp, since: Date.now() };
  else if (Date.now() - missing.since > workerHasMs)
    startComputing(scope, stamp).catch((error: unknown) =>
      console.error("The return report could not be computed", error),
    );
  return { ...last, isBehind: true };
}

/** Computes the report of the present data unless it is there: for the worker, the bench, and tests. */
export async function refreshReturnReport(scope: ReportScope): Promise<StoredReport> {
  seenStamp = null;
  const stamp = await presentStamp();
  const stored = (await readReport(stamp)) ?? (await startComputing(scope, stamp));
  return { ...stored, isBehind: false };
}

function presentStamp(): Promise<string> {
  const now = Date.now();
  if (seenStamp && seenStamp.until > now) return seenStamp.stamp;
  const stamp = companyToday(sql()).then(({ today }) => readReturnStamp(windowBefore(today)));
  seenStamp = { until: now + stampKeptMs, stamp };
  stamp.catch(() => {
    seenStamp = null;
  });
  return stamp;
}

async function readReport(stamp: string | null): Promise<Omit<StoredReport, "isBehind"> | null> {
  const [row] = await sql()<{ stamp: string; report: ReturnReport; computedAt: Date; seconds: number }[]>`
    select stamp, report, computed_at, seconds from return_reports
    where (report->>'modelVersion')::int = ${modelVersion} ${stamp === null ? sql()`` : sql()`and stamp = ${stamp}`} order by computed_at desc limit 1`;
  return row ? { ...row, computedAt: row.computedAt.toISOString() } : null;
}

/** However many ask, one process computes a state of the data once; a second process would store the same figures. */
function startComputing(scope: ReportScope, stamp: string): Promise<Omit<StoredReport, "isBehind">> {
  if (underWay?.stamp === stamp) return underWay.done;
  const done = computeAndStore(scope, stamp).finally(() => {
    if (underWay?.stamp === stamp) underWay = null;
  });
  underWay = { stamp, done };
  return done;
}

async function computeAndStore(scope: ReportScope, stamp: string): Promise<Omit<StoredReport, "isBehind">> {
  const began = performance.now();
  const report = await computeReturnReport(scope);
  const seconds = (performance.now() - began) / 1_000;
  await sql().begin(async (tx) => {
    await tx`insert into return_reports (stamp, report, seconds) values (${stamp}, ${tx.json(report as never)}, ${seconds})
             on conflict (stamp) do update set report = excluded.report, seconds = excluded.seconds, computed_at = now()`;
    await tx`delete from return_reports where stamp not in (
               select stamp from return_reports order by computed_at desc limit ${reportsKept})`;
  });
  kept = { stamp, report, seconds, computedAt: new Date().toISOString() };
  return kept;
}
