import { propensityLogit } from "./propensity-logit";
import { weightedGramInverse } from "./weighted-gram-inverse";

export type DifferenceMethod = "unconditional" | "regression" | "ipw" | "doubly-robust";

/**
 * One treated group against one comparison group, before and after. `change` is each unit's later less its earlier
 * outcome; treated units come first. `design` holds the covariates row by row, its first column all ones.
 */
export interface TwoPeriodDifference {
  readonly change: Float64Array;
  readonly weight: Float64Array;
  readonly treated: number;
  readonly design: Float64Array;
  readonly width: number;
}

export type DifferenceProblem = "separated" | "rank-deficient";

/**
 * The average effect on the treated and, written into `influence`, each unit's share of its error: the standard error
 * is the root of their sum of squares. (The influence function of the papers is `influence` times the units.)
 */
export function twoPeriodDifference(
  data: TwoPeriodDifference,
  method: DifferenceMethod,
  influence: Float64Array,
): number | DifferenceProblem {
  if (method === "unconditional") return unconditional(data, influence);
  return adjusted(data, method, influence);
}

/** Mean change of the treated less that of the others. */
function unconditional({ change, weight, treated }: TwoPeriodDifference, influence: Float64Array): number {
  const n = change.length;
  const meanOf = (from: number, to: number): number => {
    let total = 0;
    let sum = 0;
    for (let i = from; i < to; i++) {
      total += weight[i]!;
      sum += weight[i]! * change[i]!;
    }
    const mean = sum / total;
    for (let i = from; i < to; i++) influence[i] = (weight[i]! * (change[i]! - mean)) / total;
    return mean;
  };
  const onTreated = meanOf(0, treated);
  const onOthers = meanOf(treated, n);
  for (let i = treated; i < n; i++) influence[i] = -influence[i]!;
  return onTreated - onOthers;
}

/**
 * Sant'Anna & Zhao (2020): outcome regression, standardised inverse probability weighting, and both at once (their
 * equation for panels with the logit and weighted least squares), with the influence of the fitted parts.
 * The same numbers as R's DRDID::reg_did_panel, std_ipw_did_panel and drdid_panel.
 */
function adjusted(
  { change, weight, treated, design, width }: TwoPeriodDifference,
  method: "regression" | "ipw" | "doubly-robust",
  influence: Float64Array,
): number | DifferenceProblem {
  const n = change.length;
  const residual = Float64Array.from(change);
  let outcomeInverse: Float64Array | null = null;
  if (method !== "ipw") {
    const comparisonWeight = Float64Array.from(weight);
    comparisonWeight.fill(0, 0, treated);
    outcomeInverse = weightedGramInverse(design, width, comparisonWeight);
    if (!outcomeInverse) return "rank-deficient";
    const products = new Float64Array(width);
    for (let i = treated; i < n; i++) addScaled(products, design, i, weight[i]! * change[i]!);
    const coefficient = product(outcomeInverse, products, width);
    for (let i = 0; i < n; i++) residual[i]! -= inner(design, i, coefficient);
  }

  // What the comparison units stand for: their odds of being treated, or nothing when only the regression is used.
  const odds = new Float64Array(n);
  let score: Float64Array | null = null;
  let scoreInverse: Float64Array | null = null;
  if (method !== "regression") {
    const fit = propensityLogit(design, width, weight, treated);
    if (typeof fit === "string") return fit;
    scoreInverse = fit.inverseInformation;
    score = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const p = fit.probability[i]!;
      score[i] = weight[i]! * ((i < treated ? 1 : 0) - p);
      if (i >= treated) odds[i] = (weight[i]! * p) / (1 - p);
    }
  }

  let treatedWeight = 0;
  let onTreated = 0;
  for (let i = 0; i < treated; i++) {
    treatedWeight += weight[i]!;
    onTreated += weight[i]! * residual[i]!;
  }
  onTreated /= treatedWeight;
  let oddsTotal = 0;
  let onOthers = 0;
  for (let i = treated; i < n; i++) {
    oddsTotal += odds[i]!;
    onOthers += odds[i]! * residual[i]!;
  }
  if (score) {
    if (!(oddsTotal > 0)) return "separated";
    onOthers /= oddsTotal;
  } else {
    onOthers = 0;
  }

  influence.fill(0, 0, n);
  for (let i = 0; i < treated; i++) influence[i] = (weight[i]! * (residual[i]! - onTreated)) / treatedWeight;
  if (score && scoreInverse) {
    const moment = new Float64Array(width);
    for (let i = treated; i < n; i++) {
      influence[i]! -= (odds[i]! * (residual[i]! - onOthers)) / oddsTotal;
      addScaled(moment, design, i, odds[i]! * (residual[i]! - onOthers));
    }
    const direction = product(scoreInverse, moment, width);
    for (let i = 0; i < n; i++) influence[i]! -= (score[i]! * inner(design, i, direction)) / oddsTotal;
  }
  if (outcomeInverse) {
    // A wrong coefficient moves the treated mean one way and, where there are weights, the others' the other way.
    const moment = new Float64Array(width);
    for (let i = 0; i < treated; i++) addScaled(moment, design, i, weight[i]! / treatedWeight);
    if (score) for (let i = treated; i < n; i++) addScaled(moment, design, i, -odds[i]! / oddsTotal);
    const direction = product(outcomeInverse, moment, width);
    for (let i = treated; i < n; i++)
      influence[i]! -= weight[i]! * residual[i]! * inner(design, i, direction);
  }
  return onTreated - onOthers;
}

function addScaled(into: Float64Array, design: Float64Array, row: number, factor: number): void {
  const width = into.length;
  for (let a = 0; a < width; a++) into[a]! += factor * design[row * width + a]!;
}

function inner(design: Float64Array, row: number, vector: Float64Array): number {
  const width = vector.length;
  let sum = 0;
  for (let a = 0; a < width; a++) sum += design[row * width + a]! * vector[a]!;
  return sum;
}

function product(matrix: Float64Array, vector: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width);
  for (let b = 0; b < width; b++) {
    for (let a = 0; a < width; a++) result[a]! += matrix[b * width + a]! * vector[b]!;
  }
  return result;
}
