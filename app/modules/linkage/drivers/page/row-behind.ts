/** One account-month that a result rests on, as a reader in scope of the account sees it. */
export interface RowBehind {
  readonly accountId: string;
  readonly accountNumber: string;
  readonly accountName: string;
  readonly month: string;
  readonly csatN: number;
  readonly csatSum: number;
  readonly revenueMinor: string;
  readonly isLost: boolean | null;
  /** Null where it is not known, or a fact of somebody out of the reader's scope. */
  readonly value: number | null;
  readonly isForeignOwner: boolean;
}

/** What an exposure's value in a row is counted in; a flag is yes or no. */
export type RowUnit = "hours" | "months" | "z" | "score" | "percent" | "flag";
