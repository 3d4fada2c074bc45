import { discreteTimeHazard } from "../../../app/stats/hazard/discrete-time-hazard";
import { aalenJohansen, incidenceAt } from "../../../app/stats/survival/aalen-johansen";
import { concordance } from "../../../app/stats/survival/concordance";
import { type CoxFit, type CoxOptions, coxRegression } from "../../../app/stats/survival/cox-regression";
import type { CoxRows } from "../../../app/stats/survival/cox-rows";
import { coxExpectedCurves, expectedSurvivalAt } from "../../../app/stats/survival/cox-survival";
import type { FollowUp } from "../../../app/stats/survival/follow-up";
import {
  kaplanMeier,
  kaplanMeierByGroup,
  type SurvivalCurve,
} from "../../../app/stats/survival/kaplan-meier";
import { type LogRankOptions, logRankTest } from "../../../app/stats/survival/log-rank";
import { restrictedMean } from "../../../app/stats/survival/restricted-mean";
import { type SurvivalAtTime, survivalAt } from "../../../app/stats/survival/survival-at";
import { medianSurvival, survivalQuantile } from "../../../app/stats/survival/survival-quantile";
import { answered } from "../compare";
import { readReference } from "../read-reference";

// The library's answers to the survival parts of expected.json, in its shape.

const { lung, aml, heart, ovarian, trunc } = readReference("inputs");
const expected = readReference("expected");
const lungEvent: number[] = lung.status.map((status: number) => status - 1);
const lungRows = { exit: lung.time as number[], event: lungEvent };
const amlRows: FollowUp = { exit: aml.time, event: aml.status };
const rowsWith = (...columns: (number | null)[][]) =>
  lungEvent.map((_, i) => i).filter((i) => columns.every((column) => column[i] !== null));
const pick = <T>(column: readonly T[], index: readonly number[]) => index.map((i) => column[i]!);

/** All columns of some curves one below another, as R's `summary(survfit)` has strata. */
function steps(curves: readonly SurvivalCurve[]) {
  const all = (of: (curve: SurvivalCurve) => ArrayLike<number>) =>
    curves.flatMap((curve) => Array.from(of(curve)));
  return {
    time: all((curve) => curve.times),
    n_risk: all((curve) => curve.atRisk),
    n_event: all((curve) => curve.events),
    n_censor: all((curve) => curve.censored),
    surv: all((curve) => curve.survival),
    std_err: all((curve) => curve.standardError),
    lower: all((curve) => curve.lower),
    upper: all((curve) => curve.upper),
  };
}

function atTimes(at: readonly SurvivalAtTime[]) {
  return {
    times: at.map((value) => value.time),
    n_risk: at.map((value) => value.atRisk),
    surv: at.map((value) => value.survival),
    std_err: at.map((value) => value.standardError),
    lower: at.map((value) => value.interval.lower),
    upper: at.map((value) => value.interval.upper),
  };
}

function kaplanMeierAnswers() {
  const amlBy = (interval: "log" | "log-log" | "plain") =>
    steps(kaplanMeierByGroup(amlRows, aml.x, { interval }).map(({ curve }) => answered(curve)));
  const bySex = kaplanMeierByGroup(lungRows, lung.sex).map(({ curve }) => answered(curve));
  const quartiles = [25, 50, 75].map(
    (percent) => [percent, bySex.map((curve) => survivalQuantile(curve, percent / 100))] as const,
  );
  const byPercent = (of: (quantile: ReturnType<typeof survivalQuantile>) => number | null) =>
    Object.fromEntries(quartiles.map(([percent, quantiles]) => [percent, quantiles.map(of)]));
  const medians = bySex.map(medianSurvival);
  const means = bySex.map((curve) => answered(restrictedMean(curve, 365)));
  const whole = answered(kaplanMeier(amlRows));
  return {
    aml_log: amlBy("log"),
    aml_loglog: amlBy("log-log"),
    aml_plain: amlBy("plain"),
    trunc_entry_loglog: steps([answered(kaplanMeier(trunc))]),
    heart_startstop_loglog: atTimes(
      survivalAt(
        answered(kaplanMeier({ entry: heart.start, exit: heart.stop, event: heart.event })),
        expected.km.heart_startstop_loglog.times,
      ),
    ),
    lung_sex: {
      ...atTimes(bySex.flatMap((curve) => survivalAt(curve, expected.km.lung_sex.times.slice(0, 5)))),
      quantile: {
        quantile: byPercent((q) => q.estimate),
        lower: byPercent((q) => q.interval.lower),
        upper: byPercent((q) => q.interval.upper),
      },
      median_loglog: medians.map((median) => median.estimate),
      median_lower: medians.map((median) => median.interval.lower),
      median_upper: medians.map((median) => median.interval.upper),
      rmst365: {
        rmean: means.map((mean) => mean.estimate),
        se: means.map((mean) => mean.standardError),
      },
    },
    nelson_aalen_aml: {
      time: whole.times,
      cumhaz: whole.cumulativeHazard,
      std_chaz: whole.cumulativeHazardStandardError,
    },
  };
}

