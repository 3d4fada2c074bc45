import { ArgumentError } from "../arguments";
import { encodeGroups, type GroupCodes, type GroupIds, restrictGroups } from "./group-codes";
import type { LinearFit } from "./linear-fit";

/** Cluster codes over the rows a fit used, from identifiers over all rows that were passed to it. */
export function clustersOfFit(fit: LinearFit, ids: GroupIds, argument: string): GroupCodes {
  if (ids.length !== fit.rowsPassed) {
    throw new ArgumentError(argument, `must have ${fit.rowsPassed} rows, has ${ids.length}`);
  }
  const all = encodeGroups(ids, argument);
  return fit.rows.length === fit.rowsPassed ? all : restrictGroups(all, fit.rows);
}

/** Σ over each cluster's rows of w·x·e: G × k, `scores[cluster * k + j]`. */
export function clusterScores(fit: LinearFit, clusters: GroupCodes, residuals: Float64Array): Float64Array {
  const k = fit.design.length;
  const { codes } = clusters;
  const scores = new Float64Array(clusters.count * k);
  const column = new Float64Array(clusters.count);
  for (let j = 0; j < k; j++) {
    const x = fit.design[j]!;
    column.fill(0);
    if (fit.weights === null)
      for (let i = 0; i < codes.length; i++) column[codes[i]!]! += x[i]! * residuals[i]!;
    else for (let i = 0; i < codes.length; i++) column[codes[i]!]! += fit.weights[i]! * x[i]! * residuals[i]!;
    for (let g = 0; g < clusters.count; g++) scores[g * k + j] = column[g]!;
  }
  return scores;
}
