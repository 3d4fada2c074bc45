/** Which input moves the net most, and how much of the effects it takes to cover the cost. */
import type { Grade } from "~/modules/linkage/drivers/result";
import type { BenefitPath } from "./benefit-path";
import type { DrawnInput } from "./draw-inputs";
import { isHeadline } from "./grade-rule";
import {
  benefitAt,
  compileAll,
  costOf,
  estimatesOf,
  type ProgrammeModel,
  type Valuation,
} from "./programme-model";
import type { Range } from "./summarise-draws";

/** One bar of the tornado: the net with this input at its 5th and its 95th percentile, all others at their estimates. */
export interface Swing {
  readonly input: string;
  readonly low: number;
  readonly high: number;
  readonly netAtLow: number;
  readonly netAtHigh: number;
}

const mostSwings = 8;

/** 5th and 95th percentile of each input's draws: sorted once, read by the tornado of every programme. */
export type InputEnds = ReadonlyMap<DrawnInput, Range>;

export function tornadoOf(
  programmes: readonly ProgrammeModel[],
  drawn: readonly DrawnInput[],
  ends: InputEnds,
  valuation: Valuation,
): Swing[] {
  const paths = compileAll(programmes, drawn, valuation, isHeadline);
  const cost = costOf(programmes, drawn);
  const netAt = (values: Float64Array, compiled = paths) =>
    benefitAt(compiled, values, valuation.horizonMonths).total - cost(values);
  const estimates = estimatesOf(drawn);
  const swings = drawn.map((input, k): Swing => {
    const { low, high } = ends.get(input)!;
    const at = (value: number) => netAt(estimates.with(k, value));
    return { input: input.key, low, high, netAtLow: at(low), netAtHigh: at(high) };
  });
  const rates = [
    Math.max(0, valuation.annualDiscountRate - 0.02),
    valuation.annualDiscountRate + 0.02,
  ] as const;
  const [atLow, atHigh] = rates.map((annualDiscountRate) =>
    netAt(estimates, compileAll(programmes, drawn, { ...valuation, annualDiscountRate }, isHeadline)),
  );
  swings.push({
    input: "discount_rate",
    low: rates[0],
    high: rates[1],
    netAtLow: atLow!,
    netAtHigh: atHigh!,
  });
  const size = (swing: Swing) => Math.abs(swing.netAtHigh - swing.netAtLow);
  return swings
    .filter((swing) => size(swing) > 0.5)
    .sort((a, b) => size(b) - size(a))
    .slice(0, mostSwings);
}

const mostTimesTheEffect = 20;

/** The share of every effect at which benefit and cost are equal, by bisection. */
export function breakEvenOf(
  programmes: readonly ProgrammeModel[],
  drawn: readonly DrawnInput[],
  valuation: Valuation,
  isCounted: (grade: Grade) => boolean,
): number | null {
  const values = estimatesOf(drawn);
  const cost = costOf(programmes, drawn)(values);
  if (cost <= 0) return null;
  const netAt = (share: number) => {
    const scaled = programmes.map((programme) => ({
      ...programme,
      paths: programme.paths.map((path) => scale(path, share)),
    }));
    return (
      benefitAt(compileAll(scaled, drawn, valuation, isCounted), values, valuation.horizonMonths).total - cost
    );
  };
  let low = 0;
  let high = mostTimesTheEffect;
  if (!(netAt(high) > 0)) return null;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (netAt(middle) > 0) high = middle;
    else low = middle;
  }
  return high;
}

function scale(path: BenefitPath, share: number): BenefitPath {
  return { ...path, terms: path.terms.map((term) => ({ ...term, change: term.change * share })) };
}
