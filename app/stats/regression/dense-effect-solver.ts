import type { EffectIncidence } from "./effect-incidence";

/** A pivot below this share of its level's rows means the level is determined by those before it. */
const REDUNDANT_PIVOT = 1e-9;

export interface DenseEffectSolver {
  /** Rank of S: levels of the other effects that are not redundant. Exact, whatever the number of effects. */
  readonly rank: number;
  /** Solves S v = b in place for k right-hand sides stored level by level (`b[level * k + column]`). */
  solve(b: Float64Array, k: number): void;
}

/** Multiplications that forming S = D − B′N⁻¹B would take. */
export function formingCost(incidence: EffectIncidence): number {
  let cost = 0;
  for (let a = 0; a < incidence.main.count; a++) {
    const met = incidence.start[a + 1]! - incidence.start[a]!;
    cost += (met * met) / 2;
  }
  return cost;
}

/**
 * Cholesky of the reduced normal equations for few levels (months, say). S is singular (one direction per connected
 * component); a redundant level is set to 0, which is R's choice of a reference level, and the fit is unaffected.
 */
export function createDenseSolver(incidence: EffectIncidence): DenseEffectSolver {
  const m = incidence.levelCount;
  const lower = formReducedMatrix(incidence);
  const redundant = new Uint8Array(m);
  let rank = 0;
  // Row-oriented Cholesky: both factors of each inner product lie contiguously.
  for (let i = 0; i < m; i++) {
    const rowI = i * m;
    for (let j = 0; j <= i; j++) {
      const rowJ = j * m;
      let sum = lower[rowI + j]!;
      for (let t = 0; t < j; t++) sum -= lower[rowI + t]! * lower[rowJ + t]!;
      if (j < i) lower[rowI + j] = redundant[j] === 1 ? 0 : sum / lower[rowJ + j]!;
      else if (sum <= REDUNDANT_PIVOT * incidence.levelRows[i]!) {
        redundant[i] = 1;
        lower[rowI + i] = 1;
        for (let t = 0; t < i; t++) lower[rowI + t] = 0;
      } else {
        lower[rowI + i] = Math.sqrt(sum);
        rank += 1;
      }
    }
  }
  const solve = (b: Float64Array, k: number): void => {
    for (let c = 0; c < k; c++) {
      for (let i = 0; i < m; i++) {
        if (redundant[i] === 1) {
          b[i * k + c] = 0;
          continue;
        }
        let sum = b[i * k + c]!;
        for (let t = 0; t < i; t++) sum -= lower[i * m + t]! * b[t * k + c]!;
        b[i * k + c] = sum / lower[i * m + i]!;
      }
      for (let i = m - 1; i >= 0; i--) {
        if (redundant[i] === 1) continue;
        let sum = b[i * k + c]!;
        for (let t = i + 1; t < m; t++) sum -= lower[t * m + i]! * b[t * k + c]!;
        b[i * k + c] = sum / lower[i * m + i]!;
      }
    }
  };
  return { rank, solve };
}

/** The lower triangle of S, by rows. */
function formReducedMatrix(incidence: EffectIncidence): Float64Array {
  const { levelCount: m, start, level, weight, mainRows, levelRows, cells } = incidence;
  const s = new Float64Array(m * m);
  for (let a = 0; a < incidence.main.count; a++) {
    const end = start[a + 1]!;
    for (let p = start[a]!; p < end; p++) {
      const row = level[p]! * m;
      const share = weight[p]! / mainRows[a]!;
      for (let q = start[a]!; q < end; q++) s[row + level[q]!]! -= share * weight[q]!;
    }
  }
  for (let l = 0; l < m; l++) s[l * m + l]! += levelRows[l]!;
  for (let cell = 0; cell < cells.from.length; cell++) {
    // `to` belongs to the later effect, so this is the lower triangle.
    s[cells.to[cell]! * m + cells.from[cell]!]! += cells.weight[cell]!;
  }
  return s;
}
