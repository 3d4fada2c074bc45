import type { Matrix } from "../linear-algebra/matrix";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen";

/**
 * Johnson's relative weights from the correlations of p predictors with the outcome last (k = p + 1, column-major):
 * the outcome is regressed on the orthogonal columns nearest to the predictors, Z = X R^(-1/2), and each coefficient's
 * square is handed back to the predictors by the squared entries of R^(1/2). They add up to R².
 */
export function johnsonShares(correlation: Float64Array, k: number): Float64Array {
  const p = k - 1;
  const predictors: Matrix = { rows: p, columns: p, values: new Float64Array(p * p) };
  for (let a = 0; a < p; a++)
    for (let b = 0; b < p; b++) predictors.values[a * p + b] = correlation[a * k + b]!;
  const { values, vectors } = symmetricEigen(predictors);
  const root = new Float64Array(p * p);
  const projected = new Float64Array(p);
  for (let m = 0; m < p; m++) {
    const sigma = Math.sqrt(Math.max(values[m]!, 0));
    let along = 0;
    for (let a = 0; a < p; a++) along += vectors.values[m * p + a]! * correlation[p * k + a]!;
    for (let a = 0; a < p; a++) {
      const va = vectors.values[m * p + a]!;
      projected[a]! += (va * along) / sigma;
      for (let b = 0; b < p; b++) root[a * p + b]! += sigma * va * vectors.values[m * p + b]!;
    }
  }
  const share = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    for (let m = 0; m < p; m++) {
      const part = root[j * p + m]! * projected[m]!;
      share[j]! += part * part;
    }
  }
  return share;
}
