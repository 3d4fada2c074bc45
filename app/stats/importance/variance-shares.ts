import { ArgumentError } from "../arguments";
import { isRefusal, type Refusal, refuse } from "../result";
import { correlationOf, crossProducts, type DriverData, standardise } from "./cross-products";
import { johnsonShares } from "./johnson-shares";
import { collinearPredictors, lmgShares } from "./lmg-shares";

/** 2^15 subsets take a moment; each further predictor doubles it. */
export const mostShapleyPredictors = 15;

export interface VarianceShares {
  readonly method: "LMG (Shapley)" | "Johnson relative weights";
  /** What a share of explained variance can be called; never a cause. */
  readonly interpretation: "association";
  readonly rSquared: number;
  /** Per predictor, adding up to rSquared. */
  readonly importance: readonly number[];
  /** importance / rSquared, adding up to 1; NaN where rSquared is 0. */
  readonly share: readonly number[];
  /** Correlation of each predictor with the outcome, everything else ignored. */
  readonly correlation: readonly number[];
  readonly standardisedCoefficient: readonly number[];
  /** Rows, or the sum of the weights. */
  readonly n: number;
  readonly warnings: readonly string[];
}

/**
 * How much of R² belongs to each predictor: Lindeman–Merenda–Gold shares, the Shapley values of R².
 *
 * LMG_j = Σ_{S ∌ j} |S|! (p − |S| − 1)! / p! · (R²(S ∪ j) − R²(S)). At most 15 predictors (2^15 subsets).
 * n rows of an outcome and p columns; weights count rows. No standard error: see `driverImportance`.
 * Source: Lindeman, Merenda & Gold (1980); Grömping (2006), JSS 17(1).
 * R: `relaimpo::calc.relimp(lm(y ~ ., d), type = "lmg")@lmg`
 *
 * Throws ArgumentError for columns of other lengths, values that are not finite, weights not above 0, no predictor
 * or more than 15. Refuses `too-few-observations` (n < p + 2), `no-variation` (constant columns, by number),
 * `rank-deficient` (predictors that are sums of earlier ones, by number).
 */
export function shapleyImportance(data: DriverData): VarianceShares | Refusal {
  if (data.predictors.length > mostShapleyPredictors) {
    throw new ArgumentError("predictors", `at most ${mostShapleyPredictors}; relativeWeights takes more`);
  }
  return sharesOfAll(data, "LMG (Shapley)");
}

/**
 * How much of R² belongs to each predictor: Johnson's relative weights, close to LMG and cheap for any p.
 *
 * With R = V Λ V' the predictors' correlations and r theirs with the outcome: ε = (R^½)∘² · (R^-½ r)∘².
 * Source: Johnson (2000), Multivariate Behavioral Research 35(1).
 * R: `e <- eigen(R); h <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors); h^2 %*% solve(h, r)^2`
 *
 * Throws and refuses as `shapleyImportance`, without its limit on predictors.
 */
export function relativeWeights(data: DriverData): VarianceShares | Refusal {
  return sharesOfAll(data, "Johnson relative weights");
}

function sharesOfAll(data: DriverData, method: VarianceShares["method"]): VarianceShares | Refusal {
  const standardised = standardise(data);
  if (isRefusal(standardised)) return standardised;
  const k = standardised.columns.length;
  return sharesOfProducts(crossProducts(standardised), k, method);
}

/** The shares from a packed block of cross-products of k columns, the outcome last. */
export function sharesOfProducts(
  packed: Float64Array,
  k: number,
  method: VarianceShares["method"],
): VarianceShares | Refusal {
  const correlation = correlationOf(packed, k);
  if (!correlation) return refuse("no-variation");
  const collinear = collinearPredictors(correlation, k);
  if (collinear.length > 0) return refuse("rank-deficient", { predictors: collinear });
  const p = k - 1;
  const importance = method === "LMG (Shapley)" ? lmgShares(correlation, k) : johnsonShares(correlation, k);
  const coefficient = standardisedCoefficients(correlation, k);
  const withOutcome = correlation.subarray(p * k, p * k + p);
  let rSquared = 0;
  for (let j = 0; j < p; j++) rSquared += coefficient[j]! * withOutcome[j]!;
  return {
    method,
    interpretation: "association",
    rSquared,
    importance: [...importance],
    share: Array.from(importance, (value) => (rSquared > 0 ? value / rSquared : Number.NaN)),
    correlation: [...withOutcome],
    standardisedCoefficient: [...coefficient],
    n: packed[0]!,
    warnings: rSquared > 0 ? [] : ["nothing-explained"],
  };
}

/** Solves R β = r by elimination without row exchanges, R being positive definite by now. */
function standardisedCoefficients(correlation: Float64Array, k: number): Float64Array {
  const p = k - 1;
  const left = Float64Array.from(correlation);
  for (let j = 0; j < p; j++) {
    for (let a = j + 1; a < k; a++) {
      const factor = left[j * k + a]! / left[j * k + j]!;
      for (let b = j + 1; b <= a; b++) left[b * k + a]! -= factor * left[j * k + b]!;
    }
  }
  const beta = new Float64Array(p);
  for (let j = p - 1; j >= 0; j--) {
    let rest = left[j * k + p]!;
    for (let a = j + 1; a < p; a++) rest -= left[j * k + a]! * beta[a]!;
    beta[j] = rest / left[j * k + j]!;
  }
  return beta;
}
