import { dateOrMonth, decimal, type ImportKind, required } from "./kind";
import { currencyNames } from "./people-headers";

/** What one unit of a currency is worth in the reporting currency, on average of a month. */
export const exchangeRates: ImportKind = {
  name: "exchange-rates",
  capability: "import.customers",
  columns: [
    required(
      "currency",
      { is: "anyCurrency" },
      {
        also: [...currencyNames, "from currency", "source currency", "code"],
        like: ["USD", "CNY"],
      },
    ),
    required("month", dateOrMonth, {
      also: ["date", "period", "from month", "valid from", "月份", "日期", "期间"],
      like: ["2026-09", "2026-09"],
    }),
    required("rate", decimal(0, 999_999_999, 10), {
      also: ["exchange rate", "rate to reporting", "average rate", "fx rate", "汇率", "平均汇率", "折算汇率"],
      like: ["0.92", "0.128"],
    }),
  ],
  rules: [
    (value) =>
      value("rate") !== null && !/[1-9]/.test(value("rate")!)
        ? { code: "notPositive", column: "rate" }
        : null,
  ],
};
