import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Term } from "./benefit-path";
import type { Input } from "./draw-inputs";
import { duringMonths } from "./profile";
import type { ProgrammeModel } from "./programme-model";
import { type SimulationTask, simulateProgrammes } from "./simulate-programmes";

const fixed = (key: string, value: number): Input => ({ kind: "fixed", key, value });
const effect = (spec: string, key: string, estimate: number, variance = 0): Input => ({
  kind: "effects",
  spec,
  keys: [key],
  estimates: [estimate],
  covariance: [variance],
});
const term = (parts: Partial<Term> & Pick<Term, "factors">): Term => ({
  on: "revenue",
  change: 1,
  profile: [1, 1],
  grade: "B",
  ...parts,
});
const programme = (parts: Partial<ProgrammeModel>): ProgrammeModel => ({
  key: "one",
  costMinor: 100,
  unitCosts: [],
  paths: [],
  ...parts,
});

/** Two months, nothing discounted, nothing uncertain. */
function exact(programmes: ProgrammeModel[], inputs: Input[], more: Partial<SimulationTask> = {}) {
  return simulateProgrammes({
    programmes,
    inputs,
    annualDiscountRate: 0,
    horizonMonths: 2,
    draws: 50,
    ...more,
  });
}

const doubled = Math.log(2);
const growth = programme({
  paths: [{ kind: "accounts", accounts: 10, margin: "m", hazard: "h", terms: [term({ factors: ["r.x"] })] }],
});

describe("a programme small enough to add up by hand", () => {
  it("10 accounts × margin 5 × 2 months, doubled: 100 more; less cost 100 is 0, ROI 0, paid back in month 2", () => {
    const { total } = exact([growth], [fixed("m", 5), fixed("h", 0), effect("r", "r.x", doubled)]);
    expect(total.customers.base).toBeCloseTo(100, 9);
    expect(total.net.base).toBeCloseTo(0, 9);
    expect(total.roi?.base).toBeCloseTo(0, 9);
    expect(total.lines.more_revenue.base).toBeCloseTo(100, 9);
  });

  it("cost 60 of the same 100: net 40, ROI 40 ÷ 60, paid back in month 2 and not in month 1 (50 < 60)", () => {
    const { total } = exact(
      [{ ...growth, costMinor: 60 }],
      [fixed("m", 5), fixed("h", 0), effect("r", "r.x", doubled)],
    );
    expect(total.net.base).toBeCloseTo(40, 9);
    expect(total.roi?.base).toBeCloseTo(2 / 3, 9);
    expect(total.paybackMonths).toEqual({ base: 2, low: 2, high: 2 });
    expect(total.gainProbability).toBe(1);
  });

  it("with nothing uncertain low, base and high are one value, and there is no density and no bar for the inputs", () => {
    const { total } = exact(
      [{ ...growth, costMinor: 60 }],
      [fixed("m", 5), fixed("h", 0), effect("r", "r.x", doubled)],
    );
    expect(total.net.high - total.net.low).toBeLessThan(1e-9);
    expect(total.density).toBeNull();
    expect(total.tornado).toEqual([]);
  });

  it("losing half a month against a quarter: stays 0.75 − 0.5 and 0.5625 − 0.25 of 10 × 8, together 45", () => {
    const { total } = exact(
      [
        programme({
          paths: [
            {
              kind: "accounts",
              accounts: 10,
              margin: "m",
              hazard: "h",
              terms: [term({ on: "hazard", factors: ["c.x"] })],
            },
          ],
        }),
      ],
      [fixed("m", 8), fixed("h", 0.5), effect("c", "c.x", -doubled)],
    );
    expect(total.lines.fewer_losses.base).toBeCloseTo(80 * (0.25 + 0.3125), 9);
    expect(total.net.base).toBeCloseTo(45 - 100, 9);
  });

  it("a chain multiplies: 2 hours × 0.1 points × log 2 a point, and takes its weaker grade", () => {
    const chain = term({ on: "revenue", factors: ["s.x", "c.s"], change: 2, grade: "C" });
    const { total } = exact(
      [programme({ paths: [{ kind: "accounts", accounts: 1, margin: "m", hazard: "h", terms: [chain] }] })],
      [fixed("m", 10), fixed("h", 0), effect("s", "s.x", 0.1), effect("c", "c.s", doubled)],
    );
    expect(total.customers.base).toBe(0);
    expect(total.isMeasured).toBe(false);
    expect(total.byGrade.C).toBeCloseTo(20 * (2 ** 0.2 - 1), 9);
    expect(total.leftOut.base).toBeCloseTo(20 * (2 ** 0.2 - 1), 9);
    expect(total.net).toMatchObject({ low: -100, base: -100, high: -100 });
  });

  it("half of 4 departures at a quarter a month spared for 2 months: 4 × 0.25 × 0.5 × 2 × 30 = 30", () => {
    const { total } = exact(
      [
        programme({
          paths: [
            {
              kind: "departures",
              people: 4,
              leaving: "l",
              departureCost: "d",
              terms: [term({ on: "hazard", factors: ["l.pay"] })],
              accountsPerPerson: 3,
              margin: "m",
              hazard: "h",
              handover: [term({ factors: ["r.handover"], grade: "A" })],
            },
          ],
        }),
      ],
      [
        fixed("l", 0.25),
        fixed("d", 30),
        fixed("m", 10),
        fixed("h", 0),
        effect("l2", "l.pay", -doubled),
        effect("r", "r.handover", -doubled),
      ],
    );
    expect(total.people.base).toBeCloseTo(30, 9);
    // Each of the one departure spared keeps 3 accounts from losing half of 10 for two months.
    expect(total.lines.calmer_accounts.base).toBeCloseTo(1 * 3 * 10, 9);
  });

  it("is discounted by month: 100 at the end of month 12 at 8 % a year is 92.59", () => {
    const { total } = exact(
      [
        programme({
          costMinor: 0,
          paths: [
            {
              kind: "accounts",
              accounts: 1,
              margin: "m",
              hazard: "h",
              terms: [term({ factors: ["r.x"], profile: duringMonths(12, 12, 12) })],
            },
          ],
        }),
      ],
      [fixed("m", 100), fixed("h", 0), effect("r", "r.x", doubled)],
      { annualDiscountRate: 0.08, horizonMonths: 12 },
    );
    expect(total.customers.base).toBeCloseTo(100 / 1.08, 9);
    expect(total.roi).toBeNull();
  });

  it("breaks even at the share of the effect that brings exactly the cost: log2(1.6) of a doubling brings 60", () => {
    const { total } = exact(
      [{ ...growth, costMinor: 60 }],
      [fixed("m", 5), fixed("h", 0), effect("r", "r.x", doubled)],
    );
    expect(total.breakEven.counted).toBeCloseTo(Math.log2(1.6), 6);
  });

  it("programmes add up at their estimates: 40 and −60 are −20 together", () => {
    const idle = programme({ key: "two", costMinor: 60 });
    const { total, programmes } = exact(
      [{ ...growth, costMinor: 60 }, idle],
      [fixed("m", 5), fixed("h", 0), effect("r", "r.x", doubled)],
    );
    expect(programmes.map(({ net }) => Math.round(net.base))).toEqual([40, -60]);
    expect(total.net.base).toBeCloseTo(-20, 9);
  });
});

