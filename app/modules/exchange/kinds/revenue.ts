import { accountColumn, currencyNames, externalIdColumn } from "./customer-headers";
import { choice, currency, dateOrMonth, type ImportKind, money, optional, required, text } from "./kind";

export const revenue: ImportKind = {
  name: "revenue",
  capability: "import.customers",
  moneyColumn: "amount",
  columns: [
    accountColumn("A-2002"),
    required("booked_on", dateOrMonth, {
      also: [
        "month",
        "booking date",
        "invoice date",
        "date",
        "close date",
        "posting date",
        "period",
        "入账日期",
        "月份",
        "日期",
        "开票日期",
      ],
      like: ["2026-09-30", "2026-09"],
    }),
    required("amount", money({ mayBeNegative: true }), {
      also: ["revenue", "net amount", "value", "total", "deal amount", "金额", "收入", "营收"],
      like: ["12500.00", "8400"],
    }),
    optional("currency", currency, { also: currencyNames, like: ["EUR", "EUR"] }),
    optional("cost_of_goods", money({ mayBeNegative: true }), {
      also: ["cogs", "cost of goods sold", "cost", "销货成本", "销售成本", "成本"],
      like: ["7200", ""],
    }),
    optional("product", text(200), {
      also: ["product name", "item", "line item", "产品", "产品名称"],
      like: ["Service contract", "Spare parts"],
    }),
    optional(
      "kind",
      choice<"recurring" | "one_off">({
        recurring: ["subscription", "contract", "mrr", "经常性", "订阅", "续费"],
        one_off: ["one time", "once", "onetime", "project", "一次性"],
      }),
      { also: ["revenue type", "type", "类型", "收入类型"], like: ["recurring", "one_off"] },
    ),
    externalIdColumn("INV-1001"),
  ],
  rules: [
    (value) =>
      value("cost_of_goods")?.startsWith("-") && !value("amount")?.startsWith("-")
        ? { code: "negativeCostOfGoods", column: "cost_of_goods" }
        : null,
  ],
};
