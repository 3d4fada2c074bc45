import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import { zh } from "~/i18n/zh";
import { wordProblem } from "./word-problem";

const english = createI18n("en", en).t as TFunction;
const chinese = createI18n("zh", zh).t as TFunction;

describe("why a row failed", () => {
  it("names the column as a file of the reader's language calls it", () => {
    const problem = { code: "required", column: "incurred_on" };
    expect(wordProblem(english, problem, { kind: "costs", locale: "en" })).toBe(
      "incurred_on: must be filled in",
    );
    expect(wordProblem(chinese, problem, { kind: "costs", locale: "zh" })).toBe("发生日期: 必须填写");
  });

  it("names the columns inside a reason too, and leaves what stands in a cell alone", () => {
    const missing = { code: "missingColumns", params: { columns: "currency, month" } };
    expect(wordProblem(chinese, missing, { kind: "exchange-rates", locale: "zh" })).toContain("币种, 月份");
    const range = { code: "range", column: "rate", params: { value: "month", min: 0, max: 1 } };
    expect(wordProblem(chinese, range, { kind: "exchange-rates", locale: "zh" })).toBe(
      "汇率: month 不在 0 到 1 之间",
    );
  });

  it("leaves a column that is none of the kind's as it stands", () => {
    expect(
      wordProblem(english, { code: "required", column: "odd" }, { kind: "costs", locale: "en" }),
    ).toContain("odd: ");
  });
});
