import { ArgumentError } from "../arguments";
import { type Matrix, multiply, transpose, zeros } from "../linear-algebra/matrix";
import { createAbsorber } from "./effect-absorption";
import { rowsInOrder } from "./effect-incidence";
import { type GroupCodes, isNested } from "./group-codes";
import type { LinearFit } from "./linear-fit";
import { orthonormalRows } from "./orthonormal-rows";

/** Numbers held at once, in the clusters' cross-products or (where two effects are nested) in dummies: 400 MB. */
const MAXIMUM_CELLS = 5e7;
/** As in the dense solver: a level with less of its rows left is determined by those before it. */
const REDUNDANT_PIVOT = 1e-9;

export interface ClusterProjections {
  /** Columns of the orthonormal basis Z; the last k span the slopes. */
  readonly width: number;
  /** Z_g′Z_g of each cluster. */
  readonly grams: readonly Matrix[];
  /** Z_g′e_g: `residualSums[g * width + j]`. */
  readonly residualSums: Float64Array;
}

/**
 * Cross-products by cluster in an orthonormal basis Z of everything a fit projects on, save effects that lie within the
 * clusters: those act inside one cluster alone and are orthogonal to the rest, so that cluster-wise leverages can be had
 * without them (Pustejovsky and Tipton 2018, §3.2). The other effects enter as dummies, which are counted, not written out:
 * with D their dummies and N those of the nested effect, D_g′MD_g = D_g′D_g − D_g′N_g(N_g′N_g)⁻¹N_g′D_g.
 */
export function clusterProjections(fit: LinearFit, clusters: GroupCodes): ClusterProjections {
  const n = fit.residuals.length;
  const k = fit.coefficients.length;
  const nested = fit.effects.filter((effect) => isNested(effect, clusters));
  const others = fit.effects.filter((effect) => !isNested(effect, clusters));
  const levels = others.reduce((sum, other) => sum + other.count, 0);
  const raw = levels + k;
  if (clusters.count * raw * raw > MAXIMUM_CELLS || (nested.length > 1 && n * levels > MAXIMUM_CELLS)) {
    throw new ArgumentError(
      "cluster",
      `${clusters.count} clusters cut across ${levels} effect levels, too many to hold`,
    );
  }
  const grams = Array.from({ length: clusters.count }, () => zeros(raw, raw));
  const sums = new Float64Array(clusters.count * raw);
  addSlopesAndResiduals(fit, clusters, others, grams, sums, levels);
  if (nested.length > 1) addProjectedDummies(others, nested, clusters, grams);
  else addCountedDummies(others, nested[0], clusters, grams);
  for (const gram of grams) mirrorLower(gram);
  if (levels === 0) return { width: raw, grams, residualSums: sums };

  const basis = orthonormaliser(grams, levels, k);
  const width = basis.rows;
  const residualSums = new Float64Array(clusters.count * width);
  for (let g = 0; g < clusters.count; g++) {
    const own = { rows: raw, columns: 1, values: sums.subarray(g * raw, (g + 1) * raw) };
    residualSums.set(multiply(basis, own).values, g * width);
  }
  const turned = transpose(basis);
  return { width, grams: grams.map((gram) => multiply(multiply(basis, gram), turned)), residualSums };
}

/** Lower triangles: slopes with slopes and with levels; and every coordinate's sum with the residuals. */
function addSlopesAndResiduals(
  fit: LinearFit,
  clusters: GroupCodes,
  others: readonly GroupCodes[],
  grams: readonly Matrix[],
  sums: Float64Array,
  levels: number,
): void {
  const k = fit.coefficients.length;
  const raw = levels + k;
  const slopes = orthonormalRows(fit);
  for (let i = 0; i < fit.residuals.length; i++) {
    const g = clusters.codes[i]!;
    const { values } = grams[g]!;
    const residual = fit.residuals[i]!;
    for (let a = 0; a < k; a++) {
      const q = slopes[i * k + a]!;
      const row = levels + a;
      sums[g * raw + row]! += q * residual;
      for (let b = 0; b <= a; b++) values[row + (levels + b) * raw]! += q * slopes[i * k + b]!;
    }
    let offset = 0;
    for (const other of others) {
      const column = offset + other.codes[i]!;
      offset += other.count;
      sums[g * raw + column]! += residual;
      for (let a = 0; a < k; a++) values[levels + a + column * raw]! += slopes[i * k + a]!;
    }
  }
}

