import type { DriverRun } from "./driver-run";

/** What a reader is told about the runs: `<RunStatus>` shows it, `/drivers/status` gives it. */
export interface RunState {
  readonly finished: Pick<DriverRun, "id" | "asOf" | "finishedAt" | "accountMonths"> | null;
  /** The panel changed since that run. Another version of the program brings a new run by itself and is not worth a word. */
  readonly isBehind: boolean;
  readonly active: {
    readonly status: "waiting" | "running";
    readonly progress: number;
    readonly currentSpec: string | null;
    readonly requestedBy: string | null;
    /** It waits for longer than anything lets it: nothing computes on this database. */
    readonly isStuck: boolean;
  } | null;
  /** The latest run, where it failed and none is under way; one of `runErrors` or the failure's own words. */
  readonly failure: { readonly error: string; readonly at: string | null } | null;
}
