import { describe, expect, it } from "vitest";
import { contractPayOf, monthsWithoutPay } from "./contract-pay";

const spell = (startsOn: string, endsOn: string | null, annualSalaryMinor: bigint | null, fte = 1) => ({
  startsOn,
  endsOn,
  fte,
  annualSalaryMinor,
  currency: annualSalaryMinor === null ? null : "EUR",
});

describe("contract pay", () => {
  it("36,525 a year is 100 a day: October's 31 days are 3,100", () => {
    const pay = contractPayOf("2026-10-01", [spell("2024-01-01", null, 36_525_00n)], "2026-12-31");
    expect(pay).toEqual([{ paidOn: "2026-10-31", minor: 3_100_00n, currency: "EUR" }]);
  });
  it("80 % of the hours are 80 a day", () => {
    const [pay] = contractPayOf("2026-10-01", [spell("2024-01-01", null, 36_525_00n, 0.8)], "2026-12-31");
    expect(pay?.minor).toBe(2_480_00n);
  });
  it("a rise on the 11th: 10 days at 100 and 21 days at 200", () => {
    const spells = [spell("2024-01-01", "2026-10-11", 36_525_00n), spell("2026-10-11", null, 73_050_00n)];
    expect(contractPayOf("2026-10-01", spells, "2026-12-31").map((pay) => pay.minor)).toEqual([
      1_000_00n,
      4_200_00n,
    ]);
  });
  it("counts the running month up to and with the as-of date", () => {
    const [pay] = contractPayOf("2026-10-01", [spell("2024-01-01", null, 36_525_00n)], "2026-10-05");
    expect(pay).toMatchObject({ paidOn: "2026-10-05", minor: 500_00n });
  });
  it("pays nothing outside the spell or where no salary is recorded", () => {
    expect(contractPayOf("2026-10-01", [spell("2026-11-01", null, 1n)], "2026-12-31")).toEqual([]);
    expect(contractPayOf("2026-10-01", [spell("2024-01-01", null, null)], "2026-12-31")).toEqual([]);
  });
  it("stands in only for months without pay in the ledger", () => {
    expect(monthsWithoutPay(["2026-08-01", "2026-09-01"], ["2026-08-31"])).toEqual(["2026-09-01"]);
  });
});
