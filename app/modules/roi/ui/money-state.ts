/** What the ledgers hold of what customer money is computed from. */
export interface MoneyState {
  readonly revenue: boolean;
  readonly costs: boolean;
  readonly assignments: boolean;
  readonly isComplete: boolean;
}
