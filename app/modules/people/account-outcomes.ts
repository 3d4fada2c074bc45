import { netPromoterScore } from "~/stats/proportions/net-promoter-score";
import { share } from "~/stats/proportions/share";
import { isRefusal } from "~/stats/result";

/** What customers said and did about the accounts one person owned in the last twelve months: sums, as the rollup keeps them. */
export interface OutcomeCounts {
  readonly csatN: number;
  readonly csatTop2N: number;
  readonly csatSum: number;
  readonly npsN: number;
  readonly npsPromoters: number;
  readonly npsDetractors: number;
  readonly accountMonths: number;
  readonly accountsLost: number;
}

export interface OutcomeFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export interface AccountOutcomes {
  /** Share of answers of 4 or 5, 0 to 1, with Wilson's interval; null without answers. */
  readonly csat: OutcomeFigure | null;
  readonly csatMean: number | null;
  /** −100 to 100 with its trinomial interval. */
  readonly nps: OutcomeFigure | null;
}

export function outcomesOf(counts: OutcomeCounts): AccountOutcomes {
  const csat = share(counts.csatTop2N, counts.csatN);
  const nps = netPromoterScore({
    promoters: counts.npsPromoters,
    passives: counts.npsN - counts.npsPromoters - counts.npsDetractors,
    detractors: counts.npsDetractors,
  });
  return {
    csat: isRefusal(csat) ? null : figureOf(csat),
    csatMean: counts.csatN === 0 ? null : counts.csatSum / counts.csatN,
    nps: isRefusal(nps) ? null : figureOf(nps),
  };
}

function figureOf(estimate: {
  estimate: number;
  interval: { lower: number; upper: number };
  n: number;
}): OutcomeFigure {
  return {
    value: estimate.estimate,
    low: estimate.interval.lower,
    high: estimate.interval.upper,
    n: estimate.n,
  };
}
