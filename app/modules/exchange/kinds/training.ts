import { currency, date, decimal, type ImportKind, money, optional, reference, required, text } from "./kind";
import { currencyNames, employeeNumber } from "./people-headers";

export const training: ImportKind = {
  name: "training",
  capability: "import.people",
  moneyColumn: "cost",
  columns: [
    required("employee_number", reference("employee"), { also: employeeNumber, like: ["E-1001", "E-1002"] }),
    required("course", text(200), {
      also: [
        "training",
        "course name",
        "training name",
        "learning item",
        "course title",
        "课程",
        "课程名称",
        "培训名称",
      ],
      like: ["Negotiation basics", "产品培训"],
    }),
    required("hours", decimal(0, 10_000, 2), {
      also: [
        "duration hours",
        "training hours",
        "credit hours",
        "learning hours",
        "学时",
        "课时",
        "培训小时",
      ],
      like: ["8", "3.5"],
    }),
    required("completed_on", date, {
      also: ["completion date", "completed", "date completed", "completed date", "完成日期", "结业日期"],
      like: ["2026-03-12", "2026-04-02"],
    }),
    optional("cost", money({ mayBeNegative: false }), {
      also: ["fee", "course cost", "price", "费用", "培训费用"],
      like: ["450", ""],
    }),
    optional("currency", currency, { also: currencyNames, like: ["EUR", ""] }),
    optional("score", decimal(0, 100, 2), {
      also: ["result", "grade", "test score", "成绩", "得分"],
      like: ["88", ""],
    }),
  ],
  rules: [],
};
