import type { Matrix } from "../linear-algebra/matrix";
import type { GroupCodes } from "./group-codes";

/** A column left out of the fit, and why. */
export interface DroppedColumn {
  /** Place among the covariates passed in, from 0. */
  readonly column: number;
  readonly name: string;
  /** "absorbed" by the effects (constant within them), or "collinear" with the columns before it. */
  readonly reason: "absorbed" | "collinear";
}

/**
 * What every covariance estimator needs of a least-squares fit. With fixed effects, `design` and `residuals` are what is
 * left after the effects are projected out, which by Frisch–Waugh–Lovell gives the slopes of the full regression.
 */
export interface LinearFit {
  /** Names of the k coefficients, the intercept first where there is one. */
  readonly names: readonly string[];
  /** Place of each coefficient among the covariates passed in; −1 is the intercept. */
  readonly columns: readonly number[];
  readonly coefficients: Float64Array;
  /** k columns over the rows used. Square roots of the weights are *not* multiplied in. */
  readonly design: readonly Float64Array[];
  readonly residuals: Float64Array;
  /** null when every row counts once. */
  readonly weights: Float64Array | null;
  readonly weightKind: WeightKind;
  /** (X′WX)⁻¹, k × k. */
  readonly gramInverse: Matrix;
  /**
   * R⁻¹ of the QR decomposition, upper triangular: W^{1/2}XR⁻¹ has orthonormal columns. Sandwiches are formed in these
   * coordinates, where they keep the digits that (X′X)⁻¹M(X′X)⁻¹ loses when X is far from orthogonal.
   */
  readonly rootInverse: Matrix;
  readonly residualSumOfSquares: number;
  /** Observations: rows, or the sum of frequency weights. */
  readonly n: number;
  /** Rows used, as positions in the columns passed in. */
  readonly rows: Int32Array;
  /** Rows passed in, so that cluster identifiers can be given for all of them. */
  readonly rowsPassed: number;
  /** Absorbed classifications over the rows used; empty without fixed effects. */
  readonly effects: readonly GroupCodes[];
  /** Degrees of freedom the effects use up; 0 without them. */
  readonly absorbedDegreesOfFreedom: number;
  /** n − k − absorbed. */
  readonly residualDegreesOfFreedom: number;
  readonly dropped: readonly DroppedColumn[];
  readonly warnings: readonly string[];
}

/** "frequency": the row stands for w equal rows. "precision": its error variance is σ²/w, as in R's lm(weights = ). */
export type WeightKind = "frequency" | "precision";

/** A covariance matrix of the coefficients with the reference distribution that goes with it. */
export interface CovarianceEstimate {
  /** k × k, in the order of `LinearFit.names`. */
  readonly matrix: Matrix;
  /** One number for all coefficients, or one each (CR2 with Satterthwaite). */
  readonly degreesOfFreedom: number | Float64Array;
  readonly method: string;
  readonly warnings: readonly string[];
}
