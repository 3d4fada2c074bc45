import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { formatterFor } from "~/i18n/format";
import { createI18n } from "~/i18n/instance";
import { zh } from "~/i18n/zh";
import { factorText } from "./factor-words";
import type { RiskFactor } from "./risk-factor";

const translators = { en: createI18n("en", en).t, zh: createI18n("zh", zh).t };
const say = (locale: "en" | "zh", exposure: RiskFactor["exposure"], value: number) =>
  factorText(translators[locale], formatterFor(locale), { exposure, value, hazardRatio: 1.2 });

describe("a factor in words", () => {
  it("tells tenure in months, as the model's doublings of 1 + months", () => {
    expect(say("en", "tenure", Math.log2(1 + 20))).toBe("In the company for 20 months");
    expect(say("en", "tenure", Math.log2(1 + 1))).toBe("In the company for 1 month");
    expect(say("en", "tenure", Math.log2(1 + 0.3))).toBe("In the company for less than a month");
    expect(say("zh", "tenure", Math.log2(1 + 20))).toBe("司龄 20 个月");
    expect(say("zh", "tenure", 0)).toBe("入职不足一个月");
  });

  it("has one decimal for small amounts", () => {
    expect(say("en", "workload", 1.93)).toBe("Workload: 1.9 SD above peers");
    expect(say("en", "training", 80.4)).toBe("Training: 80 h in 12 months");
  });
});
