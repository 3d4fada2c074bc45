import {
  bgNbdConditionalPurchases,
  bgNbdExpectedPurchases,
  bgNbdLogLikelihood,
  bgNbdProbabilityAlive,
  fitBgNbd,
} from "../../../app/stats/lifetime/bg-nbd";
import { constantRetentionValue } from "../../../app/stats/lifetime/contractual-value";
import { discountedPurchaseValue } from "../../../app/stats/lifetime/discounted-value";
import {
  fitGammaGamma,
  gammaGammaConditionalMean,
  gammaGammaPopulationMean,
} from "../../../app/stats/lifetime/gamma-gamma";
import { fitParetoNbd, paretoNbdLogLikelihood } from "../../../app/stats/lifetime/pareto-nbd";
import {
  fitShiftedBetaGeometric,
  sbgDiscountedLifetime,
  sbgDiscountedResidualLifetime,
  sbgRetention,
  sbgSurvival,
} from "../../../app/stats/lifetime/shifted-beta-geometric";
import { hypergeometric2F1 } from "../../../app/stats/special/hypergeometric";
import { logGammaRatio } from "../../../app/stats/special/log-gamma";
import { answered } from "../compare";
import { type ReferenceTree, readNumbers, readReference } from "../read-reference";

// The library's answers to the customer lifetimes of expected.json, in its shape. What depends on estimated parameters is
// computed at R's, so that the optimisers' tolerances (1e-6, tested on the parameters) do not count twice.

const { clv } = readReference("expected");
const cdnow = readNumbers("cdnow_customers_summary_with_transactions");
const histories = { frequency: cdnow.x!, recency: cdnow.t_x!, observed: cdnow.T! };
const customers = cdnow.x!.map((frequency, i) => ({
  frequency,
  recency: cdnow.t_x![i]!,
  observed: cdnow.T![i]!,
  meanValue: cdnow.zbar![i]!,
}));
const sumOver = (of: (customer: (typeof customers)[number]) => number) =>
  customers.reduce((sum, customer) => sum + of(customer), 0);
const atRow = (row: number) => customers[row - 1]!;

function bgNbdAnswers() {
  const { mle, published, at_published, at_mle } = clv.bgnbd;
  const fit = answered(fitBgNbd(histories));
  const { x, tx, T } = at_published.cust;
  const customer = { frequency: x, recency: tx, observed: T };
  const purchases = bgNbdConditionalPurchases(published, customer, 39);
  const rows = at_mle.cust_rows.row.map(atRow);
  const loglikAtPublished = sumOver((each) => bgNbdLogLikelihood(published, each));
  return {
    n: fit.n,
    mle: fit.parameters,
    se: Object.values(fit.standardErrors),
    loglik: fit.logLikelihood,
    // The paper prints one decimal of the likelihood and three of the prediction.
    published: { loglik: Number(loglikAtPublished.toFixed(1)) },
    loglik_at_published: loglikAtPublished,
    at_published: {
      p_alive: bgNbdProbabilityAlive(published, customer),
      E_Y39: purchases,
      published_E_Y39: Number(purchases.toFixed(3)),
      E_X: { value: at_published.E_X.t.map((t: number) => bgNbdExpectedPurchases(published, t)) },
      loglik_x3_tx4_T6: bgNbdLogLikelihood(published, { frequency: 3, recency: 4, observed: 6 }),
    },
    at_mle: {
      cust_rows: {
        x: rows.map((each: ReferenceTree) => each.frequency),
        t_x: rows.map((each: ReferenceTree) => each.recency),
        T: rows.map((each: ReferenceTree) => each.observed),
      },
      p_alive: rows.map((each: ReferenceTree) => bgNbdProbabilityAlive(mle, each)),
      E_Y39: rows.map((each: ReferenceTree) => bgNbdConditionalPurchases(mle, each, 39)),
      sum_E_Y39_all: sumOver((each) => bgNbdConditionalPurchases(mle, each, 39)),
      sum_E_Xrep_39weeks: sumOver((each) => bgNbdExpectedPurchases(mle, each.observed)),
      actual_sum_x: sumOver((each) => each.frequency),
    },
  };
}

