import type { Scope } from "~/modules/access/scope";
import { type Grade, grades, isRefusedEffect, type RefusalCode, type SpecResult } from "../drivers/result";
import { listDriverResults } from "../drivers/runs/list-driver-results.server";

/** The analysis that the probabilities come from, as far as a list names it. */
export interface RiskModel {
  readonly spec: string;
  /** The weakest of its estimates; null where it estimated nothing. */
  readonly grade: Grade | null;
  readonly asOf: string;
  readonly rows: number;
  readonly refused: RefusalCode | null;
  /** Factors of the model that no link was found for: they weigh in a chance and are no reason by themselves. */
  readonly unproven: readonly string[];
  /** Leads to the full result. */
  readonly effectKey: string | null;
}

const provenVerdicts: ReadonlySet<string> = new Set(["moves", "differs", "goes_with"]);

/** Null until the first run has finished. */
export async function describeRiskModel(
  scope: Scope<"risk.accounts" | "risk.people">,
  spec: "churn" | "leaving",
): Promise<RiskModel | null> {
  const [result] = await listDriverResults(scope, [spec]);
  return result ? describe(result) : null;
}

function describe(result: SpecResult): RiskModel {
  const estimated = result.effects.filter((effect) => !isRefusedEffect(effect));
  const found = estimated.flatMap((effect) => (isRefusedEffect(effect) ? [] : [effect.grade]));
  return {
    spec: result.spec,
    grade: grades.findLast((grade) => found.includes(grade)) ?? null,
    asOf: result.asOf,
    rows: result.sample.rows,
    refused: result.refused?.code ?? null,
    unproven: result.effects.flatMap((effect) =>
      isRefusedEffect(effect) || provenVerdicts.has(effect.verdict) ? [] : [effect.exposure],
    ),
    effectKey: estimated[0]?.key ?? null,
  };
}
