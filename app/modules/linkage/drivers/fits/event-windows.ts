/** Averages of monthly event-study effects over windows of months, with errors from their influence functions. */
import { chiSquareCdf, chiSquareQuantile } from "~/stats/distributions/chi-square";
import { normalCdf, normalQuantile } from "~/stats/distributions/normal";
import type { AggregateEffects } from "~/stats/event-study/aggregate-effects";
import { noncentralityForPower } from "~/stats/event-study/noncentral-chi-square";
import { choleskyFactor, choleskySolve } from "~/stats/linear-algebra/cholesky";
import { zeros } from "~/stats/linear-algebra/matrix";

export interface EventWindow {
  readonly from: number;
  readonly to: number;
  /** Event months whose effects are averaged. */
  readonly months: readonly number[];
}

export interface WindowEffect extends EventWindow {
  readonly estimate: number;
  readonly standardError: number;
  readonly influence: Float64Array;
}

const level = 0.95;
const z = normalQuantile((1 + level) / 2);

/** A window none of whose months could be estimated is left out. */
export function windowEffects(dynamic: AggregateEffects, windows: readonly EventWindow[]): WindowEffect[] {
  const { clusters } = dynamic;
  return windows.flatMap((window) => {
    const at = dynamic.effects.flatMap((effect, column) =>
      !effect.reference && window.months.includes(effect.at) ? [column] : [],
    );
    if (at.length === 0) return [];
    const influence = new Float64Array(clusters);
    let estimate = 0;
    for (const column of at) {
      estimate += dynamic.effects[column]!.estimate / at.length;
      for (let c = 0; c < clusters; c++)
        influence[c]! += dynamic.influence[column * clusters + c]! / at.length;
    }
    let squares = 0;
    for (const value of influence) squares += value * value;
    return squares > 0 ? [{ ...window, estimate, standardError: Math.sqrt(squares), influence }] : [];
  });
}

export function asCoefficient({ estimate, standardError }: WindowEffect) {
  return {
    estimate,
    standardError,
    interval: { lower: estimate - z * standardError, upper: estimate + z * standardError, level },
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    pValue: 2 * normalCdf(-Math.abs(estimate / standardError)),
  };
}

export interface PreTrend {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Difference in trends a month that the test finds with 80 % power. */
  readonly detectableDrift: number;
}

/**
 * Were both alike before? Wald test that all windows before the handover are 0, and the linear drift it could have found
 * (Roth 2022). `baseMonth` is the event month all effects are measured from.
 */
export function preTrendOf(before: readonly WindowEffect[], baseMonth: number): PreTrend | null {
  const q = before.length;
  if (q === 0) return null;
  const covariance = zeros(q, q);
  before.forEach((a, i) => {
    before.forEach((b, j) => {
      let sum = 0;
      for (let c = 0; c < a.influence.length; c++) sum += a.influence[c]! * b.influence[c]!;
      covariance.values[i + j * q] = sum;
    });
  });
  const factor = choleskyFactor(covariance);
  if (!factor) return null;
  const product = (x: readonly number[]) => {
    const solved = choleskySolve(factor, x);
    return x.reduce((sum, value, i) => sum + value * solved[i]!, 0);
  };
  const statistic = product(before.map(({ estimate }) => estimate));
  const distance = before.map(
    ({ months }) => months.reduce((sum, month) => sum + month, 0) / months.length - baseMonth,
  );
  return {
    statistic,
    degreesOfFreedom: q,
    p: chiSquareCdf(statistic, q, { upper: true }),
    detectableDrift: Math.sqrt(
      noncentralityForPower(q, chiSquareQuantile(level, q), 0.8) / product(distance),
    ),
  };
}
