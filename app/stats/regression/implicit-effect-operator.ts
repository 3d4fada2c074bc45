import { LANES, type PreconditionedOperator } from "./conjugate-gradients";
import type { EffectIncidence } from "./effect-incidence";

/**
 * S = D − B′N⁻¹B applied through the incidence B, never formed, with its diagonal as preconditioner: for effects so entangled
 * that S would be too large to hold.
 */
export function createImplicitOperator(incidence: EffectIncidence): PreconditionedOperator {
  const { start, level, weight, mainRows, levelRows, cells } = incidence;
  const inverseDiagonal = invertedDiagonal(incidence);
  return {
    precondition(v, out, k) {
      for (let l = 0, at = 0; l < inverseDiagonal.length; l++) {
        for (let c = 0; c < k; c++, at++) out[at] = inverseDiagonal[l]! * v[at]!;
      }
    },
    apply(v, out, k) {
      for (let l = 0, at = 0; l < levelRows.length; l++) {
        for (let c = 0; c < k; c++, at++) out[at] = levelRows[l]! * v[at]!;
      }
      for (let cell = 0; cell < cells.from.length; cell++) {
        const from = cells.from[cell]! * k;
        const to = cells.to[cell]! * k;
        const w = cells.weight[cell]!;
        for (let c = 0; c < k; c++) {
          out[from + c]! += w * v[to + c]!;
          out[to + c]! += w * v[from + c]!;
        }
      }
      for (let a = 0; a < mainRows.length; a++) {
        const first = start[a]!;
        const end = start[a + 1]!;
        const rows = mainRows[a]!;
        for (let c = 0; c < k; c += LANES) {
          let s0 = 0;
          let s1 = 0;
          let s2 = 0;
          for (let p = first; p < end; p++) {
            const at = level[p]! * k + c;
            const w = weight[p]!;
            s0 += w * v[at]!;
            s1 += w * v[at + 1]!;
            s2 += w * v[at + 2]!;
          }
          s0 /= rows;
          s1 /= rows;
          s2 /= rows;
          for (let p = first; p < end; p++) {
            const at = level[p]! * k + c;
            const w = weight[p]!;
            out[at]! -= w * s0;
            out[at + 1]! -= w * s1;
            out[at + 2]! -= w * s2;
          }
        }
      }
    },
  };
}

/** 1 / diagonal of S; 0 for a level that its main levels determine fully. */
function invertedDiagonal(incidence: EffectIncidence): Float64Array {
  const { start, level, weight, mainRows, levelRows } = incidence;
  const diagonal = levelRows.slice();
  for (let a = 0; a < mainRows.length; a++) {
    for (let p = start[a]!; p < start[a + 1]!; p++) {
      diagonal[level[p]!]! -= (weight[p]! * weight[p]!) / mainRows[a]!;
    }
  }
  for (let l = 0; l < diagonal.length; l++) {
    diagonal[l] = diagonal[l]! > 1e-9 * levelRows[l]! ? 1 / diagonal[l]! : 0;
  }
  return diagonal;
}