function paretoNbdAnswers() {
  const { published } = clv.pareto_nbd;
  const fit = answered(fitParetoNbd(histories));
  const loglikAtPublished = sumOver((each) => paretoNbdLogLikelihood(published, each));
  return {
    published: { loglik: Number(loglikAtPublished.toFixed(0)) },
    loglik_at_published: loglikAtPublished,
    mle: Object.values(fit.parameters),
    loglik: fit.logLikelihood,
  };
}

/** Σ log f(z̄ | p, q, v) over buyers, which the library gives at its maximum only. */
function gammaGammaLogLikelihood({ p, q, v }: { p: number; q: number; v: number }): number {
  return sumOver(({ frequency: x, meanValue: z }) =>
    x === 0
      ? 0
      : logGammaRatio(p * x, q) -
        logGammaRatio(1, q - 1) +
        q * Math.log(v) -
        Math.log(z) +
        p * x * Math.log(x * z) -
        (p * x + q) * Math.log(v + x * z),
  );
}

const meanOf = (parameters: ReferenceTree, { frequency, meanValue }: (typeof customers)[number]) =>
  answered(gammaGammaConditionalMean(parameters, frequency, meanValue));

function gammaGammaAnswers() {
  const { mle, published } = clv.gamma_gamma;
  const fit = answered(fitGammaGamma(cdnow.x!, cdnow.zbar!));
  return {
    n: fit.n,
    mle: fit.parameters,
    se: Object.values(fit.standardErrors),
    loglik: fit.logLikelihood,
    loglik_at_published: gammaGammaLogLikelihood(published),
    pop_mean: answered(gammaGammaPopulationMean(mle)),
    cond_mean_first10: customers.slice(0, 10).map((each) => meanOf(mle, each)),
    cond_mean_first10_at_published: customers.slice(0, 10).map((each) => meanOf(published, each)),
    cor_x_zbar: fit.correlation,
  };
}

function twelveMonths() {
  return clv.clv12.rows.map((row: number) =>
    discountedPurchaseValue({
      expectedPurchases: (t) => bgNbdConditionalPurchases(clv.bgnbd.mle, atRow(row), t),
      valuePerPurchase: meanOf(clv.gamma_gamma.mle, atRow(row)),
      periods: 12,
      periodLength: 4.345,
      discountRate: 0.01,
    }),
  );
}

function cohortAnswers({ lost, active_end, n, mle, published, DERL_d10_n }: ReferenceTree) {
  const fit = answered(fitShiftedBetaGeometric(lost, active_end));
  const renewals = Array.from({ length: 12 }, (_, i) => i + 1);
  return {
    n: fit.n,
    active_end: n - lost.reduce((sum: number, count: number) => sum + count, 0),
    mle: fit.parameters,
    se: Object.values(fit.standardErrors),
    loglik: fit.logLikelihood,
    published: { loglik: Math.sign(published.loglik) * Number(Math.abs(fit.logLikelihood).toFixed(1)) },
    S_1to12: renewals.map((t) => sbgSurvival(mle, t)),
    retention_1to12: renewals.map((t) => sbgRetention(mle, t)),
    DEL_d10: sbgDiscountedLifetime(mle, 0.1),
    DERL_d10_n: { value: DERL_d10_n.n.map((at: number) => sbgDiscountedResidualLifetime(mle, at, 0.1)) },
  };
}

const { m, r, d } = clv.simple_contractual;
const { a, b, c, z } = clv.hyp2f1;

export const lifetimeAnswers = {
  clv: {
    bgnbd: bgNbdAnswers(),
    pareto_nbd: paretoNbdAnswers(),
    gamma_gamma: gammaGammaAnswers(),
    clv12: { value: twelveMonths() },
    sbg: { high_end: cohortAnswers(clv.sbg.high_end), regular: cohortAnswers(clv.sbg.regular) },
    simple_contractual: {
      first_margin_at_t1: constantRetentionValue(m, r, d, "next-period"),
      first_margin_at_t0: constantRetentionValue(m, r, d, "now"),
    },
    hyp2f1: { value: a.map((_: number, i: number) => hypergeometric2F1(a[i], b[i], c[i], z[i])) },
  },
};
