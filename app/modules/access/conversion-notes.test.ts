import { describe, expect, it } from "vitest";
import { noteConversions } from "./conversion-notes";

const rates = [
  { currency: "CNY", month: "2026-08-01", rate: "0.126" },
  { currency: "CNY", month: "2026-10-01", rate: "0.128" },
];

describe("what stands beside a converted total", () => {
  it("names the one rate of one month: CNY at 0.128 in October", () => {
    expect(noteConversions([{ currency: "CNY", month: "2026-10-01" }], rates)).toEqual([
      {
        currency: "CNY",
        lowest: "0.128",
        highest: "0.128",
        firstMonth: "2026-10-01",
        lastMonth: "2026-10-01",
        standIns: [],
      },
    ]);
  });

  it("names the range of several months, and September as converted by August's rate", () => {
    const parts = ["2026-08-01", "2026-09-01", "2026-10-01"].map((month) => ({ currency: "CNY", month }));
    expect(noteConversions(parts, rates)[0]).toMatchObject({
      lowest: "0.126",
      highest: "0.128",
      standIns: [{ month: "2026-09-01", by: "2026-08-01" }],
    });
  });

  it("takes the first rate there is for a month before all of them, and says so", () => {
    expect(noteConversions([{ currency: "CNY", month: "2026-01-01" }], rates)[0]?.standIns).toEqual([
      { month: "2026-01-01", by: "2026-08-01" },
    ]);
  });

  it("has no rate for a currency without any: it is left out of the total, and named", () => {
    expect(noteConversions([{ currency: "KRW", month: "2026-10-01" }], rates)[0]).toMatchObject({
      currency: "KRW",
      lowest: null,
      highest: null,
    });
  });
});
