import { readChoice } from "~/ui/tables/list-query";
import { type Grade, grades, type Outcome, outcomes } from "../result";

/** What the URL of the drivers page asks for. */
export interface ForestFilters {
  readonly outcome: Outcome | null;
  readonly grade: Grade | null;
  readonly hidesRefused: boolean;
  readonly comparesLast: boolean;
  /** The same rows as a table of figures. */
  readonly isTable: boolean;
}

export function readForestFilters(params: URLSearchParams): ForestFilters {
  return {
    outcome: readChoice(params, "outcome", outcomes),
    grade: readChoice(params, "grade", grades),
    hidesRefused: params.get("refused") === "hide",
    comparesLast: params.get("compare") === "last",
    isTable: params.get("view") === "table",
  };
}
