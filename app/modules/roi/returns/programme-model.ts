/** A programme as it is drawn, and what it costs and brings at one set of values. */
import type { Grade } from "~/modules/linkage/drivers/result";
import { type BenefitPath, benefitLines, type CompiledPath, compilePath } from "./benefit-path";
import type { DrawnInput } from "./draw-inputs";
import { discountFactors } from "./profile";

export interface ProgrammeModel {
  readonly key: string;
  /** From the ledger, in minor units: counted in full at the start. */
  readonly costMinor: number;
  /** Costs that depend on an uncertain unit cost. */
  readonly unitCosts: readonly { readonly key: string; readonly quantity: number }[];
  readonly paths: readonly BenefitPath[];
}

/** What decides how a benefit is valued, beside the values of the inputs. */
export interface Valuation {
  readonly annualDiscountRate: number;
  readonly horizonMonths: number;
}

export function compileAll(
  programmes: readonly ProgrammeModel[],
  drawn: readonly DrawnInput[],
  valuation: Valuation,
  isCounted: (grade: Grade) => boolean,
): CompiledPath[] {
  const index = new Map(drawn.map((input, position) => [input.key, position]));
  const indexOf = (key: string) => {
    const position = index.get(key);
    if (position === undefined) throw new Error(`no input is called ${key}`);
    return position;
  };
  const discount = discountFactors(valuation.annualDiscountRate, valuation.horizonMonths);
  return programmes.flatMap(({ paths }) =>
    paths.flatMap((path) => compilePath(path, indexOf, discount, isCounted) ?? []),
  );
}

export function costOf(programmes: readonly ProgrammeModel[], drawn: readonly DrawnInput[]) {
  const fixed = programmes.reduce((sum, { costMinor }) => sum + costMinor, 0);
  const variable = programmes.flatMap(({ unitCosts }) =>
    unitCosts.map(({ key, quantity }) => ({ at: drawn.findIndex((input) => input.key === key), quantity })),
  );
  return (values: Float64Array) =>
    variable.reduce((sum, { at, quantity }) => sum + quantity * (values[at] ?? 0), fixed);
}

export const estimatesOf = (drawn: readonly DrawnInput[]) =>
  Float64Array.from(drawn, (input) => input.estimate);

export function benefitAt(paths: readonly CompiledPath[], values: Float64Array, horizon: number) {
  const lines = new Float64Array(benefitLines.length);
  const flow = new Float64Array(horizon);
  for (const path of paths) path.add(values, lines, flow);
  return { lines, flow, total: lines.reduce((sum, line) => sum + line, 0) };
}