/** D_g′D_g, less what one nested effect (or none) takes out of it. */
function addCountedDummies(
  others: readonly GroupCodes[],
  nested: GroupCodes | undefined,
  clusters: GroupCodes,
  grams: readonly Matrix[],
): void {
  if (others.length === 0) return;
  const offsets = others.map((_, o) => others.slice(0, o).reduce((sum, other) => sum + other.count, 0));
  const raw = grams[0]!.rows;
  const n = clusters.codes.length;
  for (let i = 0; i < n; i++) {
    const { values } = grams[clusters.codes[i]!]!;
    for (let o = 0; o < others.length; o++) {
      const row = offsets[o]! + others[o]!.codes[i]!;
      for (let p = 0; p <= o; p++) values[row + (offsets[p]! + others[p]!.codes[i]!) * raw]! += 1;
    }
  }
  if (nested === undefined) return;
  const order = rowsInOrder(nested);
  const met = new Float64Array(raw);
  for (let start = 0; start < n; ) {
    const first = order === null ? start : order[start]!;
    const own = nested.codes[first]!;
    const touched: number[] = [];
    let end = start;
    for (; end < n; end++) {
      const i = order === null ? end : order[end]!;
      if (nested.codes[i] !== own) break;
      for (let o = 0; o < others.length; o++) {
        const level = offsets[o]! + others[o]!.codes[i]!;
        if (met[level] === 0) touched.push(level);
        met[level]! += 1;
      }
    }
    const { values } = grams[clusters.codes[first]!]!;
    for (const row of touched) {
      const share = met[row]! / (end - start);
      for (const column of touched) if (column <= row) values[row + column * raw]! -= share * met[column]!;
    }
    for (const level of touched) met[level] = 0;
    start = end;
  }
}

/** The same where two effects are nested, whose projection has no closed form: dummies written out and residualised. */
function addProjectedDummies(
  others: readonly GroupCodes[],
  nested: readonly GroupCodes[],
  clusters: GroupCodes,
  grams: readonly Matrix[],
): void {
  const n = clusters.codes.length;
  const dummies = others.flatMap((other) => {
    const columns = Array.from({ length: other.count }, () => new Float64Array(n));
    for (let i = 0; i < n; i++) columns[other.codes[i]!]![i] = 1;
    return columns;
  });
  if (dummies.length === 0) return;
  createAbsorber(nested).residualise(dummies);
  for (let a = 0; a < dummies.length; a++) {
    for (let b = 0; b <= a; b++) {
      const left = dummies[a]!;
      const right = dummies[b]!;
      for (let i = 0; i < n; i++) {
        const gram = grams[clusters.codes[i]!]!;
        gram.values[a + b * gram.rows]! += left[i]! * right[i]!;
      }
    }
  }
}

function mirrorLower(gram: Matrix): void {
  for (let j = 0; j < gram.rows; j++) {
    for (let i = 0; i < j; i++) gram.values[i + j * gram.rows] = gram.values[j + i * gram.rows]!;
  }
}

/** Rows turn (levels, slopes) into orthonormal coordinates: L⁻¹ of the levels' total cross-products, redundant ones left out. */
function orthonormaliser(grams: readonly Matrix[], levels: number, k: number): Matrix {
  const raw = levels + k;
  const total = zeros(levels, levels);
  const sizes = new Float64Array(levels);
  for (const { values } of grams) {
    for (let j = 0; j < levels; j++) {
      for (let i = 0; i < levels; i++) total.values[i + j * levels]! += values[i + j * raw]!;
    }
  }
  for (let j = 0; j < levels; j++) sizes[j] = total.values[j + j * levels]!;
  const lower = total.values;
  const kept: number[] = [];
  for (let j = 0; j < levels; j++) {
    let pivot = sizes[j]!;
    for (const t of kept) pivot -= lower[j + t * levels]! ** 2;
    if (!(pivot > REDUNDANT_PIVOT * Math.max(sizes[j]!, 1))) continue;
    const root = Math.sqrt(pivot);
    for (let i = j + 1; i < levels; i++) {
      let value = lower[i + j * levels]!;
      for (const t of kept) value -= lower[i + t * levels]! * lower[j + t * levels]!;
      lower[i + j * levels] = value / root;
    }
    lower[j + j * levels] = root;
    kept.push(j);
  }
  const width = kept.length + k;
  const basis = zeros(width, raw);
  kept.forEach((j, row) => {
    // Row of L⁻¹: e_j less what the earlier coordinates explain, over the pivot.
    basis.values[row + j * width] = 1;
    for (let t = 0; t < row; t++) {
      const factor = lower[j + kept[t]! * levels]!;
      for (let u = 0; u <= t; u++)
        basis.values[row + kept[u]! * width]! -= factor * basis.values[t + kept[u]! * width]!;
    }
    const root = lower[j + j * levels]!;
    for (let u = 0; u <= row; u++) basis.values[row + kept[u]! * width]! /= root;
  });
  for (let a = 0; a < k; a++) basis.values[kept.length + a + (levels + a) * width] = 1;
  return basis;
}
