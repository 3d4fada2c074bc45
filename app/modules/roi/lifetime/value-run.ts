import type { RefusalReason } from "~/stats/result";

/** What a fit of the lifetime models leaves for the pages: what was fitted, on what, and why it and not another. */
export interface ValueRunResult {
  readonly discountRate: number;
  readonly horizonMonths: number;
  readonly observedFrom: string | null;
  /** Recurring revenue of all revenue on record; an account is under contract from half on. */
  readonly recurringShare: number | null;
  readonly contract: ContractResult | null;
  readonly repeat: RepeatResult | null;
  readonly accounts: {
    readonly contract: number;
    readonly repeatPurchase: number;
    readonly none: number;
  };
  readonly seconds: number;
}

export interface ContractResult {
  readonly contracts: number;
  readonly lost: number;
  /** The curve behind the values. */
  readonly method: "sbg" | "constant" | "kaplan_meier" | "none";
  /** Why the model could not be fitted, where it could not. */
  readonly refused: RefusalReason | null;
  readonly parameters: readonly FittedParameter[];
  /** Share kept after each month, by the model and as observed; for the chart. */
  readonly months: readonly number[];
  readonly fitted: readonly (number | null)[];
  readonly observed: readonly (number | null)[];
  /** Share of the value of a new contract beyond the horizon. */
  readonly tailShare: number | null;
}

export interface RepeatResult {
  readonly customers: number;
  readonly refused: RefusalReason | null;
  readonly parameters: readonly FittedParameter[];
  /** Between number and value of purchases; the model takes it to be 0. */
  readonly correlation: number | null;
  readonly warnings: readonly string[];
}

export interface FittedParameter {
  readonly name: string;
  readonly value: number;
  readonly standardError: number;
}
