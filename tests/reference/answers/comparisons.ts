import { normalQuantile } from "../../../app/stats/distributions/normal";
import { relativeWeights, shapleyImportance } from "../../../app/stats/importance/variance-shares";
import { eValue } from "../../../app/stats/inference/e-value";
import { independenceTest } from "../../../app/stats/inference/independence";
import { type Adjustment, adjustPValues } from "../../../app/stats/inference/multiple-testing";
import { oneWayAnova } from "../../../app/stats/inference/one-way-anova";
import {
  designEffect,
  minimumDetectableEffect,
  schoenfeldEvents,
  twoProportionPower,
  twoProportionSampleSize,
  twoSampleTDetectableDifference,
  twoSampleTSampleSize,
} from "../../../app/stats/inference/power";
import { rankSumTest } from "../../../app/stats/inference/rank-sum";
import { fromColumns } from "../../../app/stats/linear-algebra/matrix";
import { pearsonCorrelation, spearmanCorrelation } from "../../../app/stats/proportions/correlation";
import { meanDifference } from "../../../app/stats/proportions/mean-difference";
import { netPromoterScore } from "../../../app/stats/proportions/net-promoter-score";
import { type ShareMethod, share } from "../../../app/stats/proportions/share";
import { shareDifference } from "../../../app/stats/proportions/share-difference";
import { cronbachAlpha } from "../../../app/stats/reliability/cronbach-alpha";
import { intraclassCorrelation } from "../../../app/stats/reliability/intraclass-correlation";
import { withinGroupAgreement } from "../../../app/stats/reliability/within-group-agreement";
import { answered } from "../compare";
import { type ReferenceTree, readReference } from "../read-reference";

// The library's answers to the shares, tests and drivers of expected.json, in its shape.

const { mtcars, swiss, sleepstudy, attitude } = readReference("inputs");
const expected = readReference("expected");
const limits = ({ interval }: { interval: { lower: number; upper: number } }) => [
  interval.lower,
  interval.upper,
];

function proportionAnswers() {
  const methods: Record<string, ShareMethod> = {
    wilson: "wilson",
    wilson_cc: "wilson-continuity",
    clopper_pearson: "clopper-pearson",
    jeffreys: "jeffreys",
    agresti_coull: "agresti-coull",
  };
  return {
    z: normalQuantile(0.975),
    cases: expected.proportion.cases.map(({ x, n }: ReferenceTree) =>
      Object.fromEntries(
        Object.entries(methods).map(([key, method]) => [key, limits(answered(share(x, n, { method })))]),
      ),
    ),
    newcombe_diff: expected.proportion.newcombe_diff.map(({ x1, n1, x2, n2 }: ReferenceTree) => {
      const difference = answered(shareDifference(x1, n1, x2, n2));
      const [lower, upper] = limits(difference);
      return { diff: difference.estimate, lower, upper };
    }),
  };
}

function scoreAnswers() {
  return {
    cases: expected.nps.cases.map((answers: ReferenceTree) => {
      const wald = answered(netPromoterScore(answers, { method: "wald" }));
      return {
        nps: wald.estimate,
        se_wald: wald.standardError,
        wald: limits(wald),
        se_unbiased: wald.standardErrorUnbiased,
        adjusted_wald_3: limits(answered(netPromoterScore(answers, { method: "adjusted-wald" }))),
      };
    }),
  };
}

function adjustedAnswers() {
  const methods: Record<string, Adjustment> = {
    BH: "benjamini-hochberg",
    BY: "benjamini-yekutieli",
    holm: "holm",
    bonferroni: "bonferroni",
    hochberg: "hochberg",
  };
  const family = (p: number | number[]) =>
    Object.fromEntries(
      Object.entries(methods).map(([key, method]) => {
        const { adjusted } = adjustPValues([p].flat(), method);
        return [key, typeof p === "number" ? adjusted[0] : adjusted];
      }),
    );
  return Object.fromEntries(
    Object.entries<ReferenceTree>(expected.padjust).map(([key, { p }]) => [key, family(p)]),
  );
}

function driverAnswers(outcome: number[], columns: Record<string, number[]>, names: string[]) {
  const data = { outcome, predictors: names.map((name) => columns[name]!) };
  const lmg = answered(shapleyImportance(data));
  const johnson = answered(relativeWeights(data));
  return {
    r2: lmg.rSquared,
    lmg: lmg.importance,
    lmg_share: lmg.share,
    johnson_relative_weights: johnson.importance,
    rw_share: johnson.share,
    std_beta: lmg.standardisedCoefficient,
    zero_order_r: lmg.correlation,
  };
}

