import { ArgumentError, requireCount, requirePositive, requireSameLength } from "../arguments";
import { type Refusal, refuse } from "../result";
import { hypergeometric2F1 } from "../special/hypergeometric";
import { logGammaRatio } from "../special/log-gamma";
import { fitLogParameters, type LogParameterFit, type Parameters } from "./log-parameter-fit";

/** Shifted beta-geometric: churn probabilities Beta(alpha, beta) over contracts, constant over a contract's renewals. */
export type SbgParameters = Parameters<"alpha" | "beta">;

/**
 * Fits the model to contracts counted by the renewal at which they were lost (first renewal first), and to those still active:
 * one number if all had the same number of renewals, otherwise counts by how many renewals each had survived.
 *
 * Log-likelihood Σ_t lost_t·log(α/(α+β+t−1)) + kept_t·log((β+t−1)/(α+β+t−1)), the discrete hazards of the model.
 * Source: Fader and Hardie (2007), Journal of Interactive Marketing 21, 76. R: `foretell::BdW`/`optim` on the same sum.
 * Throws if a count is no whole number. Refuses: no-base without contracts, no-events if none was lost, no-variation if all
 * were lost at the first renewal, not-identified or not-converged from the optimiser (a homogeneous cohort).
 */
export function fitShiftedBetaGeometric(
  lost: ArrayLike<number>,
  active: number | ArrayLike<number>,
): LogParameterFit<"alpha" | "beta"> | Refusal {
  const periods = lost.length;
  const censored = new Float64Array(periods + 1);
  if (typeof active === "number") {
    requireCount(active, "active");
    censored[periods] = active;
  } else {
    if (active.length > periods) throw new ArgumentError("active", `must have at most ${periods} rows`);
    for (let t = 0; t < active.length; t++) {
      requireCount(active[t]!, "active");
      censored[t + 1] = active[t]!;
    }
  }
  let n = 0;
  let events = 0;
  for (let t = 0; t < periods; t++) {
    requireCount(lost[t]!, "lost");
    events += lost[t]!;
    n += lost[t]! + censored[t + 1]!;
  }
  if (periods === 0 || n === 0) return refuse("no-base", { contracts: n, periods });
  if (events === 0) return refuse("no-events", { contracts: n });
  const kept = new Float64Array(periods);
  let atRisk = n;
  let survivors = 0;
  for (let t = 0; t < periods; t++) {
    kept[t] = atRisk - lost[t]!;
    survivors += kept[t]!;
    atRisk = kept[t]! - censored[t + 1]!;
  }
  if (survivors === 0) return refuse("no-variation", { contracts: n });
  return fitHazards(lost, kept, n);
}

/**
 * The same from how many stood before each renewal and how many of them were lost, for contracts that came under observation
 * after their first renewals (delayed entry): the likelihood is a product of hazards, so only renewals that were seen count.
 * Throws if a count is no whole number or more were lost than stood. Refuses as above; `n` is the number of contracts.
 */
export function fitShiftedBetaGeometricAtRisk(
  lost: ArrayLike<number>,
  atRisk: ArrayLike<number>,
  n: number,
): LogParameterFit<"alpha" | "beta"> | Refusal {
  requireSameLength(atRisk, lost.length, "atRisk");
  requireCount(n, "n");
  const kept = new Float64Array(lost.length);
  let events = 0;
  let survivors = 0;
  for (let t = 0; t < lost.length; t++) {
    requireCount(lost[t]!, "lost");
    requireCount(atRisk[t]!, "atRisk");
    if (lost[t]! > atRisk[t]!) throw new ArgumentError("lost", `row ${t} exceeds those at risk`);
    kept[t] = atRisk[t]! - lost[t]!;
    events += lost[t]!;
    survivors += kept[t]!;
  }
  if (n === 0 || events + survivors === 0) return refuse("no-base", { contracts: n, periods: lost.length });
  if (events === 0) return refuse("no-events", { contracts: n });
  if (survivors === 0) return refuse("no-variation", { contracts: n });
  return fitHazards(lost, kept, n);
}

