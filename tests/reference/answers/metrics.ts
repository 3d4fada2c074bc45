import { whaleCurve } from "../../../app/stats/concentration/whale-curve";
import { eventRate } from "../../../app/stats/proportions/event-rate";
import { revenueRetention } from "../../../app/stats/retention/revenue-retention";
import { benefitCostRatio, returnOnInvestment } from "../../../app/stats/returns/return-on-investment";
import { costPerHire } from "../../../app/stats/workforce/cost-per-hire";
import {
  humanCapitalReturn,
  humanCapitalValueAdded,
} from "../../../app/stats/workforce/human-capital-return";
import { turnoverRate } from "../../../app/stats/workforce/turnover-rate";
import { answered } from "../compare";
import { readReference } from "../read-reference";

// The library's answers to the business figures of expected.json, in its shape.

const { turnover, cost_per_hire, grr_nrr, hcroi, phillips, whale } = readReference("expected").metrics;
const account = {
  revenue: hcroi.revenue,
  operatingExpense: hcroi.opex,
  payAndBenefits: hcroi.comp_benefits,
};
const exits = answered(eventRate(7, 83.4));
const kept = answered(revenueRetention(grr_nrr));
const curve = answered(whaleCurve(whale.profit));
const left = answered(turnoverRate(turnover.separations, turnover.monthly_avg_headcount));

export const metricAnswers = {
  metrics: {
    turnover: { annual_rate_pct: 100 * left.estimate },
    cost_per_hire: {
      cph: answered(costPerHire(cost_per_hire.external, cost_per_hire.internal, cost_per_hire.hires)),
    },
    grr_nrr: { grr: kept.gross, nrr: kept.net },
    hcroi: {
      hcroi: answered(humanCapitalReturn(account)),
      hcva_per_fte_100: answered(humanCapitalValueAdded(account, 100)),
    },
    phillips: {
      bcr: answered(benefitCostRatio(phillips.benefit, phillips.cost)),
      roi_pct: 100 * answered(returnOnInvestment(phillips.benefit, phillips.cost)),
    },
    person_time: { rate: exits.estimate, ci: [exits.interval.lower, exits.interval.upper] },
    whale: { cum_share: curve.cumulativeShare, peak: curve.peak },
  },
};