function logRankAnswer(rows: FollowUp, group: ArrayLike<number | string>, options: LogRankOptions = {}) {
  const test = answered(logRankTest(rows, group, options));
  const { rows: size, values } = test.covariance;
  return {
    chisq: test.statistic,
    df: test.degreesOfFreedom,
    p: test.p,
    obs: test.groups.map((one) => one.observed),
    exp: test.groups.map((one) => one.expected),
    var: Array.from({ length: size }, (_, i) => values.slice(i * size, (i + 1) * size)),
  };
}

function coxAnswer(rows: CoxRows, options: CoxOptions = {}) {
  const fit = answered(coxRegression(rows, options));
  const score = Array.from(rows.exit, (_, i) =>
    rows.covariates.reduce((sum, column, j) => sum + column[i]! * fit.coefficients[j]!.estimate, 0),
  );
  const ranked = answered(concordance(rows, score, { cluster: options.cluster }));
  return {
    n: fit.n,
    nevent: fit.events,
    coef: fit.coefficients.map((c) => c.estimate),
    se: fit.coefficients.map((c) => c.modelStandardError),
    loglik_null: fit.logLikelihoodNull,
    loglik: fit.logLikelihood,
    lr: fit.likelihoodRatioTest.statistic,
    // `summary.coxph` rounds this one to two decimals.
    wald: Number(fit.waldTest!.statistic.toFixed(2)),
    score: fit.scoreTest.statistic,
    concordance: ranked.estimate,
    concordance_se: ranked.standardError,
    hr: fit.coefficients.map((c) => c.hazardRatio),
    ci_lower: fit.coefficients.map((c) => c.hazardRatioInterval.lower),
    ci_upper: fit.coefficients.map((c) => c.hazardRatioInterval.upper),
    ...(options.cluster && { robust_se: fit.coefficients.map((c) => c.standardError) }),
  };
}

function ovarianCurves(rows: CoxRows, fit: CoxFit) {
  const { basehaz, surv_age60_rx1 } = expected.cox.ovarian_efron;
  const [baseline] = answered(coxExpectedCurves(rows, fit));
  const [curve] = answered(coxExpectedCurves(rows, fit, [60, 1]));
  const hazard = expectedSurvivalAt(baseline!, basehaz.time);
  const survival = expectedSurvivalAt(curve!, surv_age60_rx1.time);
  return {
    basehaz: {
      time: hazard.map((at) => at.time),
      cumhaz_x0: hazard.map((at) => at.cumulativeHazard),
    },
    surv_age60_rx1: {
      time: survival.map((at) => at.time),
      surv: survival.map((at) => at.survival),
      std_err_logsurv_based: survival.map((at) => at.standardError),
      lower: survival.map((at) => at.interval.lower),
      upper: survival.map((at) => at.interval.upper),
    },
  };
}

