import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { addMonths } from "~/kernel/calendar";
import { isRefusal } from "~/stats/result";
import { readReference } from "../../../../tests/reference/read-reference";
import { type AccountHistory, modelOf, renewalOfLoss } from "./account-history";
import { acquisitionFigures } from "./acquisition-figures";
import { countRenewals, fitSbg, kaplanMeierCurve, sbgCurve } from "./contract-model";
import { monthlyDiscount } from "./money-settings";
import { fitRepeatPurchases } from "./repeat-model";
import { replacementCosts } from "./replacement-cost";
import { valueAccounts } from "./value-accounts";

const horizon = { months: 36, discount: monthlyDiscount(0.08) };

function account(parts: Partial<AccountHistory>): AccountHistory {
  return {
    accountId: "a",
    segment: "",
    acquiredOn: "2020-01-01",
    churnedOn: null,
    revenue: 1200,
    recurring: 1200,
    costOfGoods: 0,
    purchaseMonths: 12,
    firstPurchase: "2020-01-01",
    lastPurchase: "2020-12-01",
    purchaseValue: 1200,
    yearMonths: 12,
    yearRevenue: 1200,
    yearMargin: 1200,
    yearMarginSquares: 120_000,
    ...parts,
  };
}

/** A cohort as accounts: so many lost at each renewal, the rest still there. */
function cohort(lost: readonly number[], active: number): AccountHistory[] {
  const histories = lost.flatMap((n, index) =>
    Array.from({ length: n }, () => account({ churnedOn: addMonths("2020-01-01", index + 1) })),
  );
  return [...histories, ...Array.from({ length: active }, () => account({}))];
}

describe("contracts", () => {
  it.each([
    ["high_end", 0.668, 3.806],
    ["regular", 0.704, 1.182],
  ])("of Fader and Hardie's (2007) %s cohort, as accounts with dates, give α = %f and β = %f", (name, alpha, beta) => {
    const want = readReference("expected").clv.sbg[name as "regular"];
    const counts = countRenewals(
      cohort(want.lost, want.active_end),
      "2019-01-01",
      `${addMonths("2020-01-01", want.lost.length).slice(0, 7)}-02`,
    );
    const fit = fitSbg(counts);
    if (isRefusal(fit)) throw new Error(fit.refused);
    expect(fit.parameters.alpha).toBeCloseTo(alpha, 3);
    expect(fit.parameters.beta).toBeCloseTo(beta, 3);
    // Retention rises with age: whoever has stayed is worth more than whoever is new.
    const curve = sbgCurve(fit, horizon);
    expect(curve.remaining(5).months).toBeGreaterThan(curve.remaining(0).months);
  });

  it("won before the ledger begins come in at their age then, so that the lost ones nobody saw do not flatter", () => {
    const histories = [
      account({ acquiredOn: "2020-01-01" }),
      account({ acquiredOn: "2020-01-01", churnedOn: "2020-03-01" }),
    ];
    const seenLate = countRenewals(histories, "2020-06-01", "2020-09-01");
    expect([...seenLate.atRisk]).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
    expect(seenLate.contracts).toBe(1);
  });

  it("that end on the day of the third renewal were lost at the third, a day later at the fourth", () => {
    expect(renewalOfLoss("2020-01-15", "2020-04-15")).toBe(3);
    expect(renewalOfLoss("2020-01-15", "2020-04-16")).toBe(4);
    expect(renewalOfLoss("2020-01-31", "2020-02-29")).toBe(1);
  });

  it("by the observed curve: 100 at risk, 10 lost, keep 90 %", () => {
    const curve = kaplanMeierCurve(
      { atRisk: Float64Array.of(100), lost: Float64Array.of(10), contracts: 100 },
      horizon,
    );
    expect(curve!.survival(1)).toBeCloseTo(0.9, 12);
  });

  it("without any loss have no value yet, and say so", () => {
    const { values, contract } = valueAccounts({
      histories: [account({})],
      observedFrom: "2020-01-01",
      until: "2021-01-01",
      horizon,
      costToServeRatio: () => 0,
    });
    expect(values[0]).toMatchObject({ clv: null, reason: "no_losses" });
    expect(contract).toMatchObject({ method: "none", refused: "no-events" });
  });

  it("with a negative margin have a negative value, not none", () => {
    const { values } = valueAccounts({
      histories: [account({ yearMargin: -600 }), account({ churnedOn: "2020-06-01" }), account({})],
      observedFrom: "2020-01-01",
      until: "2021-01-01",
      horizon,
      costToServeRatio: () => 0,
    });
    expect(values[0]!.clv).toBeLessThan(0);
  });
});

