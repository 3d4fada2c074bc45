import { currency, date, type ImportKind, money, optional, reference, required, text } from "./kind";
import { costCategory, currencyNames, employeeNumber, orgUnit, reducingKindWords } from "./people-headers";

export const costs: ImportKind = {
  name: "costs",
  capability: "import.people",
  moneyColumn: "amount",
  columns: [
    optional("employee_number", reference("employee"), { also: employeeNumber, like: ["E-1001", ""] }),
    optional("org_unit", reference("unit"), { also: orgUnit, like: ["", "SALES-NORTH"] }),
    required("category", costCategory, {
      also: ["cost category", "cost type", "类别", "成本类别"],
      like: ["compensation", "acquisition"],
    }),
    optional("kind", text(100), {
      also: ["type", "wage type", "pay component", "earning", "expense type", "种类", "明细"],
      like: ["salary", "agency fee"],
    }),
    required("amount", money({ mayBeNegative: true }), {
      also: ["cost", "value", "total", "gross amount", "金额", "费用"],
      like: ["5333.33", "9000"],
    }),
    optional("currency", currency, { also: currencyNames, like: ["EUR", "EUR"] }),
    required("incurred_on", date, {
      also: ["date", "cost date", "payment date", "pay date", "posting date", "发生日期", "日期"],
      like: ["2026-09-30", "2026-09-12"],
    }),
    optional("note", text(500), {
      also: ["comment", "description", "memo", "备注", "说明"],
      like: ["", "Two hires"],
    }),
    optional("external_id", text(200), {
      also: ["id", "reference", "record id", "transaction id", "document number", "外部编号", "单据号"],
      like: ["PAY-2026-09-1001", ""],
    }),
  ],
  rules: [
    (value) => {
      const given = Number(value("employee_number") !== null) + Number(value("org_unit") !== null);
      return given === 1 ? null : { code: "personOrUnit", column: "employee_number" };
    },
    (value) =>
      value("amount")?.startsWith("-") && !reducingKindWords.has(value("kind")?.toLowerCase() ?? "")
        ? { code: "negativeCost", column: "amount" }
        : null,
  ],
};
