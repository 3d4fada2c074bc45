import { type OutcomeStudy, prepareHandovers } from "../../studies/prepare-handovers";
import {
  type Check,
  type CheckName,
  type DriverEffect,
  isRefusedEffect,
  type RefusedEffect,
  type Sample,
  type SpecResult,
} from "../result";
import type { LastFit } from "./prepare-forest";

/** Everything that is known about one row of the forest. */
export interface DriverDetail {
  readonly effect: DriverEffect | RefusedEffect;
  readonly kind: SpecResult["kind"];
  readonly specification: SpecResult["specification"];
  readonly sample: Sample;
  readonly warnings: readonly string[];
  readonly asOf: string;
  readonly computedAt: string;
  readonly seconds: number;
  readonly codeVersion: string;
  /** Tests adjusted together with this one; null outside of any family. */
  readonly family: { readonly name: string; readonly tests: number } | null;
  readonly checks: readonly Check[];
  /** The same question asked in the simpler ways that mislead. */
  readonly naive: readonly Check[];
  /** Of the row's own outcome, where the analysis is the study of handovers. */
  readonly study: OutcomeStudy | null;
  readonly last: (LastFit & { readonly computedAt: string }) | null;
}

const naiveNames: readonly CheckName[] = ["account_and_month", "pooled", "uncorrected"];

/** Null where no analysis has such a row. */
export function prepareDriverDetail(
  key: string,
  results: readonly SpecResult[],
  previous: readonly SpecResult[],
): DriverDetail | null {
  const found = findEffect(key, results);
  if (!found) return null;
  const { effect, result } = found;
  const { kind, specification, sample, warnings, asOf, computedAt, seconds, codeVersion } = result;
  const checks = isRefusedEffect(effect) ? [] : effect.checks;
  const before = findEffect(key, previous);
  return {
    effect,
    kind,
    specification,
    sample,
    warnings,
    asOf,
    computedAt,
    seconds,
    codeVersion,
    family: familyOf(result, results),
    checks: checks.filter(({ name }) => !naiveNames.includes(name)),
    naive: checks.filter(({ name, estimate }) => naiveNames.includes(name) && estimate !== null),
    study: studyOf(effect, result),
    last:
      before && !isRefusedEffect(before.effect)
        ? {
            estimate: before.effect.estimate,
            lower: before.effect.lower,
            upper: before.effect.upper,
            computedAt: before.result.computedAt,
          }
        : null,
  };
}

export function findEffect(key: string, results: readonly SpecResult[]) {
  for (const result of results) {
    const effect = result.effects.find((one) => one.key === key);
    if (effect) return { effect, result };
  }
  return null;
}

function familyOf({ specification }: SpecResult, results: readonly SpecResult[]): DriverDetail["family"] {
  const name = specification["family"];
  if (typeof name !== "string") return null;
  const tests = results
    .filter((result) => result.specification["family"] === name)
    .flatMap((result) => result.effects)
    .filter((effect) => !isRefusedEffect(effect) && effect.q !== null);
  return { name, tests: tests.length };
}

/** The rows of the study of handovers are of departures: the other causes are no events from outside. */
function studyOf({ outcome }: DriverEffect | RefusedEffect, result: SpecResult): OutcomeStudy | null {
  if (result.kind !== "event_study") return null;
  const study = prepareHandovers(result, "departure").find((one) => one.outcome === outcome);
  return study && study.strength !== "too_few" ? study : null;
}