describe("repeat purchase", () => {
  const customers = readFileSync(
    path.join(process.cwd(), "tests/reference/cdnow_customers_summary_with_transactions.csv"),
    "utf8",
  )
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  const asOf = "2020-01-01";
  // The module counts whole months: a week of CDNOW stands for one.
  const histories = customers.map(([, x = 0, recency = 0, observed = 0, value = 0]) => {
    const first = addMonths(asOf, -(Math.round(observed) + 1));
    return account({
      recurring: 0,
      purchaseMonths: x + 1,
      firstPurchase: first,
      lastPurchase: addMonths(first, Math.min(Math.round(recency), Math.round(observed))),
      purchaseValue: value * (x + 1),
    });
  });
  const fit = fitRepeatPurchases(histories, asOf);
  if (isRefusal(fit)) throw new Error(fit.refused);

  it("of CDNOW has Fader, Hardie & Lee's Gamma-Gamma: p = 6.25, q = 3.74, v = 15.44", () => {
    const { p, q, v } = fit.value.parameters;
    expect([p, q, v].map((each) => Math.round(each * 100) / 100)).toEqual([6.25, 3.74, 15.45]);
  });

  it("and their BG/NBD but for rounding weeks: r ≈ 0.243, α ≈ 4.41", () => {
    const { r, alpha } = fit.purchases.parameters;
    expect(r).toBeCloseTo(0.243, 1);
    expect(Math.abs(alpha / 4.414 - 1)).toBeLessThan(0.1);
  });
});

describe("which model", () => {
  it("is the contract's from half of recurring revenue on, none without revenue", () => {
    expect(modelOf(account({ recurring: 600 }))).toBe("contract");
    expect(modelOf(account({ recurring: 599 }))).toBe("repeat_purchase");
    expect(modelOf(account({ revenue: 0, purchaseMonths: 0 }))).toBe("none");
  });
});

describe("winning customers", () => {
  const base = { units: [], people: 0, withCost: 0, revenuePerMonthMinor: 100, marginPerMonthMinor: 50 };
  it("costs (300 + 700) ÷ 5 = 200 each, paid back after 200 ÷ 50 = 4 months", () => {
    const figures = acquisitionFigures(
      { ...base, directMinor: 300, unitsMinor: 700, won: 5 },
      { count: 5, clvMinor: 3000 },
    );
    expect(figures).toEqual({ cacMinor: 200, payback: 4, ratio: 3 });
  });
  it("is never paid back without a margin, and has no cost where nobody was won", () => {
    const none = { count: 0, clvMinor: 0 };
    expect(
      acquisitionFigures({ ...base, directMinor: 300, unitsMinor: 0, won: 1, marginPerMonthMinor: 0 }, none)
        .payback,
    ).toBe("never");
    expect(
      acquisitionFigures({ ...base, directMinor: 300, unitsMinor: 0, won: 0 }, none).cacMinor,
    ).toBeNull();
  });
  it("replaces like by like: a segment of five by its own mean, a smaller one by the company's", () => {
    const cost = replacementCosts(
      [
        { segment: "A", n: 5, mean: 100 },
        { segment: "B", n: 1, mean: 700 },
      ],
      10,
    );
    expect(cost("A")).toBe(110);
    expect(cost("B")).toBe(210);
    expect(replacementCosts([], 10)("A")).toBeNull();
  });
});
