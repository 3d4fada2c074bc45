/** A quarter's invoice is three months' revenue, and the first one of an account is often less. */
import { describe, expect, it } from "vitest";
import { billingPeriods } from "./billing-periods";

/** One account a list, revenue by month from the first on. */
const periodsOf = (...accounts: readonly (readonly number[])[]) => {
  const starts = accounts.map((_, at) =>
    accounts.slice(0, at).reduce((sum, months) => sum + months.length, 0),
  );
  return Array.from(
    billingPeriods({
      accountIds: accounts.map((_, at) => String(at)),
      accountStart: Int32Array.from([...starts, accounts.flat().length]),
      month: Int32Array.from(accounts.flatMap((months) => months.map((_, month) => month))),
      columns: { revenueMinor: Float32Array.from(accounts.flat()) },
    }),
  );
};

describe("billingPeriods", () => {
  it("is a month for who is billed by the month, whatever month is left out", () => {
    expect(periodsOf([5, 5, 0, 5, 5, 5, 5])).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
  it("is a quarter from the second booking on for who is billed by the quarter", () => {
    expect(periodsOf([0, 2, 0, 0, 3, 0, 0, 3, 0, 0, 3])).toEqual([1, 0, 1, 1, 3, 1, 1, 3, 1, 1, 3]);
  });
  it("is unknown where a booking came before its time", () => {
    expect(periodsOf([3, 0, 0, 3, 0, 0, 3, 0, 0, 3, 0, 2])).toEqual([0, 1, 1, 3, 1, 1, 3, 1, 1, 3, 1, 0]);
  });
  it("is a month for who buys as the need arises", () => {
    expect(periodsOf([3, 0, 4, 0, 0, 0, 1, 2, 0, 0, 9])).toEqual(new Array(11).fill(1));
  });
  it("knows each account by itself", () => {
    expect(periodsOf([5, 5, 5], [3, 0, 3, 0, 3])).toEqual([1, 1, 1, 0, 1, 2, 1, 2]);
  });
});
