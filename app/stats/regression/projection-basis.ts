import { ArgumentError } from "../arguments";
import { columnOf, zeros } from "../linear-algebra/matrix";
import { householderQr } from "../linear-algebra/qr";
import { createAbsorber } from "./effect-absorption";
import { type GroupCodes, isNested } from "./group-codes";
import type { LinearFit } from "./linear-fit";
import { orthonormalRows } from "./orthonormal-rows";
import { triangularReduction } from "./triangular-reduction";

/** Numbers the basis may hold: 400 MB. */
const MAXIMUM_CELLS = 5e7;

export interface ProjectionBasis {
  /** `rows[i * width + j]`: orthonormal columns, the last k of which span the slopes. */
  readonly rows: Float64Array;
  readonly width: number;
}

/**
 * An orthonormal basis of everything a fit projects on, save effects that lie within the clusters: those act inside one
 * cluster alone and are orthogonal to the rest, so that cluster-wise leverages can be had without them
 * (Pustejovsky and Tipton 2018, §3.2). The other effects enter as dummies.
 */
export function projectionBasis(fit: LinearFit, clusters: GroupCodes): ProjectionBasis {
  const n = fit.residuals.length;
  const k = fit.coefficients.length;
  const slopes = orthonormalRows(fit);
  const nested = fit.effects.filter((effect) => isNested(effect, clusters));
  const others = fit.effects.filter((effect) => !isNested(effect, clusters));
  if (others.length === 0) return { rows: slopes, width: k };

  const dummyCount = others.reduce((sum, other) => sum + other.count, 0);
  if (n * dummyCount > MAXIMUM_CELLS) {
    throw new ArgumentError(
      "clusters",
      `cut across ${dummyCount} effect levels over ${n} rows, too many to hold as dummies`,
    );
  }
  const dummies = others.flatMap((other) => {
    const columns = Array.from({ length: other.count }, () => new Float64Array(n));
    for (let i = 0; i < n; i++) columns[other.codes[i]!]![i] = 1;
    return columns;
  });
  if (nested.length > 0) createAbsorber(nested).residualise(dummies);
  const reduced = triangularReduction(dummies, n);
  const qr = householderQr(reduced);
  const width = qr.rank + k;
  const rows = new Float64Array(n * width);
  const r = qr.r;
  // Forward substitution row by row: q R = x.
  for (let i = 0; i < n; i++) {
    const at = i * width;
    for (let j = 0; j < qr.rank; j++) {
      let value = dummies[qr.pivot[j]!]![i]!;
      for (let t = 0; t < j; t++) value -= rows[at + t]! * r.values[t + j * r.rows]!;
      rows[at + j] = value / r.values[j + j * r.rows]!;
    }
    for (let j = 0; j < k; j++) rows[at + qr.rank + j] = slopes[i * k + j]!;
  }
  return { rows, width };
}

/** Z_g′Z_g of each cluster, width × width each. */
export function clusterGrams(basis: ProjectionBasis, clusters: GroupCodes) {
  const { rows, width } = basis;
  const grams = Array.from({ length: clusters.count }, () => zeros(width, width));
  for (let i = 0; i < clusters.codes.length; i++) {
    const { values } = grams[clusters.codes[i]!]!;
    const at = i * width;
    for (let a = 0; a < width; a++) {
      const left = rows[at + a]!;
      if (left === 0) continue;
      for (let b = 0; b <= a; b++) values[a + b * width]! += left * rows[at + b]!;
    }
  }
  for (const gram of grams) {
    for (let a = 0; a < width; a++) {
      const column = columnOf(gram, a);
      for (let b = 0; b < a; b++) column[b] = gram.values[a + b * width]!;
    }
  }
  return grams;
}
