import { weightedGramInverse } from "./weighted-gram-inverse";

/** Above this, a unit is all but certain to be treated and has no counterpart: R's did gives the cell up as well. */
const overlapLimit = 0.999;

/**
 * Logit of being treated (the first `treated` rows) on a row-major design, by Newton with step halving from zero.
 * Kept beside its only user: it needs the information's inverse and the fitted probabilities and nothing else.
 */
export function propensityLogit(
  design: Float64Array,
  width: number,
  weight: Float64Array,
  treated: number,
): { probability: Float64Array; inverseInformation: Float64Array } | "separated" | "rank-deficient" {
  const rows = weight.length;
  const probability = new Float64Array(rows);
  const information = new Float64Array(rows);
  let coefficient = new Float64Array(width);

  const evaluate = (beta: Float64Array): number => {
    let deviance = 0;
    for (let i = 0; i < rows; i++) {
      let eta = 0;
      for (let a = 0; a < width; a++) eta += design[i * width + a]! * beta[a]!;
      const p = 1 / (1 + Math.exp(-eta));
      probability[i] = p;
      information[i] = weight[i]! * p * (1 - p);
      const signed = i < treated ? -eta : eta;
      deviance += weight[i]! * (signed > 30 ? signed : Math.log1p(Math.exp(signed)));
    }
    return deviance;
  };

  let deviance = evaluate(coefficient);
  for (let iteration = 0; iteration < 50; iteration++) {
    const inverse = weightedGramInverse(design, width, information);
    if (!inverse) return iteration === 0 ? "rank-deficient" : "separated";
    const score = new Float64Array(width);
    for (let i = 0; i < rows; i++) {
      const part = weight[i]! * ((i < treated ? 1 : 0) - probability[i]!);
      for (let a = 0; a < width; a++) score[a]! += part * design[i * width + a]!;
    }
    const step = new Float64Array(width);
    let decrement = 0;
    for (let b = 0; b < width; b++) {
      for (let a = 0; a < width; a++) step[a]! += inverse[b * width + a]! * score[b]!;
    }
    for (let a = 0; a < width; a++) decrement += step[a]! * score[a]!;
    let size = 1;
    let next = coefficient;
    let reached = deviance;
    for (; size > 1e-4; size /= 2) {
      next = coefficient.map((value, a) => value + size * step[a]!);
      reached = evaluate(next);
      if (reached <= deviance + 1e-12 * Math.abs(deviance)) break;
    }
    coefficient = next;
    deviance = reached;
    // One more step has been taken than needed to get here: the error left is the square of what is tested.
    if (decrement < 1e-14 * (1 + deviance)) {
      const inverseInformation = weightedGramInverse(design, width, information);
      if (!inverseInformation) return "separated";
      for (let i = 0; i < rows; i++) if (probability[i]! >= overlapLimit) return "separated";
      return { probability, inverseInformation };
    }
  }
  return "separated";
}
