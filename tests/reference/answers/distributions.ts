import { logNormalGini, logNormalTopShare } from "../../../app/stats/concentration/top-share";
import { betaCdf } from "../../../app/stats/distributions/beta";
import { chiSquareCdf } from "../../../app/stats/distributions/chi-square";
import { fCdf } from "../../../app/stats/distributions/f";
import { gammaCdf } from "../../../app/stats/distributions/gamma";
import { normalCdf, normalQuantile } from "../../../app/stats/distributions/normal";
import { studentTCdf, studentTQuantile } from "../../../app/stats/distributions/student-t";
import { digamma, trigamma } from "../../../app/stats/special/digamma";
import { logGamma } from "../../../app/stats/special/log-gamma";
import { readReference } from "../read-reference";

// The library's answers to the special functions of expected.json, in its shape.

const { special, lognormal_share } = readReference("expected");
const { pnorm, qnorm, pt, qt, pchisq_upper, pf_upper, pbeta, pgamma_lower } = special;
const over = (columns: number[][], f: (...values: number[]) => number) =>
  columns[0]!.map((_, i) => f(...columns.map((column) => column[i]!)));

export const distributionAnswers = {
  special: {
    pnorm: {
      cdf: over([pnorm.x], (x = 0) => normalCdf(x)),
      log_cdf: over([pnorm.x], (x = 0) => normalCdf(x, { log: true })),
    },
    qnorm: { q: over([qnorm.p], (p = 0) => normalQuantile(p)) },
    pt: { value: over([pt.t, pt.df], (t = 0, df = 0) => studentTCdf(t, df)) },
    qt: { value: over([qt.p, qt.df], (p = 0, df = 0) => studentTQuantile(p, df)) },
    pchisq_upper: {
      value: over([pchisq_upper.x, pchisq_upper.df], (x = 0, df = 0) => chiSquareCdf(x, df, { upper: true })),
    },
    pf_upper: {
      value: over([pf_upper.x, pf_upper.a, pf_upper.b], (x = 0, a = 0, b = 0) =>
        fCdf(x, a, b, { upper: true }),
      ),
    },
    lgamma: { value: special.lgamma.x.map(logGamma) },
    digamma: { value: special.digamma.x.map(digamma), trigamma: special.digamma.x.map(trigamma) },
    pbeta: { value: over([pbeta.x, pbeta.a, pbeta.b], (x = 0, a = 0, b = 0) => betaCdf(x, a, b)) },
    pgamma_lower: { value: over([pgamma_lower.x, pgamma_lower.a], (x = 0, a = 0) => gammaCdf(x, a, 1)) },
  },
  lognormal_share: {
    top20: lognormal_share.sigma.map((sigma: number) => logNormalTopShare(sigma, 0.2)),
    gini: lognormal_share.sigma.map(logNormalGini),
  },
};
