/** One pass over all declared analyses: waiting → running → finished or failed. */
export type DriverRunStatus = "waiting" | "running" | "finished" | "failed";

export interface DriverRun {
  readonly id: string;
  readonly status: DriverRunStatus;
  readonly asOf: string;
  /** What the panel was when the run read it; see panelStamp. */
  readonly dataStamp: string;
  readonly codeVersion: string;
  /** 0–1 */
  readonly progress: number;
  readonly currentSpec: string | null;
  /** One of `runErrors`, or the failure's own words. */
  readonly error: string | null;
  readonly requestedBy: string | null;
  readonly accountMonths: number | null;
  /** ISO instants. While it waits, `startedAt` is when it was asked for. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly heartbeatAt: string;
}

/** Failures that have words of their own: i18n `driverRuns.error.*`. */
export const runErrors = ["out_of_memory", "fell_silent"] as const;
export type RunError = (typeof runErrors)[number];

export function isRunError(error: string): error is RunError {
  return (runErrors as readonly string[]).includes(error);
}

/** A running run that says nothing for so long has lost its process. */
export const silentAfterSeconds = 60;
export const beatEverySeconds = 5;

/** Earlier runs stay to be compared with. */
export const keptRuns = 10;