function coxAnswers() {
  const lungOf = (index: number[]): CoxRows => ({
    exit: pick(lungRows.exit, index),
    event: pick(lungEvent, index),
    covariates: [lung.age, lung.sex, lung["ph.ecog"]].map((column: number[]) => pick(column, index)),
  });
  const ovarianRows: CoxRows = {
    exit: ovarian.futime,
    event: ovarian.fustat,
    covariates: [ovarian.age, ovarian.rx],
  };
  const heartRows: CoxRows = {
    entry: heart.start,
    exit: heart.stop,
    event: heart.event,
    covariates: [heart.age, heart.year, heart.surgery, heart.transplant.map(Number)],
  };
  const known = lungOf(rowsWith(lung["ph.ecog"]));
  const inInstitution = rowsWith(lung["ph.ecog"], lung.inst);
  return {
    ovarian_efron: {
      ...coxAnswer(ovarianRows),
      ...ovarianCurves(ovarianRows, answered(coxRegression(ovarianRows))),
    },
    ovarian_breslow: coxAnswer(ovarianRows, { ties: "breslow" }),
    lung_efron: coxAnswer(known),
    lung_breslow: coxAnswer(known, { ties: "breslow" }),
    lung_efron_cluster_inst: coxAnswer(lungOf(inInstitution), {
      cluster: pick<number>(lung.inst, inInstitution),
    }),
    heart_efron: coxAnswer(heartRows),
    heart_breslow: coxAnswer(heartRows, { ties: "breslow" }),
  };
}

function hazardAnswers() {
  const known = rowsWith(lung["ph.ecog"]);
  const rows = {
    exit: pick(lungRows.exit, known),
    event: pick(lungEvent, known),
    covariates: [lung.age, lung.sex, lung["ph.ecog"]].map((column: number[]) => pick(column, known)),
  };
  const fitBy = (link: "logit" | "cloglog") =>
    answered(discreteTimeHazard(rows, { link, width: 90, lastPeriod: 8, cluster: known }));
  const answer = (fit: ReturnType<typeof fitBy>) => ({
    coef: fit.coefficients.map((c) => c.estimate),
    se: fit.coefficients.map((c) => c.modelStandardError),
    loglik: fit.logLikelihood,
    deviance: fit.deviance,
    n: fit.n,
  });
  const logit = fitBy("logit");
  return {
    rows: logit.n,
    events: rows.event.reduce((sum, event) => sum + event, 0),
    logit: { ...answer(logit), cluster_se_id_CR1_glm: logit.coefficients.map((c) => c.standardError) },
    cloglog: answer(fitBy("cloglog")),
  };
}

function aalenJohansenAnswers() {
  const { etime, event, times } = expected.aalen_johansen;
  const curves = answered(aalenJohansen({ exit: etime, event }));
  const [pcm, death] = curves.causes.map((state) => incidenceAt(curves, state, times));
  return {
    n_risk: times.map((time: number) => curves.atRisk[curves.times.findIndex((own) => own >= time)]),
    pstate_pcm: pcm!.map((at) => at.probability),
    pstate_death: death!.map((at) => at.probability),
    se_pcm: pcm!.map((at) => at.standardError),
    se_death: death!.map((at) => at.standardError),
  };
}

const withEcog = rowsWith(lung["ph.ecog"]);

export const survivalAnswers = {
  km: kaplanMeierAnswers(),
  logrank: {
    lung_sex: logRankAnswer(lungRows, lung.sex),
    lung_sex_strata_ecog: logRankAnswer(
      { exit: pick(lungRows.exit, withEcog), event: pick(lungEvent, withEcog) },
      pick<number>(lung.sex, withEcog),
      { strata: pick<number>(lung["ph.ecog"], withEcog) },
    ),
    aml: logRankAnswer(amlRows, aml.x),
    aml_peto_rho1: logRankAnswer(amlRows, aml.x, { rho: 1 }),
    ovarian_rx: logRankAnswer({ exit: ovarian.futime, event: ovarian.fustat }, ovarian.rx),
  },
  cox: coxAnswers(),
  discrete_hazard: hazardAnswers(),
  aalen_johansen: aalenJohansenAnswers(),
};
