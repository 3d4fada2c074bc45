import type { BenefitPath, Term } from "./benefit-path";
import { drawInputs } from "./draw-inputs";
import { isHeadline } from "./grade-rule";
import type { ProgrammeModel } from "./programme-model";
import type { ReturnReport } from "./return-report";
import { rangeOf } from "./summarise-draws";

export interface ShownInput {
  readonly key: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** The inputs that the figures of these programmes come from, with the 5th and 95th percentile of their draws. */
export function inputsOf(
  report: Pick<ReturnReport, "inputs">,
  models: readonly ProgrammeModel[],
  withLeftOut: boolean,
): ShownInput[] {
  const keys = new Set(models.flatMap(({ paths }) => paths.flatMap((path) => keysOf(path, withLeftOut))));
  const used = report.inputs.filter((input) =>
    input.kind === "effects" ? input.keys.some((key) => keys.has(key)) : keys.has(input.key),
  );
  // A thousand draws tell a percentile well enough for a table; the figures themselves are stored.
  return drawInputs(used, 1_000)
    .filter(({ key }) => keys.has(key))
    .map(({ key, estimate, draws }) => {
      const { low, high } = rangeOf(draws, estimate);
      return { key, estimate, low, high };
    });
}

function keysOf(path: BenefitPath, withLeftOut: boolean): string[] {
  const keysIn = (terms: readonly Term[]) =>
    terms.filter(({ grade }) => withLeftOut || isHeadline(grade)).flatMap(({ factors }) => factors);
  const own = keysIn(path.terms);
  if (own.length === 0) return [];
  const more = path.kind === "departures" ? [path.leaving, path.departureCost, ...keysIn(path.handover)] : [];
  return [...own, ...more, path.margin, path.hazard];
}
