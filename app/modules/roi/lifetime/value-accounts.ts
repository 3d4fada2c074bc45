import { type CalendarDate, type Month, monthOf } from "~/kernel/calendar";
import { isRefusal } from "~/stats/result";
import {
  type AccountHistory,
  ageInMonths,
  type LifetimeModel,
  modelOf,
  monthlyMargin,
} from "./account-history";
import {
  constantCurve,
  countRenewals,
  fitSbg,
  type Horizon,
  kaplanMeierCurve,
  type RetentionCurve,
  sbgCurve,
} from "./contract-model";
import { expectedValue, fitRepeatPurchases, purchaseForecast, purchaseHistory } from "./repeat-model";
import type { ContractResult, FittedParameter, RepeatResult } from "./value-run";

export interface ValuedAccount {
  readonly accountId: string;
  readonly model: LifetimeModel;
  readonly reason: "no_revenue" | "too_new" | "no_losses" | "no_fit" | null;
  /** A month's, or for repeat purchases that of one purchase. */
  readonly margin: number;
  readonly clv: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly plain: number | null;
  readonly alive: number | null;
  readonly kept12m: number | null;
}

interface Question {
  readonly histories: readonly AccountHistory[];
  readonly observedFrom: CalendarDate | null;
  /** First day that is not seen any more. */
  readonly until: Month;
  readonly horizon: Horizon;
  readonly costToServeRatio: (segment: string) => number;
}

const z95 = 1.959963984540054;

/** Values every present customer by the model that fits it. */
export function valueAccounts(question: Question): {
  readonly values: ValuedAccount[];
  readonly contract: ContractResult | null;
  readonly repeat: RepeatResult | null;
} {
  const byModel = new Map<LifetimeModel, AccountHistory[]>();
  for (const history of question.histories) {
    const model = modelOf(history);
    const list = byModel.get(model);
    if (list) list.push(history);
    else byModel.set(model, [history]);
  }
  const present = (model: LifetimeModel) =>
    (byModel.get(model) ?? []).filter(
      ({ acquiredOn, churnedOn }) =>
        acquiredOn < question.until && (churnedOn === null || churnedOn >= question.until),
    );
  const contracts = byModel.get("contract") ?? [];
  const fitted = contracts.length > 0 ? fitContracts(contracts, question) : null;
  const buyers = byModel.get("repeat_purchase") ?? [];
  const repeat = buyers.length > 0 ? valueBuyers(buyers, present("repeat_purchase"), question) : null;
  return {
    values: [
      ...present("contract").map((history) => valueContract(history, fitted!, question)),
      ...(repeat?.values ?? []),
      ...present("none").map((history) => withoutValue(history, "none", "no_revenue")),
    ],
    contract: fitted?.result ?? null,
    repeat: repeat?.result ?? null,
  };
}

export interface FittedContracts {
  readonly curve: RetentionCurve | null;
  readonly plain: RetentionCurve | null;
  readonly result: ContractResult;
}

/** sBG where the contracts differ enough to identify it, else its limit of one constant rate, else the observed curve, else nothing. */
export function fitContracts(
  contracts: readonly AccountHistory[],
  { observedFrom, until, horizon }: Pick<Question, "observedFrom" | "until" | "horizon">,
): FittedContracts {
  const counts = countRenewals(contracts, observedFrom ?? until, until);
  const fit = fitSbg(counts);
  const plain = kaplanMeierCurve(counts, horizon);
  const curve = isRefusal(fit) ? (constantCurve(counts, horizon) ?? plain) : sbgCurve(fit, horizon);
  const months = Array.from({ length: Math.min(counts.atRisk.length, 120) + 1 }, (_, t) => t);
  return {
    curve,
    plain,
    result: {
      contracts: counts.contracts,
      lost: counts.lost.reduce((sum, n) => sum + n, 0),
      method: curve?.method ?? "none",
      refused: isRefusal(fit) ? fit.refused : null,
      parameters: isRefusal(fit) ? [] : parametersOf(fit),
      months,
      fitted: months.map((t) => (curve && curve.method !== "kaplan_meier" ? curve.survival(t) : null)),
      observed: months.map((t) => plain?.survival(t) ?? null),
      tailShare: curve?.remaining(0).tailShare ?? null,
    },
  };
}

