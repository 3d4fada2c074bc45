import type { Month } from "~/kernel/calendar";
import { wholeMonthsBetween } from "~/kernel/calendar";
import {
  type BgNbdParameters,
  bgNbdConditionalPurchases,
  bgNbdProbabilityAlive,
  fitBgNbd,
} from "~/stats/lifetime/bg-nbd";
import { discountedPurchaseValue } from "~/stats/lifetime/discounted-value";
import { fitGammaGamma, type GammaGammaFit, gammaGammaConditionalMean } from "~/stats/lifetime/gamma-gamma";
import type { LogParameterFit } from "~/stats/lifetime/log-parameter-fit";
import type { PurchaseHistory } from "~/stats/lifetime/purchase-histories";
import { quadraticForm } from "~/stats/linear-algebra/matrix";
import { isRefusal, type Refusal } from "~/stats/result";
import type { AccountHistory } from "./account-history";
import type { Horizon } from "./contract-model";

export interface RepeatFit {
  readonly purchases: LogParameterFit<"r" | "alpha" | "a" | "b">;
  readonly value: GammaGammaFit;
}

/** Months with a purchase, counted from the first; a month is the unit of time. `asOfMonth` is the month after the last seen. */
export function purchaseHistory(history: AccountHistory, asOfMonth: Month): PurchaseHistory | null {
  const { firstPurchase, lastPurchase, purchaseMonths } = history;
  if (firstPurchase === null || lastPurchase === null || firstPurchase >= asOfMonth) return null;
  return {
    frequency: purchaseMonths - 1,
    recency: purchaseMonths > 1 ? wholeMonthsBetween(firstPurchase, lastPurchase) : 0,
    observed: Math.max(
      wholeMonthsBetween(firstPurchase, asOfMonth) - 1,
      wholeMonthsBetween(firstPurchase, lastPurchase),
    ),
  };
}

/** BG/NBD for how often, Gamma-Gamma for how much; lost accounts are histories that fell silent. */
export function fitRepeatPurchases(
  histories: readonly AccountHistory[],
  asOfMonth: Month,
): RepeatFit | Refusal {
  const rows: PurchaseHistory[] = [];
  const counts: number[] = [];
  const means: number[] = [];
  for (const history of histories) {
    const row = purchaseHistory(history, asOfMonth);
    if (!row) continue;
    rows.push(row);
    if (row.frequency > 0 && history.purchaseValue > 0) {
      counts.push(row.frequency);
      means.push(history.purchaseValue / history.purchaseMonths);
    }
  }
  const purchases = fitBgNbd({
    frequency: rows.map((row) => row.frequency),
    recency: rows.map((row) => row.recency),
    observed: rows.map((row) => row.observed),
  });
  if (isRefusal(purchases)) return purchases;
  const value = fitGammaGamma(counts, means);
  if (isRefusal(value)) return value;
  return { purchases, value };
}

export interface ExpectedPurchases {
  readonly discounted: number;
  readonly standardError: number;
  readonly alive: number;
}

/** Discounted purchases of a history within the horizon, kept by history: dates make many of them coincide. */
export function purchaseForecast(fit: RepeatFit["purchases"], horizon: Horizon) {
  const known = new Map<string, ExpectedPurchases>();
  const logs = Float64Array.from(fit.names, (name) => Math.log(fit.parameters[name]));
  return (history: PurchaseHistory): ExpectedPurchases => {
    const key = `${history.frequency} ${history.recency} ${history.observed}`;
    let found = known.get(key);
    if (found) return found;
    found = {
      discounted: discounted(fit.parameters, history, horizon, 1),
      standardError: Math.sqrt(
        Math.max(
          0,
          quadraticForm(
            fit.logCovariance,
            centralGradient((at) => discounted(parametersAt(at), history, horizon, 3), logs),
          ),
        ),
      ),
      alive: bgNbdProbabilityAlive(fit.parameters, history),
    };
    known.set(key, found);
    return found;
  };
}

/** Quarters and plain differences are near enough for an error, and a tenth of the work over thousands of histories. */
function centralGradient(of: (point: Float64Array) => number, at: Float64Array): Float64Array {
  const step = 1e-4;
  return at.map((_, i) => {
    const moved = (by: number) => of(at.map((value, j) => (j === i ? value + by : value)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

function discounted(
  parameters: BgNbdParameters,
  history: PurchaseHistory,
  horizon: Horizon,
  step: number,
): number {
  return discountedPurchaseValue({
    expectedPurchases: (time) => bgNbdConditionalPurchases(parameters, history, time),
    valuePerPurchase: 1,
    periods: Math.max(1, Math.round(horizon.months / step)),
    periodLength: step,
    discountRate: (1 + horizon.discount) ** step - 1,
  });
}

function parametersAt(logs: ArrayLike<number>): BgNbdParameters {
  return {
    r: Math.exp(logs[0]!),
    alpha: Math.exp(logs[1]!),
    a: Math.exp(logs[2]!),
    b: Math.exp(logs[3]!),
  };
}

/** Revenue expected of one purchase of this account, drawn towards the mean of all where it has made few. */
export function expectedValue({ value }: RepeatFit, history: AccountHistory): number {
  const frequency = history.purchaseMonths - 1;
  const mean = history.purchaseMonths > 0 ? history.purchaseValue / history.purchaseMonths : 0;
  const expected = gammaGammaConditionalMean(value.parameters, frequency, frequency > 0 ? mean : 0);
  // Without a population mean (q at most 1) a single purchase says nothing but itself.
  return isRefusal(expected) ? mean : expected;
}
