import type { TFunction } from "i18next";
import type { Problem } from "./problem";

type LooseProblem = {
  readonly code: string;
  readonly column?: string | undefined;
  readonly params?: Readonly<Record<string, string | number | null>> | undefined;
};

/** The reason in the reader's language, with the column it is about in front. */
export function wordProblem(t: TFunction, problem: Problem | LooseProblem): string {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(problem.params ?? {})) params[name] = value ?? "…";
  if (problem.code === "otherKind")
    params["kind"] = t(`exchange.kind.${String(params["kind"])}` as "exchange.kind.revenue");
  const text: string = t(`exchange.reason.${problem.code}` as "exchange.reason.empty", params);
  return problem.column ? `${problem.column}: ${text}` : text;
}
