import { ArgumentError, requirePositive } from "../arguments";
import { type Refusal, refuse } from "../result";
import { visitGaussLegendre } from "../special/gauss-legendre";
import { logGammaRatio } from "../special/log-gamma";
import { distinctHistories } from "./distinct-histories";
import { fitLogParameters, type LogParameterFit, type Parameters } from "./log-parameter-fit";
import {
  type PurchaseHistories,
  type PurchaseHistory,
  requireHistories,
  requireHistory,
} from "./purchase-histories";

/**
 * Pareto/NBD: purchases Poisson with rates Gamma(r, alpha), lifetimes exponential with rates Gamma(s, beta) over customers.
 * Source: Schmittlein, Morrison and Colombo (1987); Fader and Hardie (2005), "A note on deriving the Pareto/NBD model".
 */
export type ParetoNbdParameters = Parameters<"r" | "alpha" | "s" | "beta">;

const NAMES = ["r", "alpha", "s", "beta"] as const;

interface Departure {
  /** log of s·∫_{t_x}^{T} (α+u)^{−(r+x)}·(β+u)^{−(s+1)} du over (α+T)^{−(r+x)}·(β+T)^{−s}: the log odds of having left. */
  readonly logOdds: number;
  /** Means over the time of leaving u, weighted by the integrand, that the gradient needs. */
  readonly meanLogAlpha: number;
  readonly meanInverseAlpha: number;
  readonly meanLogBeta: number;
  readonly meanInverseBeta: number;
}

const PRESENT: Departure = {
  logOdds: -Infinity,
  meanLogAlpha: 0,
  meanInverseAlpha: 0,
  meanLogBeta: 0,
  meanInverseBeta: 0,
};

/**
 * The textbook writes the integral as a difference of two ₂F₁, which cancels when T is close to t_x and needs a case for each
 * sign of α − β; the integral itself is smooth, in v = log of the time since an origin, and needs neither.
 */
function departure(
  r: number,
  alpha: number,
  s: number,
  beta: number,
  x: number,
  last: number,
  end: number,
): Departure {
  if (end <= last) return PRESENT;
  const start = Math.min(alpha, beta) + last;
  const width = Math.log1p((end - last) / start);
  const fromAlpha = alpha + last;
  const fromBeta = beta + last;
  // The integrand is log-concave in v, so what lies past the point where it has fallen by e^−45 is nothing.
  const exponent = (v: number) => {
    const gone = start * Math.expm1(v);
    return v - (r + x) * Math.log1p(gone / fromAlpha) - (s + 1) * Math.log1p(gone / fromBeta);
  };
  let reach = width;
  let fall = -exponent(width);
  if (fall > 45) {
    let near = 0;
    for (let i = 0; i < 60 && (fall > 50 || fall < 45); i++) {
      const middle = (near + reach) / 2;
      const there = -exponent(middle);
      if (there >= 45) {
        reach = middle;
        fall = there;
      } else near = middle;
    }
  }
  const panels = 1 + Math.floor(Math.min(Math.max(fall, 0), 60) / 12);
  let area = 0;
  let logAlpha = 0;
  let inverseAlpha = 0;
  let logBeta = 0;
  let inverseBeta = 0;
  visitGaussLegendre(0, reach, panels, (v, weight) => {
    const gone = start * Math.expm1(v);
    const ratioAlpha = Math.log1p(gone / fromAlpha);
    const ratioBeta = Math.log1p(gone / fromBeta);
    const part = weight * Math.exp(v - (r + x) * ratioAlpha - (s + 1) * ratioBeta);
    area += part;
    logAlpha += part * ratioAlpha;
    logBeta += part * ratioBeta;
    inverseAlpha += part / (fromAlpha + gone);
    inverseBeta += part / (fromBeta + gone);
  });
  return {
    logOdds:
      Math.log(s * area * (start / fromBeta)) +
      (r + x) * Math.log1p((end - last) / fromAlpha) +
      s * Math.log1p((end - last) / fromBeta),
    meanLogAlpha: Math.log(fromAlpha) + logAlpha / area,
    meanInverseAlpha: inverseAlpha / area,
    meanLogBeta: Math.log(fromBeta) + logBeta / area,
    meanInverseBeta: inverseBeta / area,
  };
}

function logLikelihood(
  r: number,
  alpha: number,
  s: number,
  beta: number,
  { frequency: x, observed: end }: PurchaseHistory,
  { logOdds }: Departure,
): number {
  return (
    logGammaRatio(r, x) -
    r * Math.log1p(end / alpha) -
    x * Math.log(alpha + end) -
    s * Math.log1p(end / beta) +
    (logOdds > 0 ? logOdds + Math.log1p(Math.exp(-logOdds)) : Math.log1p(Math.exp(logOdds)))
  );
}

