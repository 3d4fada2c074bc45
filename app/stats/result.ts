/** The shapes every estimate in this library comes back in. Nothing here is rounded or worded for people. */

export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** Coverage aimed at, in (0, 1); 0.95 unless said. */
  readonly level: number;
}

export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** Infinity where the reference distribution is the normal. */
  readonly degreesOfFreedom: number;
  readonly n: number;
  /** Names the method in the field's words, for example "wilson" or "CR1 cluster-robust". */
  readonly method: string;
  readonly warnings: readonly string[];
}

/** Why a question has no answer in these data. The caller words it; the reason is stable. */
export type RefusalReason =
  | "no-base"
  | "too-few-observations"
  | "rank-deficient"
  | "separated"
  | "no-events"
  | "too-few-clusters"
  | "no-variation"
  | "no-comparison-group"
  | "not-converged"
  | "not-identified";

export interface Refusal {
  readonly refused: RefusalReason;
  /** Facts behind the reason, for example the collinear column numbers or the iterations spent. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export function refuse(refused: RefusalReason, detail: Readonly<Record<string, unknown>> = {}): Refusal {
  return { refused, detail };
}

export function isRefusal(result: unknown): result is Refusal {
  return typeof result === "object" && result !== null && "refused" in result;
}
