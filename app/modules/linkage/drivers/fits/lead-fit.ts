import { isRefusal } from "~/stats/result";
import { fixedEffectsAnswer } from "~/stats/runner/fixed-effects-answer";
import type { ExposureName } from "../exposures";
import type { Check } from "../result";
import type { DriverSpec } from "../specs";
import { checkOf } from "./effect-check";
import { readLead } from "./exposure-columns";
import { columnOn, type ExposureMatrix } from "./exposure-matrix";
import type { FitData } from "./fit-data";
import { groupsOf, pick } from "./panel-groups";
import { type PanelOutcome, scales } from "./panel-outcome";

/** Levels tested in the lead check; a failure takes the grade, so that chance alone should rarely do it. */
const leadLevel = 0.05;

/** The present exposures beside those of the same owner a year later, on the rows where both are known. */
export function leadFit(
  spec: DriverSpec,
  data: FitData,
  matrix: ExposureMatrix,
  outcome: Float64Array,
): Map<ExposureName, Check[]> {
  const checks = new Map<ExposureName, Check[]>();
  if (!spec.effects.includes("employee")) return checks;
  const leads = matrix.names.flatMap((name) => {
    const read = readLead(data, name);
    return read ? [{ name, column: columnOn(matrix.rows, read) }] : [];
  });
  if (leads.length === 0) return checks;
  const known = Int32Array.from(outcome.keys()).filter((i) =>
    leads.every(({ column }) => !Number.isNaN(column[i]!)),
  );
  if (known.length < 100) return checks;
  const groups = groupsOf(data, matrix.rows);
  const answer = fixedEffectsAnswer({
    outcome: pick(outcome, known),
    covariates: [...matrix.columns, ...leads.map(({ column }) => column)].map((column) =>
      pick(column, known),
    ),
    names: [...matrix.names, ...leads.map(({ name }) => `later ${name}`)],
    effects: spec.effects.map((by) => pick(groups[by], known)),
    clusters: spec.clustering.map((by) => pick(groups[by], known)),
  });
  if (isRefusal(answer)) return checks;
  const scale = scales[spec.outcome as PanelOutcome];
  for (const { name } of leads) {
    const later = answer.coefficients.find((one) => one.name === `later ${name}`);
    if (!later || !(later.standardError > 0)) continue;
    const passed = later.pValue >= leadLevel / leads.length;
    checks.set(name, [
      checkOf(
        "lead",
        {
          estimate: later.estimate,
          lower: later.interval.lower,
          upper: later.interval.upper,
          p: later.pValue,
        },
        name,
        scale,
        passed,
      ),
    ]);
  }
  return checks;
}