/** Adds `count` times the derivatives of one history's log-likelihood by r, alpha, s and beta. */
function addScore(
  gradient: Float64Array,
  [r = 0, alpha = 0, s = 0, beta = 0]: Float64Array,
  { frequency: x, observed: end }: PurchaseHistory,
  left: Departure,
  count: number,
): void {
  const alive = 1 / (1 + Math.exp(left.logOdds));
  const gone = 1 - alive;
  let harmonic = 0;
  for (let k = x - 1; k >= 0; k--) harmonic += 1 / (r + k);
  const byR = harmonic + Math.log(alpha) - alive * Math.log(alpha + end) - gone * left.meanLogAlpha;
  const byAlpha = r / alpha - (r + x) * (alive / (alpha + end) + gone * left.meanInverseAlpha);
  const byS = Math.log(beta) - alive * Math.log(beta + end) + gone * (1 / s - left.meanLogBeta);
  const byBeta = s / beta - (alive * s) / (beta + end) - gone * (s + 1) * left.meanInverseBeta;
  gradient[0] = gradient[0]! + count * byR;
  gradient[1] = gradient[1]! + count * byAlpha;
  gradient[2] = gradient[2]! + count * byS;
  gradient[3] = gradient[3]! + count * byBeta;
}

/**
 * Maximum likelihood on the log parameters, with analytic gradient; equal histories are counted once.
 * R: `BTYD::pnbd.EstimateParameters(cal.cbs)`. Throws if the columns differ in length or a row is no purchase history.
 * Refuses: no-base without customers, no-events without repeat purchases, not-identified, not-converged.
 */
export function fitParetoNbd(
  histories: PurchaseHistories,
): LogParameterFit<"r" | "alpha" | "s" | "beta"> | Refusal {
  requireHistories(histories);
  const n = histories.frequency.length;
  if (n === 0) return refuse("no-base", { customers: n });
  const { frequency, recency, observed, customers } = distinctHistories(histories);
  let purchases = 0;
  let time = 0;
  const rows = Array.from(customers, (count, i) => {
    purchases += count * frequency[i]!;
    time += count * observed[i]!;
    return { frequency: frequency[i]!, recency: recency[i]!, observed: observed[i]!, count };
  });
  if (purchases === 0 || time === 0) return refuse("no-events", { customers: n, purchases });
  const scale = time / n;
  const departureOf = ([r = 0, alpha = 0, s = 0, beta = 0]: Float64Array, row: PurchaseHistory) =>
    departure(r, alpha, s, beta, row.frequency, row.recency, row.observed);
  return fitLogParameters({
    names: NAMES,
    starts: [
      { r: 0.5, alpha: scale / 3, s: 0.5, beta: scale / 3 },
      { r: 1, alpha: scale, s: 1, beta: scale },
      { r: 2, alpha: (2 * n * scale) / purchases, s: 0.3, beta: scale },
    ],
    negativeLogLikelihood: (parameters) => {
      const [r = 0, alpha = 0, s = 0, beta = 0] = parameters;
      let sum = 0;
      for (const row of rows) {
        sum -= row.count * logLikelihood(r, alpha, s, beta, row, departureOf(parameters, row));
      }
      return sum;
    },
    gradient: (parameters) => {
      const gradient = new Float64Array(4);
      for (const row of rows) addScore(gradient, parameters, row, departureOf(parameters, row), -row.count);
      return gradient;
    },
    n,
    method: "Pareto/NBD",
  });
}

function check(parameters: ParetoNbdParameters): void {
  for (const name of NAMES) requirePositive(parameters[name], `parameters.${name}`);
}

/** log-likelihood of one history. R: `BTYD::pnbd.LL`. */
export function paretoNbdLogLikelihood(parameters: ParetoNbdParameters, history: PurchaseHistory): number {
  check(parameters);
  requireHistory(history);
  const { r, alpha, s, beta } = parameters;
  const left = departure(r, alpha, s, beta, history.frequency, history.recency, history.observed);
  return logLikelihood(r, alpha, s, beta, history, left);
}

/** P(alive | history). R: `BTYD::pnbd.PAlive`. */
export function paretoNbdProbabilityAlive(parameters: ParetoNbdParameters, history: PurchaseHistory): number {
  check(parameters);
  requireHistory(history);
  const { r, alpha, s, beta } = parameters;
  const left = departure(r, alpha, s, beta, history.frequency, history.recency, history.observed);
  return 1 / (1 + Math.exp(left.logOdds));
}

/**
 * Expected purchases of a new customer in a time t: rβ/(α(s−1))·[1 − (β/(β+t))^{s−1}]; at s = 1 its limit, by expm1.
 * R: `BTYD::pnbd.Expectation`. Throws if t is below 0.
 */
export function paretoNbdExpectedPurchases(parameters: ParetoNbdParameters, time: number): number {
  check(parameters);
  const { r, alpha, s, beta } = parameters;
  return (r / alpha) * expectedLifetime(s, beta, time);
}

/** β/(s−1)·[1 − (β/(β+t))^{s−1}], the expected part of a time t lived through. */
function expectedLifetime(s: number, beta: number, time: number): number {
  if (!(time >= 0 && Number.isFinite(time)))
    throw new ArgumentError("time", `must be at least 0, got ${time}`);
  const log = Math.log1p(time / beta);
  return beta * (s === 1 ? log : -Math.expm1((1 - s) * log) / (s - 1));
}

/** Expected purchases in the next t given a history. R: `BTYD::pnbd.ConditionalExpectedTransactions`. Throws as above. */
export function paretoNbdConditionalPurchases(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  time: number,
): number {
  const alive = paretoNbdProbabilityAlive(parameters, history);
  const { r, alpha, s, beta } = parameters;
  const { frequency: x, observed } = history;
  return alive * ((r + x) / (alpha + observed)) * expectedLifetime(s, beta + observed, time);
}
