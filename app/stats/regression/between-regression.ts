import { requireSameLength } from "../arguments";
import type { Refusal } from "../result";
import { groupMeans } from "./effect-absorption";
import { countRows, encodeGroups } from "./group-codes";
import type { GroupedRegressionInput } from "./grouped-moments";
import { type OrdinaryLeastSquaresFit, ordinaryLeastSquares } from "./ordinary-least-squares";
import { checkRegressionInput } from "./regression-input";

/**
 * The between regression: group means of the outcome on group means of the covariates, one row a group, unweighted.
 * R: `plm(y ~ x, model = "between")`. Throws and refuses as `ordinaryLeastSquares`.
 */
export function betweenRegression(input: GroupedRegressionInput): OrdinaryLeastSquaresFit | Refusal {
  checkRegressionInput(input.outcome, input.covariates, input.names);
  requireSameLength(input.group, input.outcome.length, "group");
  const groups = encodeGroups(input.group, "group");
  const rows = countRows(groups);
  return ordinaryLeastSquares({
    outcome: groupMeans(groups, rows, input.outcome),
    covariates: input.covariates.map((column) => groupMeans(groups, rows, column)),
    names: input.names,
  });
}
