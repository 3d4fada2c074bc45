import type { CalendarDate } from "~/kernel/calendar";
import { type AccountHistory, ageInMonths, modelOf, monthlyMargin } from "./account-history";
import type { Horizon } from "./contract-model";
import { type FittedContracts, fitContracts } from "./value-accounts";

export interface ValuedLoss {
  readonly accountId: string;
  readonly lostOn: CalendarDate;
  readonly margin: number;
  readonly residual: number;
  readonly lower: number;
  readonly upper: number;
  readonly replacement: number | null;
  readonly referral: number | null;
  readonly exit: number | null;
}

interface Question {
  readonly histories: readonly AccountHistory[];
  readonly observedFrom: CalendarDate;
  /** Losses from this day on count. */
  readonly since: CalendarDate;
  readonly until: CalendarDate;
  readonly horizon: Horizon;
  readonly costToServeRatio: (segment: string) => number;
  readonly replacementCost: (segment: string) => number | null;
  /** The same for every loss, by stated assumptions; null where none is stated. */
  readonly referralCost: number | null;
  readonly exitCost: number | null;
}

/**
 * What each lost contract would still have brought: its margin along the curve fitted to what was known before the year of the
 * loss. A model that has seen the loss would count it twice. The first year has no year before it and takes its own.
 */
export function valueLosses(question: Question): ValuedLoss[] {
  const contracts = question.histories.filter((history) => modelOf(history) === "contract");
  const models = new Map<string, FittedContracts>();
  const modelBefore = (lostOn: CalendarDate) => {
    const year = lostOn.slice(0, 4);
    let model = models.get(year);
    if (!model) {
      model = fitContracts(contracts, { ...question, until: `${year}-01-01` });
      if (!model.curve) {
        const next = `${Number(year) + 1}-01-01`;
        model = fitContracts(contracts, {
          ...question,
          until: next < question.until ? next : question.until,
        });
      }
      models.set(year, model);
    }
    return model;
  };
  return contracts.flatMap((history) => {
    const { churnedOn } = history;
    if (churnedOn === null || churnedOn < question.since || churnedOn >= question.until) return [];
    if (history.yearMonths === 0) return [];
    const curve = modelBefore(churnedOn).curve;
    if (!curve) return [];
    const life = curve.remaining(ageInMonths(history.acquiredOn, churnedOn));
    const margin = monthlyMargin(history, question.costToServeRatio(history.segment));
    const residual = margin.mean * life.months;
    const error =
      1.959963984540054 * Math.hypot(margin.mean * life.standardError, life.months * margin.standardError);
    return [
      {
        accountId: history.accountId,
        lostOn: churnedOn,
        margin: margin.mean,
        residual,
        lower: residual - error,
        upper: residual + error,
        replacement: question.replacementCost(history.segment),
        referral: question.referralCost,
        exit: question.exitCost,
      },
    ];
  });
}