function fitHazards(
  lost: ArrayLike<number>,
  kept: ArrayLike<number>,
  n: number,
): LogParameterFit<"alpha" | "beta"> | Refusal {
  const periods = lost.length;
  let events = 0;
  let survivors = 0;
  for (let t = 0; t < periods; t++) {
    events += lost[t]!;
    survivors += kept[t]!;
  }
  const mean = events / (events + survivors);
  return fitLogParameters({
    names: ["alpha", "beta"] as const,
    starts: [
      { alpha: 1, beta: 1 / mean - 1 },
      { alpha: 0.3, beta: 1 },
      { alpha: 10 * mean, beta: 10 * (1 - mean) },
    ],
    negativeLogLikelihood: ([alpha = 0, beta = 0]) => {
      let sum = 0;
      for (let t = 0; t < periods; t++) {
        sum -= lost[t]! * Math.log(alpha) + kept[t]! * Math.log(beta + t);
        sum += (lost[t]! + kept[t]!) * Math.log(alpha + beta + t);
      }
      return sum;
    },
    gradient: ([alpha = 0, beta = 0]) => {
      const result = new Float64Array(2);
      for (let t = 0; t < periods; t++) {
        const shared = (lost[t]! + kept[t]!) / (alpha + beta + t);
        result[0] = result[0]! + shared - lost[t]! / alpha;
        result[1] = result[1]! + shared - kept[t]! / (beta + t);
      }
      return result;
    },
    n,
    method: "shifted beta-geometric",
  });
}

function check({ alpha, beta }: SbgParameters): void {
  requirePositive(alpha, "parameters.alpha");
  requirePositive(beta, "parameters.beta");
}

/** Share of contracts alive after t renewals, B(α, β+t)/B(α, β). R: `exp(lbeta(a, b + t) - lbeta(a, b))`. */
export function sbgSurvival(parameters: SbgParameters, renewals: number): number {
  check(parameters);
  requireCount(renewals, "renewals");
  const { alpha, beta } = parameters;
  return Math.exp(logGammaRatio(beta, renewals) - logGammaRatio(alpha + beta, renewals));
}

/** Share of those alive before renewal t that renew, (β+t−1)/(α+β+t−1), t from 1; it rises with t. */
export function sbgRetention(parameters: SbgParameters, renewal: number): number {
  check(parameters);
  requireCount(renewal, "renewal");
  if (renewal < 1) throw new ArgumentError("renewal", "counts from 1");
  const { alpha, beta } = parameters;
  return (beta + renewal - 1) / (alpha + beta + renewal - 1);
}

/**
 * Discounted expected lifetime of a new contract in payments, the first one now: Σ_{t≥0} S(t)/(1+d)^t =
 * ₂F₁(1, β; α+β; 1/(1+d)). Source: Fader and Hardie (2010), Marketing Science 29, 85. R: `gsl::hyperg_2F1`.
 * Throws if the discount rate is not above 0.
 */
export function sbgDiscountedLifetime(parameters: SbgParameters, discountRate: number): number {
  check(parameters);
  requirePositive(discountRate, "discountRate");
  const { alpha, beta } = parameters;
  return hypergeometric2F1(1, beta, alpha + beta, 1 / (1 + discountRate));
}

/**
 * Discounted expected residual lifetime, standing just before renewal n (n − 1 made), in payments from that renewal on:
 * (β+n−1)/(α+β+n−1)·₂F₁(1, β+n; α+β+n; 1/(1+d)). Source: as above. Throws if n is below 1 or the rate not above 0.
 */
export function sbgDiscountedResidualLifetime(
  parameters: SbgParameters,
  renewal: number,
  discountRate: number,
): number {
  requirePositive(discountRate, "discountRate");
  const { alpha, beta } = parameters;
  return (
    sbgRetention(parameters, renewal) *
    hypergeometric2F1(1, beta + renewal, alpha + beta + renewal, 1 / (1 + discountRate))
  );
}
