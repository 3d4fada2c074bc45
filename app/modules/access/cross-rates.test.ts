import { describe, expect, it } from "vitest";
import { crossRates } from "./cross-rates";

const rate = (currency: string, month: string, value: string) => ({
  currency,
  month: `${month}-01`,
  rate: value,
});

describe("rates towards another reporting currency", () => {
  it("from EUR to USD with USD at 0.8: a euro is worth 1 ÷ 0.8 = 1.25 dollars, and a yuan at 0.12 is worth 0.12 ÷ 0.8 = 0.15", () => {
    const crossed = crossRates([rate("USD", "2026-10", "0.8"), rate("CNY", "2026-10", "0.12")], "EUR", "USD");
    expect(crossed.rates).toEqual([rate("EUR", "2026-10", "1.25"), rate("CNY", "2026-10", "0.15")]);
    expect(crossed.missing).toEqual([]);
  });

  it("keeps ten decimals and rounds the last: 1 ÷ 0.006 = 166.6666666667", () => {
    expect(crossRates([rate("JPY", "2026-10", "0.006")], "EUR", "JPY").rates).toEqual([
      rate("EUR", "2026-10", "166.6666666667"),
    ]);
  });

  it("names the months in which the new currency has no rate, instead of taking another month's", () => {
    const crossed = crossRates(
      [rate("USD", "2026-09", "0.8"), rate("CNY", "2026-09", "0.12"), rate("CNY", "2026-10", "0.13")],
      "EUR",
      "USD",
    );
    expect(crossed.rates).toEqual([rate("EUR", "2026-09", "1.25"), rate("CNY", "2026-09", "0.15")]);
    expect(crossed.missing).toEqual([
      { currency: "EUR", month: "2026-10-01" },
      { currency: "CNY", month: "2026-10-01" },
    ]);
  });

  it("there and back gives the rate again, to the tenth decimal: 0.925 → 1.0810810811 → 0.925", () => {
    const [there] = crossRates([rate("USD", "2026-10", "0.925")], "EUR", "USD").rates;
    expect(there?.rate).toBe("1.0810810811");
    const [back] = crossRates([{ ...there!, currency: "EUR" }], "USD", "EUR").rates;
    expect(Number(back?.rate)).toBeCloseTo(0.925, 9);
  });
});
