import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { formatterFor } from "~/i18n/format";
import { createI18n } from "~/i18n/instance";
import type { Locale } from "~/i18n/locales";
import { zh } from "~/i18n/zh";
import { buildEffect, buildRefusedEffect } from "../../../../../tests/builders/driver-results";
import { exposures } from "../exposures";
import { type DriverEffect, grades, outcomes, type RefusedEffect, refusals, verdicts } from "../result";
import { markedSentence, prepareDriverSentence } from "./prepare-driver-sentence";

const translators = { en: createI18n("en", en).t, zh: createI18n("zh", zh).t };
const exposureNames = Object.keys(exposures);

function say(locale: Locale, effect: DriverEffect | RefusedEffect): string {
  const t = translators[locale];
  return markedSentence(prepareDriverSentence(effect, t, formatterFor(locale)), t);
}
const bare = (sentence: string) => sentence.replaceAll(/<\/?b>/g, "").replaceAll("\u00a0", " ");

/** Only evidence of grade A may use them. */
const causal: Readonly<Record<Locale, RegExp>> = {
  en: /\b(lowers|raises?|caus\w*|because|effects?|due to|leads? to|drives?|reduces?|increases?|improves?|makes?)\b/i,
  zh: /使|导致|影响|因此|所以|造成|引起|提升|作用/,
};

describe("a driver's sentence", () => {
  it.each([
    "en",
    "zh",
  ] as const)("in %s is whole for every verdict, grade, direction, outcome and exposure", (locale) => {
    for (const verdict of verdicts)
      for (const grade of grades)
        for (const outcome of outcomes)
          for (const exposure of [...exposureNames, "made_up"])
            for (const estimate of [-0.24, 0.24]) {
              const effect = buildEffect({ outcome, exposure, estimate, verdict, grade });
              const sentence = say(locale, effect);
              const where = [verdict, grade, outcome, exposure].join(" ");
              expect(sentence, where).not.toMatch(/\{\{|drivers\.|undefined|NaN/);
              expect(sentence, where).toMatch(/[.。]$/);
              expect(sentence.match(/<b>[^<]+<\/b>/g)?.length, where).toBeGreaterThan(0);
              const mayClaim = grade === "A" && verdict === "moves";
              expect(causal[locale].test(bare(sentence)), `${where}: ${sentence}`).toBe(mayClaim);
            }
  });

  it("takes its verb from the evidence", () => {
    const effect = { outcome: "satisfaction", exposure: "departure_handover_0_2", estimate: -0.24 } as const;
    const sayIn = (locale: Locale, more: Partial<DriverEffect>) =>
      bare(say(locale, buildEffect({ ...effect, ...more })));
    expect(sayIn("en", { verdict: "moves", grade: "A" })).toBe(
      "In the first three months, a handover after a departure lowers satisfaction by 0.24 points.",
    );
    expect(sayIn("en", { verdict: "differs", grade: "B" })).toBe(
      "In the first three months after a departure handover, satisfaction is 0.24 points lower.",
    );
    expect(sayIn("en", { verdict: "goes_with", grade: "C" })).toBe(
      "A departure handover less than three months ago goes with satisfaction lower by 0.24 points.",
    );
    expect(sayIn("zh", { verdict: "moves", grade: "A" })).toBe("离职交接在头三个月会使满意度下降 0.24 分。");
    expect(sayIn("zh", { verdict: "differs", grade: "B" })).toBe("离职交接后的头三个月，满意度低 0.24 分。");
    expect(sayIn("zh", { verdict: "goes_with", grade: "C" })).toBe(
      "离职交接不满三个月时，满意度往往低 0.24 分。",
    );
  });

  it("follows the direction and the outcome", () => {
    const churn = buildEffect({
      outcome: "churn",
      exposure: "handover_0_5",
      estimate: 3.42,
      verdict: "differs",
      grade: "B",
    });
    expect(bare(say("en", churn))).toBe(
      "In the six months after a handover, churn is 3.4 per 100 accounts a year higher.",
    );
    expect(bare(say("zh", churn))).toBe("交接后的头六个月，每百户客户每年多流失 3.4 户。");
    const revenue = buildEffect({
      outcome: "revenue",
      exposure: "training",
      estimate: 2.26,
      verdict: "differs",
      grade: "B",
    });
    expect(bare(say("en", revenue))).toBe("After 10 more hours of training, revenue is 2.3 % higher.");
    expect(bare(say("zh", revenue))).toBe("多培训 10 小时之后，收入高 2.3%。");
  });

  it("never claims more than the weaker of verdict and grade", () => {
    const strong = { outcome: "satisfaction", exposure: "training", verdict: "moves" } as const;
    expect(say("en", buildEffect({ ...strong, grade: "B" }))).toContain("<b>is</b>");
    expect(say("en", buildEffect({ ...strong, grade: "C" }))).toContain("<b>goes with</b>");
    expect(say("en", buildEffect({ ...strong, grade: "D" }))).toContain("Assumed, not measured");
    expect(say("en", buildEffect({ ...strong, verdict: "goes_with", grade: "A" }))).toContain(
      "<b>goes with</b>",
    );
  });

  it("says of a null what could have been seen", () => {
    const effect = {
      outcome: "churn",
      exposure: "training",
      verdict: "none",
      minimumDetectable: 1.52,
    } as const;
    expect(bare(say("en", buildEffect(effect)))).toBe(
      "No link found. This study could have seen 1.5 per 100 accounts a year or more.",
    );
    expect(bare(say("zh", buildEffect(effect)))).toBe(
      "未发现关联。本研究能看出的最小差异：每百户每年 1.5 户。",
    );
    expect(bare(say("en", buildEffect({ ...effect, minimumDetectable: null })))).toBe(
      "No link found. What this study could have seen is not known.",
    );
  });

  it("gives the reason of a refusal in both languages", () => {
    for (const code of refusals) {
      const effect = buildRefusedEffect({ exposure: "training", code });
      expect(say("en", effect)).toMatch(/^<b>Not answered\.<\/b> [A-Z].+\.$/);
      expect(say("zh", effect)).toMatch(/^<b>无法回答。<\/b>.+。$/);
    }
  });

  it("does not round a small figure to nothing", () => {
    const effect = buildEffect({
      outcome: "satisfaction",
      exposure: "training",
      estimate: 0.0034,
      verdict: "differs",
      grade: "B",
    });
    expect(bare(say("en", effect))).toContain("0.003 points");
  });
});
