import {
  type CriterionMoments,
  type LikelihoodMethod,
  type RandomInterceptState,
  randomInterceptState,
} from "./random-intercept-criterion";

/** Decades of λ looked through; with 10⁹ rows in a group λ = 10⁻⁹ would still tell groups apart. */
const SMALLEST_EXPONENT = -10;
const LARGEST_EXPONENT = 10;
const STEPS_PER_DECADE = 3;

/**
 * The λ ≥ 0 with the smallest deviance. The deviance may have several minima, so that its slope is looked at on a grid of
 * decades, each change from falling to rising is closed in on by Newton kept inside its bracket, and the least is taken;
 * λ = 0 competes when the deviance rises from there. null when it still falls at the largest λ (no residual variance).
 */
export function searchVarianceRatio(
  moments: CriterionMoments,
  method: LikelihoodMethod,
): RandomInterceptState | null {
  const stateAt = (ratio: number) => randomInterceptState(moments, ratio, method);
  const zero = stateAt(0);
  if (zero === null || !(zero.quadratic > 0)) return null;
  let best = zero.slope >= 0 ? zero : null;
  let previous = zero;
  for (let step = SMALLEST_EXPONENT * STEPS_PER_DECADE; step <= LARGEST_EXPONENT * STEPS_PER_DECADE; step++) {
    const state = stateAt(10 ** (step / STEPS_PER_DECADE));
    if (state === null || !(state.quadratic > 0)) break;
    if (previous.slope < 0 && state.slope >= 0) {
      const minimum = closeIn(stateAt, previous, state);
      if (best === null || minimum.deviance < best.deviance) best = minimum;
    }
    previous = state;
  }
  return best;
}

function closeIn(
  stateAt: (ratio: number) => RandomInterceptState | null,
  falling: RandomInterceptState,
  rising: RandomInterceptState,
): RandomInterceptState {
  let low = falling;
  let high = rising;
  let current = rising;
  for (let iteration = 0; iteration < 200; iteration++) {
    let next = current.ratio - current.slope / current.curvature;
    if (!(current.curvature > 0 && next > low.ratio && next < high.ratio)) {
      next = low.ratio > 0 ? Math.sqrt(low.ratio * high.ratio) : high.ratio / 2;
    }
    if (Math.abs(next - current.ratio) <= 1e-14 * next || next === low.ratio || next === high.ratio) break;
    const state = stateAt(next);
    if (state === null) break;
    current = state;
    if (current.slope < 0) low = current;
    else high = current;
  }
  return current;
}
