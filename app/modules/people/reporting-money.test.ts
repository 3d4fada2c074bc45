import { expect, it } from "vitest";
import { converterTo } from "./reporting-money";

const convert = converterTo("EUR", [
  { currency: "USD", month: "2026-03-01", rate: 0.9 },
  { currency: "USD", month: "2026-01-01", rate: 0.8 },
  { currency: "JPY", month: "2026-01-01", rate: 0.006 },
]);

it("100.00 USD at 0.8 in February is 80.00 EUR: January's rate holds until March's", () => {
  expect(convert(100_00n, "USD", "2026-02-15")).toBe(80_00n);
  expect(convert(100_00n, "USD", "2026-03-01")).toBe(90_00n);
});
it("takes the first rate for a month before any", () => {
  expect(convert(100_00n, "USD", "2025-06-01")).toBe(80_00n);
});
it("10,000 yen, which have no minor unit, at 0.006 are 60.00 EUR", () => {
  expect(convert(10_000n, "JPY", "2026-02-01")).toBe(60_00n);
});
it("guesses nothing for a currency without a rate", () => {
  expect(convert(1n, "CNY", "2026-02-01")).toBeNull();
  expect(convert(7n, "EUR", "2026-02-01")).toBe(7n);
});
