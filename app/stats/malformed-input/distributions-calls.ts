import type { Calls } from "./case";

/** The density of nothing is nothing, as in R. */
const nanInNanOut = ["x: NaN"];

export const distributionsCalls: Calls = {
  "distributions/normal": {
    normalCdf: () => [1.2],
    normalQuantile: () => [0.3],
    normalDensity: { args: () => [1.2], passes: nanInNanOut },
    normalLogDensity: { args: () => [1.2], passes: nanInNanOut },
  },
  "distributions/student-t": {
    studentTCdf: () => [1.2, 7],
    studentTQuantile: () => [0.3, 7],
  },
  "distributions/chi-square": { chiSquareCdf: () => [3, 4], chiSquareQuantile: () => [0.3, 4] },
  "distributions/f": { fCdf: () => [2, 3, 20], fQuantile: () => [0.3, 3, 20] },
  "distributions/gamma": { gammaCdf: () => [2, 3, 1], gammaQuantile: () => [0.3, 3, 1] },
  "distributions/beta": { betaCdf: () => [0.2, 3, 2], betaQuantile: () => [0.3, 3, 2] },
  "distributions/poisson": { poissonCdf: () => [3, 2.5] },
  "distributions/binomial": { binomialCdf: () => [3, 10, 0.3] },
  "distributions/noncentral-t": { noncentralTCdf: () => [1.2, 7, 0.5] },
  "special/log-gamma": { logGamma: { args: () => [3.3], passes: nanInNanOut } },
  "special/digamma": { digamma: () => [3.3], trigamma: () => [3.3] },
  "special/log-beta": { logBeta: () => [3.3, 2] },
  "special/hypergeometric": { hypergeometric2F1: () => [1, 2, 3, 0.4] },
  "special/regularised-beta": { regularisedBeta: () => [0.3, 2, 3] },
  "special/regularised-gamma": { regularisedGammaLower: () => [2, 3], regularisedGammaUpper: () => [2, 3] },
};
