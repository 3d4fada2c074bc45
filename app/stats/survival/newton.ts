import { choleskyFactor, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky";
import { type Refusal, refuse } from "../result";

/** A log-likelihood with its gradient and (observed or expected) information, p × p and symmetric. */
export interface LikelihoodPoint {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

export interface NewtonOptions {
  readonly start: ArrayLike<number>;
  readonly at: (beta: Float64Array) => LikelihoodPoint;
  /** Largest − smallest value of each column, to turn a step in β into a step in the linear predictor. */
  readonly range: ArrayLike<number>;
  readonly names: readonly string[];
  readonly maximumIterations: number;
}

export interface Maximum {
  readonly beta: Float64Array;
  readonly start: LikelihoodPoint;
  readonly point: LikelihoodPoint;
  readonly iterations: number;
}

/** λ² below this: the maximum is nearer than 1e-8 standard errors, and the last step taken brings it far nearer. */
const converged = 1e-16;
const unseen = 1e-20;
/** The likelihood has stopped moving (λ² below the first) while some row's linear predictor still moves (by the second). */
const flat = 1e-8;
const moving = 0.1;
const halvings = 40;

/**
 * Newton–Raphson (Fisher scoring where the information is the expected one) with step halving. Convergence is judged by
 * the Newton decrement λ² = uᵀI⁻¹u, the squared distance to the maximum in standard errors, which has no units.
 *
 * A monotone likelihood (separation) has no maximum: the likelihood levels off while each step still moves a linear
 * predictor by about 1. That is told apart from slow convergence, refused as `separated`, and the columns that move are
 * named. Otherwise `not-converged` with the iterations spent.
 */
export function maximiseByNewton(options: NewtonOptions): Maximum | Refusal {
  const { at, range, names } = options;
  const p = names.length;
  let beta: Float64Array = Float64Array.from(options.start);
  const start = at(beta);
  let point = start;
  for (let iteration = 1; iteration <= options.maximumIterations; iteration++) {
    const factor = choleskyFactor({ rows: p, columns: p, values: point.information });
    if (factor === null)
      return iteration === 1 ? refuse("not-converged", { iterations: 0 }) : separated(beta);
    const step = choleskySolve(factor, point.gradient);
    let decrement = 0;
    for (let j = 0; j < p; j++) decrement += step[j]! * point.gradient[j]!;
    if (decrement < converged) {
      const final = beta.map((value, j) => value + step[j]!);
      // The information belongs to the β reported, unless the step is too small to be seen in it.
      const reached = decrement < unseen ? point : at(final);
      const lost = columnsWithoutInformation(start, reached, range);
      if (lost.length > 0) return refuse("separated", { columns: lost, names: lost.map((j) => names[j]) });
      return { beta: final, start, point: reached, iterations: iteration };
    }
    if (decrement < flat && step.some((move, j) => Math.abs(move) * range[j]! > moving))
      return separated(step);
    const next = halveUntilBetter(at, beta, step, point, decrement);
    if (next === null) {
      // Rounding in a flat likelihood: nothing better can be computed, and this is near enough to be the maximum.
      if (decrement < 1e-10) return { beta, start, point, iterations: iteration };
      return refuse("not-converged", { iterations: iteration, decrement });
    }
    beta = next.beta;
    point = next.point;
  }
  return refuse("not-converged", { iterations: options.maximumIterations });

  function separated(direction: Float64Array): Refusal {
    const size = direction.map((move, j) => Math.abs(move) * range[j]!);
    const largest = size.reduce((most, value) => Math.max(most, value), 0);
    const columns = [...size.keys()].filter((j) => size[j]! > 0.05 * largest);
    return refuse("separated", { columns, names: columns.map((j) => names[j]) });
  }
}

/**
 * Where fitted probabilities run into 1 under the complementary log-log link, information dies away so fast that the steps
 * shrink as well and the climb looks finished. What gives it away: a standard error thousands of times the one at the
 * start, and so large that the linear predictor is unknown to within thousands over the column's range.
 */
function columnsWithoutInformation(
  start: LikelihoodPoint,
  reached: LikelihoodPoint,
  range: ArrayLike<number>,
): number[] {
  const p = range.length;
  const before = choleskyFactor({ rows: p, columns: p, values: start.information });
  const after = choleskyFactor({ rows: p, columns: p, values: reached.information });
  if (before === null || after === null) return [];
  const old = choleskyInverse(before).values;
  const now = choleskyInverse(after).values;
  return Array.from(range, (_, j) => j).filter((j) => {
    const variance = now[j * p + j]!;
    return variance > 1e6 * old[j * p + j]! && variance * range[j]! ** 2 > 1e6;
  });
}

function halveUntilBetter(
  at: (beta: Float64Array) => LikelihoodPoint,
  beta: Float64Array,
  step: Float64Array,
  point: LikelihoodPoint,
  decrement: number,
): { beta: Float64Array; point: LikelihoodPoint } | null {
  const slack = decrement < 1e-4 ? 1e-12 * Math.abs(point.logLikelihood) : 0;
  for (let share = 1, halving = 0; halving < halvings; share /= 2, halving++) {
    const trial = beta.map((value, j) => value + share * step[j]!);
    const candidate = at(trial);
    if (candidate.logLikelihood >= point.logLikelihood - slack) return { beta: trial, point: candidate };
  }
  return null;
}
