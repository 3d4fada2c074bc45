import { requireFinite, requireFiniteColumn, requirePositive, requireSameLength } from "../arguments";
import { choleskyFactor } from "../linear-algebra/cholesky";
import type { Matrix } from "../linear-algebra/matrix";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen";
import { logGamma } from "../special/log-gamma";
import type { Generator } from "./generator";

/** One draw from N(0, 1), by Marsaglia's polar method. R: `rnorm(1)`. */
export function drawNormal(g: Generator): number {
  for (;;) {
    const u = 2 * g.uniform() - 1;
    const v = 2 * g.uniform() - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** One draw from the exponential distribution with the given rate. R: `rexp(1, rate)`. Throws if the rate is not above 0. */
export function drawExponential(g: Generator, rate: number): number {
  requirePositive(rate, "rate");
  return -Math.log(g.uniform()) / rate;
}

/**
 * One draw from the gamma distribution, mean shape/rate: Marsaglia and Tsang (2000), below shape 1 by the boost
 * Gamma(shape + 1)·U^{1/shape}. R: `rgamma(1, shape, rate)`. Throws if a parameter is not above 0.
 */
export function drawGamma(g: Generator, shape: number, rate: number): number {
  requirePositive(shape, "shape");
  requirePositive(rate, "rate");
  return Math.exp(drawLogGamma(g, shape)) / rate;
}

/** The logarithm of a Gamma(shape, 1) draw, which for a tiny shape would underflow. */
function drawLogGamma(g: Generator, shape: number): number {
  if (shape < 1) return drawLogGamma(g, shape + 1) + Math.log(g.uniform()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(g);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root ** 3;
    if (Math.log(g.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d) + Math.log(v);
  }
}

/** One draw from Beta(a, b), as a ratio of gammas on the log scale. R: `rbeta(1, a, b)`. Throws if one is not above 0. */
export function drawBeta(g: Generator, a: number, b: number): number {
  requirePositive(a, "a");
  requirePositive(b, "b");
  return 1 / (1 + Math.exp(drawLogGamma(g, b) - drawLogGamma(g, a)));
}

/** exp of N(meanLog, sdLog²). R: `rlnorm(1, meanLog, sdLog)`. Throws if a parameter is not finite or sdLog is below 0. */
export function drawLogNormal(g: Generator, meanLog: number, sdLog: number): number {
  requireFinite(meanLog, "meanLog");
  if (sdLog !== 0) requirePositive(sdLog, "sdLog");
  return Math.exp(meanLog + sdLog * drawNormal(g));
}

/**
 * One Poisson draw: by multiplication of uniforms below mean 10, by Hörmann's (1993) transformed rejection above.
 * R: `rpois(1, mean)`. Throws if the mean is not above 0.
 */
export function drawPoisson(g: Generator, mean: number): number {
  requirePositive(mean, "mean");
  if (mean < 10) {
    const stop = Math.exp(-mean);
    let product = g.uniform();
    let count = 0;
    while (product > stop) {
      product *= g.uniform();
      count += 1;
    }
    return count;
  }
  const root = Math.sqrt(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = g.uniform() - 0.5;
    const v = g.uniform();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const accept = Math.log((v * inverseAlpha) / (a / (us * us) + b));
    if (accept <= -mean + count * Math.log(mean) - logGamma(count + 1)) return count;
  }
}

/**
 * A sampler of N(mean, covariance) that factors the covariance once: Cholesky, or for a singular one its eigenvectors with
 * negative rounding errors set to 0. R: `MASS::mvrnorm`. Throws if the shapes differ or a number is not finite.
 */
export function multivariateNormalSampler(
  mean: ArrayLike<number>,
  covariance: Matrix,
): (g: Generator) => Float64Array {
  const n = mean.length;
  requireSameLength(covariance.values, n * n, "covariance");
  for (let i = 0; i < n; i++) requireFinite(mean[i]!, "mean");
  requireFiniteColumn(covariance.values, "covariance");
  const factor = choleskyFactor(covariance)?.values ?? eigenRoot(covariance);
  return (g) => {
    const result = Float64Array.from(mean);
    for (let j = 0; j < n; j++) {
      const z = drawNormal(g);
      for (let i = 0; i < n; i++) result[i] = result[i]! + factor[j * n + i]! * z;
    }
    return result;
  };
}

function eigenRoot(covariance: Matrix): Float64Array {
  const { values, vectors } = symmetricEigen(covariance);
  const root = Float64Array.from(vectors.values);
  for (let j = 0; j < values.length; j++) {
    const scale = Math.sqrt(Math.max(values[j]!, 0));
    for (let i = 0; i < values.length; i++)
      root[j * values.length + i] = root[j * values.length + i]! * scale;
  }
  return root;
}

/** One draw from N(mean, covariance). For many, make a `multivariateNormalSampler`. R: `MASS::mvrnorm(1, mean, covariance)`. */
export function drawMultivariateNormal(
  g: Generator,
  mean: ArrayLike<number>,
  covariance: Matrix,
): Float64Array {
  return multivariateNormalSampler(mean, covariance)(g);
}
