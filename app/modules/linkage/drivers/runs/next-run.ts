/** Whether a run is to be computed, and when: decided from what is there, so that any number of processes may decide it. */

interface Computed {
  readonly dataStamp: string;
  readonly codeVersion: string;
}

export interface RunsSeen {
  readonly now: Date;
  readonly present: Computed;
  readonly finished: Computed | null;
  readonly running: Computed | null;
  readonly waiting: (Computed & { readonly queuedAt: Date; readonly isRequested: boolean }) | null;
  /** Since the last finished one, with the present data and code. */
  readonly failures: { readonly count: number; readonly lastAt: Date | null };
}

/** Changes come in swarms, so that a run waits until it was quiet for so long … */
const quietSeconds = 20;
/** … but not longer than this after the first. */
const longestWaitSeconds = 600;
/** After a failure with nothing changed since. Somebody may always ask for a run by hand. */
const retryAfterSeconds = [10, 300];

/** When the next run is to begin; null where nothing needs to be queued. */
export function nextRunAt({ now, present, finished, running, waiting, failures }: RunsSeen): Date | null {
  const isPresent = (run: Computed | null) =>
    run !== null && run.dataStamp === present.dataStamp && run.codeVersion === present.codeVersion;
  const quiet = after(now, quietSeconds);
  if (waiting) {
    if (waiting.isRequested || isPresent(waiting)) return null;
    return earlier(quiet, after(waiting.queuedAt, longestWaitSeconds));
  }
  if (isPresent(finished) || isPresent(running)) return null;
  if (failures.count > 0) {
    const delay = retryAfterSeconds[failures.count - 1];
    return delay === undefined ? null : after(failures.lastAt ?? now, delay);
  }
  return finished || running ? quiet : now;
}

function after(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1_000);
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
