/** What a handover does: Callaway–Sant'Anna against accounts not yet handed over, by cause and outcome. */
import { isRefusal } from "~/stats/result";
import type { ExposureName } from "../exposures";
import type { DriverEffect, EventStudy, RefusalCode, RefusedEffect } from "../result";
import type { DriverSpec } from "../specs";
import { dynamicEffects } from "./dynamic-effects";
import { effectOf } from "./effect-of-coefficient";
import { asCoefficient, windowEffects } from "./event-windows";
import type { FitData } from "./fit-data";
import { checksOf, crossCheck, otherEstimates, spreadOf } from "./handover-checks";
import { handoverContrasts } from "./handover-contrasts";
import { curveOf } from "./handover-curve";
import { withLosses } from "./handover-losses";
import { causes, type Outcome, type Study, studies } from "./handover-studies";
import { type HandoverStretch, handoverStretches, thinned } from "./handover-timeline";
import { isoMonth } from "./panel-data";
import { refusedAnswer, type SpecAnswer } from "./spec-result";

/** Influence functions of accounts × cohorts × months: this many fit into 64 MB, twice over while they are averaged. */
const mostInfluences = 8e6;

export function fitHandoverStudy(spec: DriverSpec, data: FitData): SpecAnswer {
  const { panel } = data;
  if (panel.rows === 0) return refusedAnswer(spec, { code: "no_accounts", detail: {} });
  if (!panel.columns.monthsSinceHandover.some((months) => months >= 0)) {
    return refusedAnswer(spec, { code: "no_handover", detail: {} });
  }
  const eventStudies: EventStudy[] = [];
  const effects: (DriverEffect | RefusedEffect)[] = [];
  const keys: string[] = [];
  const influences: Float64Array[] = [];
  const mostAccounts = Math.floor(mostInfluences / monthsOf(data) ** 2);
  for (const cause of causes) {
    const stretches = thinned(handoverStretches(panel, cause), mostAccounts);
    const treated = stretches.filter(({ handedOver }) => Number.isFinite(handedOver));
    for (const declared of studies) {
      const study = withLosses(declared, data, stretches);
      if (!study) {
        const code = treated.length > 0 ? "too_few_units" : codeWithoutHandover(data);
        if (cause === "departure") effects.push(...refusedStudy(spec, declared, code));
        continue;
      }
      const fit = dynamicEffects(data, stretches, study.outcome);
      if (isRefusal(fit)) {
        const code = treated.length > 0 ? "not_identified" : codeWithoutHandover(data);
        if (cause === "departure") effects.push(...refusedStudy(spec, study, code));
        continue;
      }
      const windows = windowEffects(fit, study.windows);
      eventStudies.push(curveOf(spec, study, cause, stretches, fit, windows));
      if (cause !== "departure") continue;
      const checks = study.outcome === "churn" ? [] : checksOf(data, stretches, study, windows);
      const others = otherEstimates(data, stretches, study);
      const outcomeSd = study.outcome === "churn" ? null : spreadOf(data, stretches, study.outcome);
      const sample = { ...sampleOf(data, stretches), months: fit.effects.length };
      for (const [at, [exposure, window]] of study.effects.entries()) {
        const [found] = windowEffects(fit, [window]);
        if (!found) {
          effects.push(refusedWindow(spec, study.outcome, exposure, "not_identified"));
          continue;
        }
        const effect = effectOf({
          spec,
          outcome: study.outcome,
          exposure,
          scale: study.scale,
          coefficient: asCoefficient(found),
          design: "event_study",
          sample,
          clusters: stretches.length,
          units: treated.length,
          outcomeSd,
          column: null,
          checks: [...checks, ...crossCheck(found, others[at], study.scale)],
          isBlindToTrend: study.outcome === "churn",
        });
        effects.push({ ...effect, key: `${spec.name}.${study.outcome}.${exposure}` });
        keys.push(`${spec.name}.${study.outcome}.${exposure}`);
        influences.push(found.influence);
      }
    }
  }
  const all = thinned(handoverStretches(panel, "departure"), mostAccounts);
  return {
    sample: sampleOf(data, all),
    effects,
    eventStudies,
    handoverContrasts: handoverContrasts(data),
    covariance: { keys, values: crossProducts(influences) },
    warnings: handoverStretches(panel, "departure").length > mostAccounts ? ["sampled"] : [],
  };
}

function monthsOf({ panel }: FitData): number {
  return new Set(panel.month).size;
}

function sampleOf({ panel }: FitData, stretches: readonly HandoverStretch[]) {
  const owners = new Set<number>();
  let rows = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { from, to } of stretches) {
    rows += to - from;
    for (let row = from; row < to; row++) if (panel.owner[row]! >= 0) owners.add(panel.owner[row]!);
    first = Math.min(first, panel.month[from]!);
    last = Math.max(last, panel.month[to - 1]!);
  }
  const known = rows > 0;
  return {
    rows,
    accounts: stretches.length,
    employees: owners.size,
    from: known ? isoMonth(first) : null,
    to: known ? isoMonth(last) : null,
    excluded: { settling_after_an_earlier_handover: panel.rows - rows },
  };
}

function codeWithoutHandover({ has }: FitData): RefusalCode {
  return has.departures ? "no_handover" : "no_departures";
}

function refusedStudy(spec: DriverSpec, study: Study, code: RefusalCode): RefusedEffect[] {
  return study.effects.map(([exposure]) => refusedWindow(spec, study.outcome, exposure, code));
}

function refusedWindow(
  spec: DriverSpec,
  outcome: Outcome,
  exposure: ExposureName,
  code: RefusalCode,
): RefusedEffect {
  return {
    key: `${spec.name}.${outcome}.${exposure}`,
    spec: spec.name,
    outcome,
    exposure,
    refused: { code, detail: {} },
  };
}

/** Effects of different outcomes rest on the same accounts, so that their errors go together. */
function crossProducts(columns: readonly Float64Array[]): number[] {
  return columns.flatMap((a) =>
    columns.map((b) => {
      if (a.length !== b.length) return 0;
      let sum = 0;
      for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
      return sum;
    }),
  );
}
