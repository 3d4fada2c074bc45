import type { Matrix } from "../linear-algebra/matrix";

/** A block of this many rows of ten columns stays in the first-level cache. */
const BLOCK_ROWS = 256;

/**
 * The upper triangle R of a QR decomposition of a tall matrix, p × p, without Q: Householder reflections eat the rows in
 * blocks that fit the cache. R has the inner products of the columns (R′R = X′X), so rank, solutions and inverses are
 * read off it with the accuracy of QR, not of the normal equations.
 *
 * `rootWeights`, when given, multiplies each row.
 * Source: Demmel, Grigori, Hoemmen and Langou (2012), sequential TSQR. R: `qr.R(qr(X))` up to signs.
 */
export function triangularReduction(
  columns: readonly ArrayLike<number>[],
  rowCount: number,
  rootWeights: Float64Array | null = null,
): Matrix {
  const p = columns.length;
  const r = new Float64Array(p * p);
  const block = Array.from({ length: p }, () => new Float64Array(BLOCK_ROWS));
  for (let start = 0; start < rowCount; start += BLOCK_ROWS) {
    const height = Math.min(BLOCK_ROWS, rowCount - start);
    for (let j = 0; j < p; j++) loadBlock(block[j]!, columns[j]!, start, height, rootWeights);
    eatBlock(r, block, height, p);
  }
  return { rows: p, columns: p, values: r };
}

function loadBlock(
  target: Float64Array,
  column: ArrayLike<number>,
  start: number,
  height: number,
  rootWeights: Float64Array | null,
): void {
  if (rootWeights === null) for (let i = 0; i < height; i++) target[i] = column[start + i]!;
  else for (let i = 0; i < height; i++) target[i] = column[start + i]! * rootWeights[start + i]!;
}

function eatBlock(r: Float64Array, block: readonly Float64Array[], height: number, p: number): void {
  for (let j = 0; j < p; j++) {
    const v = block[j]!;
    const below = dot(v, v, height);
    if (below === 0) continue;
    const alpha = r[j + j * p]!;
    const norm = Math.sqrt(alpha * alpha + below);
    const beta = alpha >= 0 ? -norm : norm;
    const top = alpha - beta;
    const scale = -1 / (beta * top);
    r[j + j * p] = beta;
    for (let l = j + 1; l < p; l++) {
      const other = block[l]!;
      const step = scale * (top * r[j + l * p]! + dot(v, other, height));
      r[j + l * p]! -= step * top;
      for (let i = 0; i < height; i++) other[i]! -= step * v[i]!;
    }
  }
}

/** Four running sums: the additions overlap, and the rounding error is smaller than of one. */
function dot(a: Float64Array, b: Float64Array, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}
