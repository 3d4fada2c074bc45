import type { ImportKindName } from "../kinds/kind";
import type { RunState } from "./import-options";

export type RunStatus = "waiting" | "running" | "checked" | "applied" | "refused" | "failed" | "undone";

/** What the list says of one import; read = created + updated + unchanged + failed. */
export interface ListedRun {
  readonly id: string;
  readonly kind: ImportKindName;
  readonly fileName: string;
  readonly status: RunStatus;
  readonly readRows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly actorName: string;
  readonly startedAt: Date;
}

export interface ImportRun extends ListedRun {
  readonly finishedAt: Date | null;
  readonly state: RunState;
}