function valueContract(history: AccountHistory, fitted: FittedContracts, question: Question): ValuedAccount {
  if (history.yearMonths === 0) return withoutValue(history, "contract", "too_new");
  const margin = monthlyMargin(history, question.costToServeRatio(history.segment));
  if (!fitted.curve)
    return {
      ...withoutValue(history, "contract", fitted.result.refused === "no-events" ? "no_losses" : "no_fit"),
      margin: margin.mean,
    };
  const age = ageInMonths(history.acquiredOn, question.until);
  const life = fitted.curve.remaining(age);
  const clv = margin.mean * life.months;
  // Two sources: how long it stays (the curve) and what a month brings (the mean of at most twelve).
  const error = Math.hypot(margin.mean * life.standardError, life.months * margin.standardError);
  return {
    accountId: history.accountId,
    model: "contract",
    reason: null,
    margin: margin.mean,
    clv,
    lower: clv - z95 * error,
    upper: clv + z95 * error,
    plain: fitted.plain ? margin.mean * fitted.plain.remaining(age).months : null,
    alive: 1,
    kept12m: life.kept12m,
  };
}

function valueBuyers(
  buyers: readonly AccountHistory[],
  present: readonly AccountHistory[],
  question: Question,
): { values: ValuedAccount[]; result: RepeatResult } {
  const month = monthOf(question.until);
  const fit = fitRepeatPurchases(buyers, month);
  const base = { customers: buyers.length };
  if (isRefusal(fit))
    return {
      values: present.map((history) => withoutValue(history, "repeat_purchase", "no_fit")),
      result: { ...base, refused: fit.refused, parameters: [], correlation: null, warnings: [] },
    };
  const forecast = purchaseForecast(fit.purchases, question.horizon);
  const values = present.map((history): ValuedAccount => {
    const row = purchaseHistory(history, month);
    if (!row) return withoutValue(history, "repeat_purchase", "too_new");
    const expected = forecast(row);
    const marginRate =
      (history.revenue - history.costOfGoods) / history.revenue - question.costToServeRatio(history.segment);
    const margin = expectedValue(fit, history) * marginRate;
    const clv = margin * expected.discounted;
    const error = Math.abs(margin) * expected.standardError;
    return {
      accountId: history.accountId,
      model: "repeat_purchase",
      reason: null,
      margin,
      clv,
      lower: clv - z95 * error,
      upper: clv + z95 * error,
      plain: null,
      alive: expected.alive,
      kept12m: null,
    };
  });
  const { correlation } = fit.value;
  return {
    values,
    result: {
      ...base,
      refused: null,
      parameters: [...parametersOf(fit.purchases), ...parametersOf(fit.value)],
      correlation: Number.isNaN(correlation) ? null : correlation,
      warnings: [...fit.purchases.warnings, ...fit.value.warnings],
    },
  };
}

function withoutValue(
  { accountId }: AccountHistory,
  model: LifetimeModel,
  reason: NonNullable<ValuedAccount["reason"]>,
): ValuedAccount {
  return {
    accountId,
    model,
    reason,
    margin: 0,
    clv: null,
    lower: null,
    upper: null,
    plain: null,
    alive: null,
    kept12m: null,
  };
}

function parametersOf<Name extends string>(fit: {
  readonly names: readonly Name[];
  readonly parameters: Readonly<Record<Name, number>>;
  readonly standardErrors: Readonly<Record<Name, number>>;
}): FittedParameter[] {
  return fit.names.map((name) => ({
    name,
    value: fit.parameters[name],
    standardError: fit.standardErrors[name],
  }));
}
