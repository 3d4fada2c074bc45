import {
  currency,
  date,
  decimal,
  endsAfterStart,
  type ImportKind,
  isNotItsOwn,
  money,
  optional,
  reference,
  required,
  text,
} from "./kind";
import {
  currencyNames,
  employeeNumber,
  fte,
  jobTitle,
  managerNumber,
  orgUnit,
  salary,
} from "./people-headers";

export const employment: ImportKind = {
  name: "employment",
  capability: "import.people",
  moneyColumn: "annual_salary",
  columns: [
    required("employee_number", reference("employee"), { also: employeeNumber, like: ["E-1001", "E-1001"] }),
    required("from", date, {
      also: [
        "effective date",
        "starts on",
        "valid from",
        "start date",
        "from date",
        "起",
        "开始日期",
        "生效日期",
      ],
      like: ["2023-07-17", "2025-01-01"],
    }),
    optional("to", date, {
      also: ["ends on", "valid to", "end date", "to date", "until", "止", "结束日期", "失效日期"],
      like: ["2025-01-01", ""],
    }),
    optional("org_unit", reference("unit"), { also: orgUnit, like: ["SALES-NORTH", "SALES-NORTH"] }),
    optional("job_title", text(200), { also: jobTitle, like: ["Account manager", "Senior account manager"] }),
    optional("manager_number", reference("employee"), { also: managerNumber, like: ["E-1000", "E-1000"] }),
    optional("fte", decimal(0.001, 2, 3), { also: fte, like: ["1", "0.8"] }),
    optional("annual_salary", money({ mayBeNegative: false }), { also: salary, like: ["60000", "64000"] }),
    optional("currency", currency, { also: currencyNames, like: ["EUR", "EUR"] }),
  ],
  rules: [endsAfterStart("from", "to"), isNotItsOwn("manager_number", "employee_number", "ownManager")],
};
