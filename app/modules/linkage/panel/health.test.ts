import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { zh } from "~/i18n/zh";
import { assessHealth, type HealthFacts, riskReasons } from "./health";

const quiet: HealthFacts = {
  isCustomer: true,
  csatN3m: 3,
  csatMean3m: 4.2,
  csatNPrior9m: 6,
  csatMeanPrior9m: 4.3,
  csatN12m: 9,
  csatMean12m: 4.27,
  hasOwner: true,
  handovers12m: 0,
  isHandedOverRecently: false,
  isOwnerNew: false,
  ownerWorkloadZ: 0.3,
  overdueCases: 0,
  daysWithoutContact: 20,
};

describe("health", () => {
  it("is good when nothing speaks against it", () => {
    expect(assessHealth(quiet)).toEqual({ health: "good", reasons: [] });
  });

  it("calls a fall of 0.9 with 2 and 6 answers a fall: 1.28 standard errors are 1.28 · 0.8 · √(1/2 + 1/6) = 0.836", () => {
    const facts = { ...quiet, csatN3m: 2, csatMean3m: 3.4 };
    expect(assessHealth(facts)).toEqual({ health: "falling", reasons: ["satisfaction_falling"] });
    expect(assessHealth({ ...facts, csatMean3m: 3.5 }).reasons).toEqual([]);
  });

  it("does not call a fall what one answer says", () => {
    expect(assessHealth({ ...quiet, csatN3m: 1, csatMean3m: 1 }).reasons).toEqual([]);
  });

  it("is unknown with two answers in a year and nothing else, and watch with another reason beside", () => {
    const few = { ...quiet, csatN12m: 2, csatN3m: 0, csatMean3m: null };
    expect(assessHealth(few)).toEqual({ health: "unknown", reasons: ["few_answers"] });
    expect(assessHealth({ ...few, hasOwner: false })).toEqual({
      health: "watch",
      reasons: ["no_owner", "few_answers"],
    });
  });

  it("has the reasons in order of weight", () => {
    const all = assessHealth({
      ...quiet,
      csatMean3m: 1,
      csatMean12m: 2.9,
      hasOwner: false,
      handovers12m: 2,
      isHandedOverRecently: true,
      isOwnerNew: true,
      ownerWorkloadZ: 2,
      overdueCases: 1,
      daysWithoutContact: 60,
    });
    expect(all.reasons).toEqual(riskReasons.filter((reason) => reason !== "few_answers"));
  });

  it("says nothing about a lost account", () => {
    expect(assessHealth({ ...quiet, isCustomer: false, hasOwner: false })).toEqual({
      health: "unknown",
      reasons: [],
    });
  });

  it("has words in both languages for every reason", () => {
    for (const messages of [en, zh]) {
      const words = JSON.stringify(messages.linkage);
      for (const reason of riskReasons)
        expect([reason, words.includes(`"${reason}"`) || words.includes(`"${reason}_`)]).toEqual([
          reason,
          true,
        ]);
    }
  });
});
