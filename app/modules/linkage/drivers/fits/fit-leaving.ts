/** What goes before people leaving of their own will, and how leaving for each reason adds up over the years. */
import { generalisedLinearModel } from "~/stats/hazard/generalised-linear-model";
import { isRefusal } from "~/stats/result";
import { aalenJohansen } from "~/stats/survival/aalen-johansen";
import type { DriverEffect, LeavingCurves, RefusedEffect } from "../result";
import type { DriverSpec } from "../specs";
import { effectOf } from "./effect-of-coefficient";
import type { FitData } from "./fit-data";
import { pointsOf } from "./fit-retention";
import { leavingRows, personMonthsAtRisk } from "./leaving-rows";
import { perHundredScale } from "./natural-scale";
import { isoMonth } from "./panel-data";
import { leaveReasons } from "./people-data";
import { keyOf, refusedAnswer, refusedEffect, type SpecAnswer } from "./spec-result";
import { whyMissing } from "./why-missing";

/** Under so many departures nobody's reasons can be told from chance. */
const fewestDepartures = 5;

export function fitLeaving(spec: DriverSpec, data: FitData): SpecAnswer {
  const { people } = data;
  const rows = leavingRows(data, [...spec.exposures, ...spec.adjustedFor]);
  const employee = Int32Array.from(rows.rows, (row) => people.employee[row]!);
  const sample = sampleOf(data, rows.rows, new Set(employee).size);
  if (rows.rows.length === 0) return refusedAnswer(spec, { code: "too_few_units", detail: {} }, sample);
  if (rows.left < fewestDepartures) {
    return refusedAnswer(
      spec,
      { code: rows.left === 0 ? "no_departures" : "too_few_units", detail: {} },
      sample,
    );
  }
  const fit = generalisedLinearModel(
    { response: rows.voluntary, columns: rows.columns, names: rows.names },
    { family: "cloglog", cluster: employee },
  );
  const leaving = curvesOf(data);
  if (isRefusal(fit)) {
    return {
      ...refusedAnswer(spec, { code: "not_identified", detail: { reason: fit.refused } }, sample),
      leaving,
    };
  }
  const scale = perHundredScale(rows.left / rows.rows.length);
  const effects: (DriverEffect | RefusedEffect)[] = spec.exposures.map((exposure) => {
    const at = rows.names.indexOf(exposure);
    const own = fit.coefficients[at];
    if (!own || !(own.standardError > 0)) {
      return refusedEffect(spec, exposure, {
        code: whyMissing(exposure, data) ?? "exposure_never_varies",
        detail: {},
      });
    }
    return effectOf({
      spec,
      outcome: "leaving",
      exposure,
      scale,
      coefficient: { ...own, pValue: own.p },
      design: "association",
      sample,
      clusters: sample.employees,
      units: sample.employees,
      outcomeSd: null,
      column: rows.columns[at]!,
      checks: [],
    });
  });
  const estimated = effects.filter((effect): effect is DriverEffect => !("refused" in effect));
  const at = estimated.map((effect) => rows.names.indexOf(effect.exposure));
  return {
    sample,
    effects,
    covariance: {
      keys: estimated.map((effect) => keyOf(spec, effect.exposure)),
      values: at.flatMap((i) => at.map((j) => fit.covariance.values[i + j * rows.names.length]!)),
    },
    leaving,
    warnings: fit.warnings,
  };
}

/** Reasons compete: whoever is dismissed can no longer resign. */
function curvesOf(data: FitData): LeavingCurves | null {
  const { people } = data;
  const rows = personMonthsAtRisk(data);
  const present = leaveReasons.filter((_, code) =>
    rows.some((row) => people.leaves[row] === 1 && people.reason[row] === code),
  );
  if (present.length === 0) return null;
  const curves = aalenJohansen(
    {
      entry: Float64Array.from(rows, (row) => Math.floor(people.tenureMonths[row]!)),
      exit: Float64Array.from(rows, (row) => Math.floor(people.tenureMonths[row]!) + 1),
      event: Uint8Array.from(rows, (row) =>
        people.leaves[row] === 1 && people.reason[row]! >= 0
          ? present.indexOf(leaveReasons[people.reason[row]!]!) + 1
          : 0,
      ),
    },
    { causes: present.length, cluster: Int32Array.from(rows, (row) => people.employee[row]!) },
  );
  if (isRefusal(curves)) return null;
  return {
    byReason: curves.causes.map((cause, at) => ({
      reason: present[at]!,
      left: cause.events.reduce((sum, count) => sum + count, 0),
      curve: pointsOf({
        times: curves.times,
        survival: cause.probability,
        lower: cause.lower,
        upper: cause.upper,
        atRisk: curves.atRisk,
      }),
    })),
  };
}

function sampleOf({ people }: FitData, rows: Int32Array, employees: number) {
  const months = new Set(Array.from(rows, (row) => people.month[row]!));
  const unknownMonths = people.leaves.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
  const excluded: Record<string, number> =
    unknownMonths > 0 ? { departures_not_recorded: unknownMonths } : {};
  return {
    rows: rows.length,
    accounts: 0,
    employees,
    months: months.size,
    from: months.size > 0 ? isoMonth(Math.min(...months)) : null,
    to: months.size > 0 ? isoMonth(Math.max(...months)) : null,
    excluded,
  };
}