const uncertain: Input[] = [
  effect("r", "r.x", 0.1, 0.01),
  { kind: "rate", key: "h", a: 5, b: 95 },
  { kind: "amount", key: "m", base: 100, low: 80, high: 125 },
];

describe("draws", () => {
  it("say the same every time, and low ≤ median ≤ high", () => {
    const once = exact([growth], uncertain, { draws: 2_000 });
    const again = exact([growth], uncertain, { draws: 2_000 });
    expect(once).toEqual(again);
    const { net, netMedian } = once.total;
    expect(net.low).toBeLessThan(netMedian);
    expect(netMedian).toBeLessThan(net.high);
  });

  it("recover what is put in: mean and spread of a linear net within the error of 10,000 draws", () => {
    // One account, one month, margin 1,000, effect N(0.01, 0.001²): the net's 5th and 95th percentile are 10 ∓ 1.645.
    const { total } = simulateProgrammes({
      programmes: [
        programme({
          costMinor: 0,
          paths: [
            {
              kind: "accounts",
              accounts: 1,
              margin: "m",
              hazard: "h",
              terms: [term({ factors: ["r.x"], profile: [1] })],
            },
          ],
        }),
      ],
      inputs: [fixed("m", 1_000), fixed("h", 0), effect("r", "r.x", 0.01, 1e-6)],
      annualDiscountRate: 0,
      horizonMonths: 1,
    });
    expect(total.net.low).toBeGreaterThan(8.3);
    expect(total.net.low).toBeLessThan(8.55);
    expect(total.net.high).toBeGreaterThan(11.6);
    expect(total.net.high).toBeLessThan(11.85);
  });

  it("are common: another programme beside it changes nothing of the first", () => {
    const alone = exact([growth], uncertain, { draws: 500 }).programmes[0]!;
    const beside = exact([growth, programme({ key: "two" })], uncertain, { draws: 500 }).programmes[0]!;
    expect(beside).toEqual(alone);
    const more = exact([growth], [...uncertain, effect("z", "z.x", 1, 1)], { draws: 500 }).programmes[0]!;
    expect(more.net).toEqual(alone.net);
  });
});

describe("whatever the numbers", () => {
  const money = fc.double({ min: 0, max: 1e9, noNaN: true });
  it("more cost never raises the net, nor the chance of a gain, nor the ROI where there is one", () => {
    fc.assert(
      fc.property(money, money, fc.double({ min: -0.5, max: 0.5, noNaN: true }), (cost, more, effectSize) => {
        const inputs = [effect("r", "r.x", effectSize, 0.01), ...uncertain.slice(1)];
        const cheap = exact([{ ...growth, costMinor: cost }], inputs, { draws: 60 }).total;
        const dear = exact([{ ...growth, costMinor: cost + more }], inputs, { draws: 60 }).total;
        for (const end of ["low", "base", "high"] as const)
          expect(dear.net[end]).toBeLessThanOrEqual(cheap.net[end]);
        expect(dear.gainProbability).toBeLessThanOrEqual(cheap.gainProbability);
      }),
      { numRuns: 40 },
    );
  });

  it("an effect of grade C or D never moves the headline", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.constantFrom("C" as const, "D" as const),
        (size, grade) => {
          const weak = term({ factors: ["w.x"], grade });
          const path = growth.paths[0]!;
          if (path.kind !== "accounts") throw new Error("accounts");
          const withWeak = { ...growth, paths: [{ ...path, terms: [...path.terms, weak] }] };
          const inputs = [...uncertain, effect("w", "w.x", size, 0.01)];
          const alone = exact([growth], inputs, { draws: 60 }).total;
          const both = exact([withWeak], inputs, { draws: 60 }).total;
          expect(both.net).toEqual(alone.net);
          expect(both.gainProbability).toBe(alone.gainProbability);
        },
      ),
      { numRuns: 30 },
    );
  });
});
