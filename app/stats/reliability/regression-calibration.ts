import {
  ArgumentError,
  requireFinite,
  requireFiniteColumn,
  requirePositive,
  requireSameLength,
} from "../arguments";
import { waldEstimate } from "../inference/wald";
import {
  fromColumns,
  type Matrix,
  multiply,
  multiplyVector,
  transpose,
  zeros,
} from "../linear-algebra/matrix";
import { householderQr } from "../linear-algebra/qr";
import { type Estimate, type Refusal, refuse } from "../result";

export interface NoisyCoefficient {
  /** Coefficient of the noisy predictor. */
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom?: number;
  readonly n: number;
  /** Reliability of the predictor, given the other predictors, in (0, 1]. */
  readonly reliability: number;
  /** 0 takes the reliability as known. */
  readonly reliabilityStandardError?: number;
  /** Below it nothing is reported; 0 unless said. */
  readonly minimumReliability?: number;
  readonly level?: number;
}

/**
 * A coefficient corrected for the noise of its predictor: β/λ, error √(SE²/λ² + β²·SE_λ²/λ⁴).
 * Source: Fuller (1987); Carroll et al. (2006), ch. 4. R: `b / lambda`, `msm::deltamethod`.
 * Throws if an argument is out of range. Refuses: not-identified where the reliability is 0, below the minimum asked for, or
 * not told from 0 by its own error (λ < 1.96·SE_λ): then no number is better than one.
 */
export function correctForUnreliability(given: NoisyCoefficient): Estimate | Refusal {
  const { estimate, standardError, degreesOfFreedom = Infinity, reliability, level } = given;
  const { reliabilityStandardError = 0, minimumReliability = 0 } = given;
  requireFinite(estimate, "estimate");
  requireFinite(given.n, "n");
  if (degreesOfFreedom !== Infinity) requirePositive(degreesOfFreedom, "degreesOfFreedom");
  if (standardError !== 0) requirePositive(standardError, "standardError");
  if (reliabilityStandardError !== 0) requirePositive(reliabilityStandardError, "reliabilityStandardError");
  if (!(reliability <= 1)) throw new ArgumentError("reliability", `must be at most 1, got ${reliability}`);
  if (reliability <= 0 || reliability < minimumReliability || reliability < 1.96 * reliabilityStandardError) {
    return refuse("not-identified", { reliability, reliabilityStandardError, minimumReliability });
  }
  return waldEstimate({
    estimate: estimate / reliability,
    standardError: Math.hypot(
      standardError / reliability,
      (estimate * reliabilityStandardError) / (reliability * reliability),
    ),
    degreesOfFreedom,
    n: given.n,
    method: "regression-calibration",
    level,
  });
}

export interface CalibratedCoefficients {
  readonly coefficients: Float64Array;
  readonly covariance: Matrix;
}

/**
 * Several coefficients at once: Λ⁻¹·b and Λ⁻¹·V·Λ⁻ᵀ, where column k of the calibration matrix Λ holds the slopes of true
 * predictor k on the measured ones, so that E[X|W] = Λᵀ·W and the naive coefficients are b = Λ·β.
 * Source: Rosner, Spiegelman and Willett (1990). R: `solve(Lambda, b)`. Λ is taken as known.
 * Throws if the shapes differ. Refuses: rank-deficient if Λ cannot be inverted.
 */
export function calibrateCoefficients(
  coefficients: ArrayLike<number>,
  covariance: Matrix,
  calibration: Matrix,
): CalibratedCoefficients | Refusal {
  const k = coefficients.length;
  requireFiniteColumn(coefficients, "coefficients");
  requireSameLength(covariance.values, k * k, "covariance");
  requireSameLength(calibration.values, k * k, "calibration");
  requireFiniteColumn(covariance.values, "covariance");
  requireFiniteColumn(calibration.values, "calibration");
  const qr = householderQr(calibration, 1e-10);
  if (qr.rank < k) return refuse("rank-deficient", { rank: qr.rank, columns: k });
  const unit = zeros(k, k);
  const inverse = fromColumns(
    Array.from({ length: k }, (_, j) => {
      const column = unit.values.slice(j * k, (j + 1) * k);
      column[j] = 1;
      return qr.solve(column);
    }),
  );
  return {
    coefficients: multiplyVector(inverse, coefficients),
    covariance: multiply(multiply(inverse, covariance), transpose(inverse)),
  };
}
