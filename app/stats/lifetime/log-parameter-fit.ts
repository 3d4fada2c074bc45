import { waldInterval } from "../inference/wald";
import { type Matrix, quadraticForm, zeros } from "../linear-algebra/matrix";
import { type MinimiseOptions, type Minimum, minimise } from "../optimisation/minimise";
import { numericalGradient } from "../optimisation/numerical-derivatives";
import { type Estimate, isRefusal, type Refusal } from "../result";

export type Parameters<Name extends string> = Readonly<Record<Name, number>>;

export interface LogParameterFit<Name extends string> {
  readonly parameters: Parameters<Name>;
  /** On the parameters' own scale, by the delta method from the logarithms: SE(θ) = θ·SE(log θ). */
  readonly standardErrors: Parameters<Name>;
  /** Of the parameters, in the order of `names`. */
  readonly covariance: Matrix;
  /** Of their logarithms. */
  readonly logCovariance: Matrix;
  readonly names: readonly Name[];
  readonly logLikelihood: number;
  readonly n: number;
  readonly iterations: number;
  readonly method: string;
  readonly warnings: readonly string[];
}

interface Problem<Name extends string> {
  readonly names: readonly Name[];
  /** Tried in turn until one converges. */
  readonly starts: readonly Parameters<Name>[];
  negativeLogLikelihood(parameters: Float64Array): number;
  /** With respect to the parameters themselves; numerical unless given. */
  gradient?(parameters: Float64Array): Float64Array;
  readonly n: number;
  readonly method: string;
  readonly warnings?: readonly string[];
}

/**
 * Positive parameters by maximum likelihood on their logarithms, so that no step leaves the domain.
 * Past e^±20 a parameter is running to its edge: the data do not identify it.
 */
export function fitLogParameters<Name extends string>(
  problem: Problem<Name>,
): LogParameterFit<Name> | Refusal {
  const { names } = problem;
  const objective = (logs: Float64Array) => problem.negativeLogLikelihood(logs.map(Math.exp));
  const options: MinimiseOptions = {
    bound: 20,
    gradient: problem.gradient
      ? (logs) => {
          const parameters = logs.map(Math.exp);
          return problem.gradient!(parameters).map((g, i) => g * parameters[i]!);
        }
      : undefined,
  };
  let result: Minimum | Refusal | undefined;
  for (const start of problem.starts) {
    const tried = minimise(
      objective,
      names.map((name) => Math.log(start[name])),
      options,
    );
    if (!isRefusal(tried) || result === undefined) result = tried;
    if (!isRefusal(tried)) break;
  }
  if (result === undefined || isRefusal(result)) return result!;
  const values = result.point.map(Math.exp);
  const n = names.length;
  const logCovariance = result.inverseHessian;
  const covariance = zeros(n, n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      covariance.values[j * n + i] = logCovariance.values[j * n + i]! * values[i]! * values[j]!;
    }
  }
  return {
    parameters: named(names, (i) => values[i]!),
    standardErrors: named(names, (i) => Math.sqrt(covariance.values[i * n + i]!)),
    covariance,
    logCovariance,
    names,
    logLikelihood: -result.value,
    n: problem.n,
    iterations: result.iterations,
    method: problem.method,
    warnings: problem.warnings ?? [],
  };
}

function named<Name extends string>(names: readonly Name[], value: (i: number) => number): Parameters<Name> {
  return Object.fromEntries(names.map((name, i) => [name, value(i)])) as Parameters<Name>;
}

/**
 * Any number computed from fitted parameters, with its standard error by the delta method on the log parameters and a normal
 * interval. R: `msm::deltamethod` or `car::deltaMethod`.
 */
export function estimateFromFit<Name extends string>(
  fit: LogParameterFit<Name>,
  quantity: (parameters: Parameters<Name>) => number,
  options: { readonly level?: number } = {},
): Estimate {
  const at = (logs: Float64Array) => quantity(named(fit.names, (i) => Math.exp(logs[i]!)));
  const logs = Float64Array.from(fit.names, (name) => Math.log(fit.parameters[name]));
  const estimate = quantity(fit.parameters);
  const variance = quadraticForm(fit.logCovariance, numericalGradient(at, logs));
  const standardError = Math.sqrt(Math.max(0, variance));
  return {
    estimate,
    standardError,
    interval: waldInterval(estimate, standardError, Infinity, options.level),
    degreesOfFreedom: Infinity,
    n: fit.n,
    method: `${fit.method}, delta method`,
    warnings: fit.warnings,
  };
}
