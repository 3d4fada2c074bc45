import { ArgumentError, requireFiniteColumn, requireSameLength } from "../arguments";

/** One row a customer: repeat purchases, time of the last one and length of observation, both from the first purchase. */
export interface PurchaseHistories {
  readonly frequency: ArrayLike<number>;
  readonly recency: ArrayLike<number>;
  readonly observed: ArrayLike<number>;
}

export interface PurchaseHistory {
  readonly frequency: number;
  readonly recency: number;
  readonly observed: number;
}

/** Throws, naming the row, on anything a purchase history cannot be. */
export function requireHistories({ frequency, recency, observed }: PurchaseHistories): void {
  requireSameLength(recency, frequency.length, "recency");
  requireSameLength(observed, frequency.length, "observed");
  requireFiniteColumn(frequency, "frequency");
  requireFiniteColumn(recency, "recency");
  requireFiniteColumn(observed, "observed");
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i]!;
    if (!Number.isInteger(x) || x < 0) throw new ArgumentError("frequency", `row ${i} is ${x}, not a count`);
    if (!(observed[i]! >= 0)) throw new ArgumentError("observed", `row ${i} is ${observed[i]}`);
    if (!(recency[i]! >= 0 && recency[i]! <= observed[i]!)) {
      throw new ArgumentError("recency", `row ${i} is ${recency[i]}, outside [0, ${observed[i]}]`);
    }
    if (x === 0 && recency[i] !== 0)
      throw new ArgumentError("recency", `row ${i} is ${recency[i]} without a repeat purchase`);
  }
}

export function requireHistory(history: PurchaseHistory): void {
  requireHistories({
    frequency: [history.frequency],
    recency: [history.recency],
    observed: [history.observed],
  });
}
