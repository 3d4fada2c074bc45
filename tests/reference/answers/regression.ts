import { generalisedLinearModel } from "../../../app/stats/hazard/generalised-linear-model";
import { choleskyFactor } from "../../../app/stats/linear-algebra/cholesky";
import { biasReducedCovariance } from "../../../app/stats/regression/bias-reduced-covariance";
import { classicalCovariance } from "../../../app/stats/regression/classical-covariance";
import {
  type ClusteredCovarianceOptions,
  clusteredCovariance,
} from "../../../app/stats/regression/clustered-covariance";
import { coefficientTable } from "../../../app/stats/regression/coefficient-table";
import { driscollKraayCovariance } from "../../../app/stats/regression/driscoll-kraay";
import { estimateEffectLevels } from "../../../app/stats/regression/effect-levels";
import { fixedEffects } from "../../../app/stats/regression/fixed-effects";
import type { GroupIds } from "../../../app/stats/regression/group-codes";
import { hausmanTest } from "../../../app/stats/regression/hausman";
import { heteroskedasticCovariance } from "../../../app/stats/regression/heteroskedastic-covariance";
import { mundlakRegression } from "../../../app/stats/regression/mundlak";
import { ordinaryLeastSquares } from "../../../app/stats/regression/ordinary-least-squares";
import { randomEffects } from "../../../app/stats/regression/random-effects";
import { randomIntercept } from "../../../app/stats/regression/random-intercept";
import { profileRandomIntercept } from "../../../app/stats/regression/random-intercept-profile";
import { randomSlopes } from "../../../app/stats/regression/random-slopes";
import { varianceInflation } from "../../../app/stats/regression/variance-inflation";
import { answered, standardErrors } from "../compare";
import { readReference } from "../read-reference";

// The library's answers to the regression parts of expected.json, in its shape.

const { mtcars, Grunfeld: grunfeld, sleepstudy } = readReference("inputs");
const ones = mtcars.mpg.map(() => 1);

function leastSquaresAnswers() {
  const covariates = [mtcars.wt, mtcars.hp, mtcars.qsec];
  const fit = answered(ordinaryLeastSquares({ outcome: mtcars.mpg, covariates }));
  const classical = classicalCovariance(fit);
  const table = coefficientTable(fit, classical);
  const robust = (kind: "HC0" | "HC1" | "HC2" | "HC3") =>
    standardErrors(answered(heteroskedasticCovariance(fit, kind)));
  return {
    coef: fit.coefficients,
    se: standardErrors(classical),
    r2: fit.rSquared,
    adj_r2: fit.adjustedRSquared,
    sigma: fit.residualStandardError,
    loglik: fit.logLikelihood,
    HC0: robust("HC0"),
    HC1: robust("HC1"),
    HC2: robust("HC2"),
    HC3: robust("HC3"),
    ci95_lower: table.map((row) => row.interval.lower),
    ci95_upper: table.map((row) => row.interval.upper),
    vif: answered(varianceInflation(covariates)).factors,
  };
}

function glmAnswer(response: number[], columns: number[][], family: "logit" | "poisson") {
  const fit = answered(generalisedLinearModel({ response, columns }, { family }));
  return {
    coef: fit.coefficients.map((c) => c.estimate),
    se: fit.coefficients.map((c) => c.standardError),
    loglik: fit.logLikelihood,
    deviance: fit.deviance,
    n: fit.n,
  };
}

const investment = {
  outcome: grunfeld.inv as number[],
  covariates: [grunfeld.value, grunfeld.capital] as number[][],
};
const noFactor: ClusteredCovarianceOptions = { parametersCounted: "none", groupFactor: "none" };

function oneOrTwoWays(effects: GroupIds[]) {
  const fit = answered(fixedEffects({ ...investment, effects }));
  const errors = (by: GroupIds[], options?: ClusteredCovarianceOptions) =>
    standardErrors(answered(clusteredCovariance(fit, by, options)));
  const unadjusted = errors([grunfeld.firm], noFactor);
  return {
    fit,
    errors,
    answer: {
      coef: fit.coefficients,
      se_classical: standardErrors(classicalCovariance(fit)),
      rss: fit.residualSumOfSquares,
      arellano_HC0: unadjusted,
      // plm counts rows and slopes alone: n / (n − k).
      arellano_HC1: unadjusted.map((se) => se * Math.sqrt(fit.n / (fit.n - fit.coefficients.length))),
      arellano_sss: errors([grunfeld.firm], { parametersCounted: "slopes" }),
    },
  };
}

const byLevel = (levels: readonly { level: number | string; estimate: number }[]) =>
  Object.fromEntries(levels.map(({ level, estimate }) => [level, estimate]));

