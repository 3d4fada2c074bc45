import type { Month } from "~/kernel/calendar";
import type { Suppression } from "~/modules/access/suppression";

/** Twelve complete months of the company and of each segment; money in minor units of the reporting currency. */
export interface ProfitReport {
  readonly first: Month;
  readonly last: Month;
  /** What reached no account in the same months. */
  readonly unusedMinor: number;
  readonly overheadMinor: number;
  readonly ledgerMinor: number;
  /** Months over which the cost of winning an account is spread. */
  readonly acquisitionMonths: number;
  /** The company first, then segments by revenue; a null key is the company, an empty one accounts without a segment. */
  readonly groups: readonly ProfitGroup[];
}

export interface ProfitGroup {
  readonly key: string | null;
  readonly accounts: number;
  readonly revenueMinor: number;
  readonly costOfGoodsMinor: number;
  readonly costToServeMinor: number;
  readonly acquisitionMinor: number;
  readonly profitMinor: number;
  /** People who served the group, and whether their cost may be shown to those who may not see pay. */
  readonly people: number;
  readonly verdict: Suppression;
  readonly curve: ProfitCurve | null;
  /** Of revenue held by the fifth of accounts with most of it. */
  readonly topFifthRevenueShare: number | null;
}

/** Accounts by falling profit. */
export interface ProfitCurve {
  /** Cumulative profit after each twentieth of the accounts, from 0 %; a part of an account counts by its part. */
  readonly cumulativeMinor: readonly number[];
  readonly positiveMinor: number;
  readonly totalMinor: number;
  /** Of the total that the best fifth bring; null where the total is not above 0. */
  readonly topFifthShare: number | null;
  /** Key accounts: so many of the best bring 80 % of all profit made. */
  readonly keyAccounts: number;
  readonly lossMaking: number;
}

export const curveSteps = 20;
/** A curve is drawn for readers without pay where each of its steps sums up at least five accounts. */
export const fewestAccountsForCurve = 100;
