/** A predictor whose variance left over by the others is below this share of its own is taken as their sum. */
const collinear = 1e-10;

/**
 * Predictors that are linear combinations of those before them, from the correlations of p predictors with the
 * outcome last (k = p + 1, column-major). Empty when all stand on their own.
 */
export function collinearPredictors(correlation: Float64Array, k: number): number[] {
  const left = Float64Array.from(correlation);
  const found: number[] = [];
  for (let j = 0; j < k - 1; j++) {
    const pivot = left[j * k + j]!;
    if (pivot < collinear) {
      found.push(j);
      continue;
    }
    for (let a = j + 1; a < k; a++) {
      const factor = left[j * k + a]! / pivot;
      for (let b = j + 1; b <= a; b++) {
        left[b * k + a]! -= factor * left[j * k + b]!;
        left[a * k + b] = left[b * k + a]!;
      }
    }
  }
  return found;
}

/**
 * R² of every subset of the predictors; entry m is the subset whose members are the set bits of m. The subsets are
 * walked depth first, each step sweeping one predictor out of what is left of the correlations, so that no entry is
 * the result of more than p sweeps and nothing is ever swept back in.
 */
export function subsetRSquared(correlation: Float64Array, k: number): Float64Array {
  const p = k - 1;
  const rSquared = new Float64Array(2 ** p);
  const buffers = Array.from({ length: p + 1 }, () => new Float64Array(k * k));
  buffers[0]!.set(correlation);
  const visit = (from: number, depth: number, subset: number, explained: number): void => {
    const left = buffers[depth]!;
    const next = buffers[depth + 1]!;
    for (let j = from; j < p; j++) {
      const pivot = left[j * k + j]!;
      const withOutcome = left[j * k + p]!;
      const member = subset | (1 << j);
      const total = explained + (withOutcome * withOutcome) / pivot;
      rSquared[member] = total;
      if (j === p - 1) continue;
      for (let a = j + 1; a < k; a++) {
        const factor = left[j * k + a]! / pivot;
        for (let b = j + 1; b <= a; b++) next[b * k + a] = left[b * k + a]! - factor * left[j * k + b]!;
      }
      visit(j + 1, depth + 1, member, total);
    }
  };
  visit(0, 0, 0, 0);
  return rSquared;
}

/**
 * Lindeman–Merenda–Gold shares, which are the Shapley values of R²: for each predictor the rise in R² on entering,
 * averaged over all orders of entry. They add up to R².
 */
export function lmgShares(correlation: Float64Array, k: number): Float64Array {
  const p = k - 1;
  const rSquared = subsetRSquared(correlation, k);
  // (s)! (p − s − 1)! / p! for a subset of size s.
  const weight = new Float64Array(p);
  weight[0] = 1 / p;
  for (let s = 1; s < p; s++) weight[s] = (weight[s - 1]! * s) / (p - s);
  const share = new Float64Array(p);
  for (let subset = 0; subset < rSquared.length; subset++) {
    let size = 0;
    for (let bits = subset; bits > 0; bits &= bits - 1) size++;
    if (size === p) continue;
    const base = rSquared[subset]!;
    const w = weight[size]!;
    for (let j = 0; j < p; j++) {
      const bit = 1 << j;
      if (!(subset & bit)) share[j]! += w * (rSquared[subset | bit]! - base);
    }
  }
  return share;
}