function eValueAnswers() {
  const published = eValue({ measure: "risk-ratio", estimate: 3.9, lower: 1.8, upper: 8.7 });
  const hazard = eValue({ measure: "hazard-ratio", estimate: 1.5, commonOutcome: true });
  const odds = eValue({ measure: "odds-ratio", estimate: 2, commonOutcome: true });
  const d = eValue({ measure: "standardised-difference", estimate: 0.3, standardError: 0.1 });
  return {
    "rr_3.9": published.estimate,
    "ci_1.8": published.nearerLimit,
    "rr_0.8": eValue({ measure: "risk-ratio", estimate: 0.8 }).estimate,
    "hr1.5_common": { rr: hazard.riskRatio, e: hazard.estimate },
    or2_common: { rr: odds.riskRatio, e: odds.estimate },
    "d0.3": { rr: d.riskRatio, e: d.estimate, "rr_ci_lower_with_se0.1": d.lower },
  };
}

function powerAnswers() {
  return {
    two_prop_n_per_group: answered(twoProportionSampleSize(0.1, 0.08)),
    two_prop_power_n2000: twoProportionPower(2000, 0.1, 0.08),
    "t_n_d0.2": answered(twoSampleTSampleSize(0.2)),
    t_mde_n100: twoSampleTDetectableDifference(100),
    schoenfeld_events: answered(schoenfeldEvents(1.4, 0.3)),
    mde_multiplier_80: minimumDetectableEffect(1),
    mde_cluster_df9: minimumDetectableEffect(1, 9),
    "deff_m25_icc0.1": designEffect(25, 0.1),
  };
}

function agreementAnswers() {
  const icc = answered(intraclassCorrelation(sleepstudy.Reaction, sleepstudy.Subject));
  const within = answered(withinGroupAgreement(expected.agreement.rwg_example.x, 5));
  return {
    sleepstudy_days_as_raters: {
      msb: icc.meanSquareBetween,
      msw: icc.meanSquareWithin,
      icc1: icc.single,
      icc2: icc.groupMean,
    },
    cronbach_alpha_attitude: answered(cronbachAlpha(Object.values<number[]>(attitude))).alpha,
    rwg_example: { s2: within.variance, sigma_eu2: within.expectedVariance, rwg: within.agreement },
  };
}

function classicalAnswers() {
  const where = (am: number) => mtcars.mpg.filter((_: number, i: number) => mtcars.am[i] === am);
  const welch = answered(meanDifference(where(0), where(1)));
  const pearson = answered(pearsonCorrelation(mtcars.mpg, mtcars.wt));
  const spearman = answered(spearmanCorrelation(mtcars.mpg, mtcars.wt));
  const counts = [0, 1].map((am) =>
    [4, 6, 8].map(
      (cyl) => mtcars.cyl.filter((c: number, i: number) => c === cyl && mtcars.am[i] === am).length,
    ),
  );
  const chi = answered(independenceTest(fromColumns(counts)));
  const ranks = answered(rankSumTest(where(0), where(1)));
  const anova = answered(oneWayAnova(mtcars.mpg, mtcars.cyl));
  return {
    welch_mpg_am: { t: welch.t, df: welch.degreesOfFreedom, p: welch.p, ci: limits(welch) },
    pearson_mpg_wt: { r: pearson.estimate, p: pearson.p, ci: limits(pearson) },
    spearman_mpg_wt: { rho: spearman.estimate, p: spearman.p },
    chisq_cyl_am: { x2: chi.chiSquare, df: chi.degreesOfFreedom, p: chi.p },
    wilcox_mpg_am: { W: ranks.w, p: ranks.p },
    anova_mpg_cyl: { F: anova.f, p: anova.p },
  };
}

const { key_driver } = expected;

export const comparisonAnswers = {
  proportion: proportionAnswers(),
  nps: scoreAnswers(),
  padjust: adjustedAnswers(),
  key_driver: {
    swiss: driverAnswers(swiss.Fertility, swiss, key_driver.swiss.predictors),
    mtcars: driverAnswers(mtcars.mpg, mtcars, key_driver.mtcars.predictors),
  },
  evalue: eValueAnswers(),
  power: powerAnswers(),
  agreement: agreementAnswers(),
  misc: classicalAnswers(),
};
