/** Puts an analysis's answer into the one shape of results. */
import type { Refused, RefusedEffect, Sample, SpecResult } from "../result";
import { type DriverSpec, falseDiscoveryRate } from "../specs";

export interface RunStamp {
  readonly asOf: string;
  readonly dataStamp: string;
  readonly codeVersion: string;
}

export type SpecAnswer = Partial<
  Pick<
    SpecResult,
    | "effects"
    | "covariance"
    | "eventStudies"
    | "handoverContrasts"
    | "retention"
    | "importance"
    | "teams"
    | "leaving"
    | "refused"
    | "warnings"
  >
> & { readonly sample: Sample };

export const noSample: Sample = { rows: 0, accounts: 0, employees: 0, from: null, to: null, excluded: {} };

export function specResult(
  spec: DriverSpec,
  stamp: RunStamp,
  answer: SpecAnswer,
  seconds: number,
): SpecResult {
  return {
    spec: spec.name,
    kind: spec.kind,
    outcome: spec.outcome,
    specification: {
      exposures: spec.exposures,
      adjustedFor: spec.adjustedFor,
      estimator: spec.estimator,
      effects: spec.effects,
      clustering: spec.clustering,
      family: spec.family,
      falseDiscoveryRate,
      level: 0.95,
    },
    ...stamp,
    computedAt: new Date().toISOString(),
    seconds,
    refused: null,
    effects: [],
    covariance: null,
    eventStudies: [],
    handoverContrasts: [],
    retention: [],
    importance: null,
    teams: [],
    leaving: null,
    warnings: [],
    ...answer,
  };
}

/** Every declared exposure keeps its place, with the reason why it has no answer. */
export function refusedEffects(spec: DriverSpec, refused: Refused): RefusedEffect[] {
  if (!spec.outcome) return [];
  return spec.exposures.map((exposure) => refusedEffect(spec, exposure, refused));
}

export function refusedEffect(spec: DriverSpec, exposure: string, refused: Refused): RefusedEffect {
  return { key: keyOf(spec, exposure), spec: spec.name, outcome: spec.outcome!, exposure, refused };
}

export const keyOf = (spec: Pick<DriverSpec, "name">, exposure: string) => `${spec.name}.${exposure}`;

export function refusedAnswer(spec: DriverSpec, refused: Refused, sample: Sample = noSample): SpecAnswer {
  return { sample, refused, effects: refusedEffects(spec, refused) };
}
