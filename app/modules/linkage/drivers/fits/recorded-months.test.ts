/** Where the ledgers begin and end to tell of losses, and what is only a quiet time. */
import { describe, expect, it } from "vitest";
import { beginOfLosses, endOfRecords } from "./recorded-months";

const months = (text: string) => Array.from(text, (sign) => sign === "x");
const counts = (text: string) => Array.from(text, Number);

describe("endOfRecords", () => {
  it("is the last fact of a ledger that stopped months ago", () => {
    expect(endOfRecords(months("xxxxxxxx....."))).toBe(7);
  });
  it("is none where facts go on, or pause no longer than a quarter's billing does", () => {
    expect(endOfRecords(months("xxxxxxxxxx"))).toBeNull();
    expect(endOfRecords(months("xxxxxxxx.."))).toBeNull();
  });
  it("takes a pause for the end only where it is longer than every one before", () => {
    expect(endOfRecords(months("x.....x.....x...."))).toBeNull();
    expect(endOfRecords(months("x.....x.....x......"))).toBe(12);
  });
  it("is none where there is no fact at all", () => {
    expect(endOfRecords(months("....."))).toBeNull();
    expect(endOfRecords([])).toBeNull();
  });
});

describe("beginOfLosses", () => {
  it("is the first loss where those at risk before it would have been lost as well", () => {
    const lost = [...counts("000000000000"), ...counts("312423142312")];
    expect(
      beginOfLosses(
        lost.map(() => 200),
        lost,
      ),
    ).toBe(12);
  });
  it("is the first month where so few were at risk that nobody need have been lost", () => {
    const lost = [...counts("000000000000"), ...counts("312423142312")];
    expect(
      beginOfLosses(
        lost.map((_, month) => (month < 12 ? 5 : 200)),
        lost,
      ),
    ).toBe(0);
  });
  it("is the first month where losses come rarely or once a year, however many", () => {
    const yearly = counts("000000000009000000000009000000000009");
    expect(
      beginOfLosses(
        yearly.map(() => 200),
        yearly,
      ),
    ).toBe(0);
    const once = counts("000000000000000000000000000000000009");
    expect(
      beginOfLosses(
        once.map(() => 200),
        once,
      ),
    ).toBe(0);
  });
  it("is the first month where nobody was ever lost", () => {
    expect(beginOfLosses([10, 10], [0, 0])).toBe(0);
  });
});
