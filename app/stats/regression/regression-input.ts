import { ArgumentError, requireFiniteColumn, requireSameLength } from "../arguments";

/** Checks the columns of a regression and settles the names of the covariates: those given, or x1, x2, … */
export function checkRegressionInput(
  outcome: ArrayLike<number>,
  covariates: readonly ArrayLike<number>[],
  names: readonly string[] | undefined,
): readonly string[] {
  requireFiniteColumn(outcome, "outcome");
  covariates.forEach((covariate, c) => {
    const argument = `covariates[${c}]`;
    requireSameLength(covariate, outcome.length, argument);
    requireFiniteColumn(covariate, argument);
  });
  if (names === undefined) return covariates.map((_, c) => `x${c + 1}`);
  if (names.length !== covariates.length) {
    throw new ArgumentError("names", `must name ${covariates.length} covariates, names ${names.length}`);
  }
  return names;
}