function twoWayAnswers() {
  const { firm, year } = grunfeld;
  const { fit, errors, answer } = oneOrTwoWays([firm, year]);
  const [firms, years] = estimateEffectLevels(fit);
  const reduced = answered(biasReducedCovariance(fit, firm));
  const kind = (options: ClusteredCovarianceOptions) => {
    const covariance = answered(clusteredCovariance(fit, [firm], options));
    const degreesOfFreedom = reduced.unadjustedDegreesOfFreedom;
    const table = coefficientTable(fit, { ...covariance, degreesOfFreedom });
    return { se: standardErrors(covariance), df: degreesOfFreedom, p: table.map((row) => row.pValue) };
  };
  const unadjusted = answer.arellano_HC0;
  const factors = (adjusted: number[]) => adjusted.map((se, j) => (se / unadjusted[j]!) ** 2);
  const nested = errors([firm]);
  const every = errors([firm], { parametersCounted: "all" });
  return {
    ...answer,
    lsdv_vcovCL_HC0_noadj: unadjusted,
    lsdv_vcovCL_HC1: every,
    fixest_default_nested: nested,
    cr_clubSandwich: {
      CR0: kind(noFactor),
      CR1: kind({ parametersCounted: "none" }),
      CR1S: kind({ parametersCounted: "all" }),
      CR2: {
        se: standardErrors(reduced),
        df: reduced.degreesOfFreedom,
        p: coefficientTable(fit, reduced).map((row) => row.pValue),
      },
    },
    twoway_cluster_firm_year_fixest: errors([firm, year]),
    twoway_cluster_vcovCL_multi0_false: errors([firm, year], {
      parametersCounted: "all",
      groupFactor: "each",
    }),
    driscoll_kraay_plm_sss: standardErrors(answered(driscollKraayCovariance(fit, year))),
    // The file has the firms of the one-way fit here.
    firm_fe: byLevel(estimateEffectLevels(oneOrTwoWays([firm]).fit)[0]!),
    twoway_fe_fixest: { firm: byLevel(firms!), year: byLevel(years!) },
    ssc_factors_vs_CR0: {
      fixest_default: factors(nested),
      areg_K31: factors(every)[0],
      plm_sss: factors(answer.arellano_sss)[0],
      xtreg_K_slopes_plus_year_dummies_plus1: factors(nested)[0],
    },
  };
}

function panelAnswers() {
  const grouped = { ...investment, group: grunfeld.firm as number[] };
  const random = answered(randomEffects(grouped));
  const test = answered(hausmanTest(random));
  const between = answered(mundlakRegression(grouped));
  const { fit, answer } = oneOrTwoWays([grunfeld.firm]);
  const firms = estimateEffectLevels(fit)[0]!.length;
  return {
    N: fit.n,
    G_firm: firms,
    T: fit.n / firms,
    oneway: answer,
    twoway: twoWayAnswers(),
    random: {
      coef: random.coefficients.map((c) => c.estimate),
      se: random.coefficients.map((c) => c.standardError),
      sigma2_idios: random.idiosyncraticVariance,
      sigma2_id: random.groupVariance,
      theta: random.theta[0],
    },
    hausman: { chisq: test.statistic, df: test.degreesOfFreedom, p: test.pValue },
    mundlak: {
      coef: between.coefficients.map((c) => c.estimate),
      cluster_se_HC1: between.coefficients.map((c) => c.standardError),
    },
  };
}

const reaction = {
  outcome: sleepstudy.Reaction as number[],
  covariates: [sleepstudy.Days] as number[][],
  group: sleepstudy.Subject as string[],
};
const table = (
  coefficients: readonly {
    estimate: number;
    standardError: number;
    degreesOfFreedom: number;
    tStatistic: number;
  }[],
) => ({
  fixef: coefficients.map((c) => c.estimate),
  se: coefficients.map((c) => c.standardError),
  df_satterthwaite: coefficients.map((c) => c.degreesOfFreedom),
  t: coefficients.map((c) => c.tStatistic),
});

function interceptAnswer(method: "REML" | "ML") {
  const fit = answered(randomIntercept({ ...reaction, method }));
  const variances = [fit.groupVariance, fit.residualVariance];
  return {
    ...table(fit.coefficients),
    sd: variances.map(Math.sqrt),
    var: variances,
    logLik: fit.logLikelihood,
    theta: fit.relativeStandardDeviation,
    blup: fit.groupEffects.map((group) => group.estimate),
    blup_condvar: fit.groupEffects.map((group) => group.conditionalVariance),
    icc: fit.intraclassCorrelation,
    exact_balanced: { sigma2: fit.residualVariance, tau2: fit.groupVariance },
  };
}

function profileAnswer() {
  const profile = profileRandomIntercept(answered(randomIntercept(reaction)));
  const limits = (side: "lower" | "upper") => [
    profile.groupStandardDeviation[side],
    profile.residualStandardDeviation[side],
    ...profile.coefficients.map((c) => c[side]),
  ];
  return { lower: limits("lower"), upper: limits("upper") };
}

function slopesAnswer() {
  const fit = answered(randomSlopes({ ...reaction, slopes: [0] }));
  const [intercept = 0, both = 0, , slope = 0] = fit.groupCovariance.values;
  const relative = choleskyFactor({
    rows: 2,
    columns: 2,
    values: fit.groupCovariance.values.map((v) => v / fit.residualVariance),
  })!.values;
  return {
    ...table(fit.coefficients),
    sd: [
      Math.sqrt(intercept),
      Math.sqrt(slope),
      both / Math.sqrt(intercept * slope),
      Math.sqrt(fit.residualVariance),
    ],
    var: [intercept, slope, both, fit.residualVariance],
    logLik: fit.logLikelihood,
    theta: [relative[0], relative[1], relative[3]],
  };
}

const {
  blup: _,
  blup_condvar: __,
  icc: ___,
  exact_balanced: ____,
  ...maximumLikelihood
} = interceptAnswer("ML");

export const regressionAnswers = {
  ols_mtcars: leastSquaresAnswers(),
  glm: {
    logit_mtcars_am_wt: glmAnswer(mtcars.am, [ones, mtcars.wt], "logit"),
    poisson_carb_wt_hp: glmAnswer(mtcars.carb, [ones, mtcars.wt, mtcars.hp], "poisson"),
  },
  fe_grunfeld: panelAnswers(),
  lmer: {
    sleepstudy_ri_REML: interceptAnswer("REML"),
    sleepstudy_ri_ML: { ...maximumLikelihood, profile_ci: profileAnswer() },
    sleepstudy_rs_REML: slopesAnswer(),
  },
};
