import { logGamma } from "../special/log-gamma";

/** What one observation contributes at linear predictor η: written to the fields, so that a million calls make no garbage. */
export interface Contribution {
  logLikelihood: number;
  /** ∂ℓ/∂η */
  score: number;
  /** Expected −∂²ℓ/∂η² */
  information: number;
}

export type FamilyName = "logit" | "cloglog" | "poisson";

export interface ResponseFamily {
  readonly name: FamilyName;
  readonly method: string;
  /** Largest value a response may take. */
  readonly largest: number;
  /** η to start from, as R's `mustart` has it. */
  readonly start: (y: number) => number;
  readonly contribute: (y: number, eta: number, into: Contribution) => void;
  /** ℓ of the saturated model, for the deviance. */
  readonly saturated: (y: number) => number;
}

const logit: ResponseFamily = {
  name: "logit",
  method: "binomial, logit link",
  largest: 1,
  start: (y) => (y === 1 ? Math.log(3) : -Math.log(3)),
  contribute: (y, eta, into) => {
    const small = Math.exp(-Math.abs(eta)); // at most 1: neither branch overflows
    const mean = eta >= 0 ? 1 / (1 + small) : small / (1 + small);
    into.logLikelihood = y * eta - (Math.max(eta, 0) + Math.log1p(small));
    into.score = y === 1 ? (eta >= 0 ? small / (1 + small) : 1 / (1 + small)) : -mean;
    into.information = small / ((1 + small) * (1 + small));
  },
  saturated: () => 0,
};

/** μ = 1 − exp(−e^η): the hazard of an interval under proportional hazards in continuous time. */
const cloglog: ResponseFamily = {
  name: "cloglog",
  method: "binomial, complementary log-log link",
  largest: 1,
  start: (y) => (y === 1 ? Math.log(Math.log(4)) : Math.log(-Math.log(0.75))),
  contribute: (y, eta, into) => {
    const hazard = Math.exp(eta);
    const odds = Math.expm1(hazard); // μ / (1 − μ), Infinity where μ is 1 to working precision
    // hazard / odds → 1 as η → −∞, where both underflow.
    const ratio = hazard === 0 ? 1 : hazard / odds;
    into.logLikelihood =
      y === 1 ? (hazard < 1e-8 ? eta - hazard / 2 : Math.log(-Math.expm1(-hazard))) : -hazard;
    into.score = y === 1 ? ratio : -hazard;
    into.information = hazard * ratio;
  },
  saturated: () => 0,
};

const poisson: ResponseFamily = {
  name: "poisson",
  method: "Poisson, log link",
  largest: Infinity,
  start: (y) => Math.log(y + 0.1),
  contribute: (y, eta, into) => {
    const mean = Math.exp(eta);
    into.logLikelihood = y * eta - mean - logGamma(y + 1);
    into.score = y - mean;
    into.information = mean;
  },
  saturated: (y) => (y === 0 ? 0 : y * Math.log(y) - y - logGamma(y + 1)),
};

export const responseFamilies: Readonly<Record<FamilyName, ResponseFamily>> = { logit, cloglog, poisson };
