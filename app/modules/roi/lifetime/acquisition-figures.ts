import type { Acquisition } from "./read-acquisition.server";

export interface AcquisitionFigures {
  /** Cost of a customer won, all costs and salaries in; null where none was won. */
  readonly cacMinor: number | null;
  /** Months until a new customer's margin has paid for it; "never" where there is no margin. */
  readonly payback: number | "never" | null;
  /** Mean value of a new customer over its cost. */
  readonly ratio: number | null;
}

export function acquisitionFigures(
  { directMinor, unitsMinor, won, marginPerMonthMinor }: Acquisition,
  newCustomers: { readonly count: number; readonly clvMinor: number },
): AcquisitionFigures {
  const cacMinor = won > 0 ? (directMinor + unitsMinor) / won : null;
  const payback =
    cacMinor === null || marginPerMonthMinor === null
      ? null
      : marginPerMonthMinor > 0
        ? cacMinor / marginPerMonthMinor
        : "never";
  const ratio =
    cacMinor !== null && cacMinor > 0 && newCustomers.count > 0
      ? newCustomers.clvMinor / newCustomers.count / cacMinor
      : null;
  return { cacMinor, payback, ratio };
}
