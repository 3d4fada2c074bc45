import { type CostCategory, reducingKinds } from "~/modules/people/cost-entry";
import type { LeaveReason } from "~/modules/people/departure";
import {
  choice,
  currency,
  date,
  decimal,
  email,
  endsAfterStart,
  flag,
  type ImportKind,
  integer,
  money,
  needs,
  optional,
  reference,
  required,
  text,
} from "./kind";

const employeeNumber = [
  "employee #",
  "employee no",
  "employee id",
  "emp id",
  "emp no",
  "worker id",
  "worker",
  "personnel number",
  "personalnummer",
  "person number",
  "staff id",
  "员工编号",
  "员工号",
  "工号",
  "员工",
];
const jobTitle = ["job", "title", "position", "business title", "job profile", "岗位", "职位", "职务"];
const managerNumber = [
  "manager",
  "manager id",
  "manager employee number",
  "supervisor",
  "supervisor id",
  "reports to",
  "reporting to",
  "supervisor employee #",
  "上级工号",
  "上级编号",
  "经理工号",
  "直属上级",
  "汇报对象",
];
const orgUnit = [
  "unit",
  "unit code",
  "org unit code",
  "department",
  "department code",
  "department id",
  "division",
  "team",
  "cost center",
  "supervisory organization",
  "部门",
  "部门编号",
  "组织单元",
  "所属部门",
];
const currencyNames = ["currency code", "pay rate currency", "currency iso code", "币种", "货币"];
const fte = ["full time equivalent", "weekly hours share", "scheduled fte", "全职当量", "工时比例"];
const salary = [
  "salary",
  "base salary",
  "annual base pay",
  "total base pay annualized",
  "pay rate",
  "fixed salary",
  "年薪",
  "年度薪酬",
];

const leaveReason = choice<LeaveReason>({
  voluntary: [
    "resignation",
    "resigned",
    "quit",
    "voluntary termination",
    "employee resigned",
    "主动离职",
    "辞职",
    "自愿离职",
  ],
  involuntary: [
    "dismissal",
    "dismissed",
    "layoff",
    "terminated",
    "involuntary termination",
    "被动离职",
    "辞退",
    "裁员",
    "非自愿离职",
  ],
  retirement: ["retired", "退休"],
  end_of_contract: ["contract ended", "end of contract", "fixed term ended", "合同到期", "合同期满"],
  other: ["其他"],
});

const costCategory = choice<CostCategory>({
  acquisition: ["recruiting", "hiring", "recruitment", "取得", "招聘", "招募"],
  compensation: ["pay", "salary", "payroll", "薪酬", "工资"],
  retention: ["保留", "留存", "保持"],
  training: ["learning", "培训"],
  turnover: ["leaving", "separation", "流失", "离职"],
  productivity: ["productivity loss", "生产力", "生产力损失", "机会损失"],
  morale: ["absence", "morale cost", "士气", "缺勤"],
});

/** Kinds under which a cost may be below zero, in the words people type for them. */
const reducingKindWords: ReadonlySet<string> = new Set([...reducingKinds, "冲减", "更正"]);

export const orgUnits: ImportKind = {
  name: "org-units",
  capability: "import.people",
  columns: [
    required("code", text(64), {
      also: [
        "unit code",
        "org unit code",
        "department code",
        "department id",
        "organization id",
        "reference id",
        "编号",
        "部门编号",
        "代码",
      ],
      like: ["SALES", "SALES-NORTH"],
    }),
    required("name", text(200), {
      also: [
        "unit name",
        "org unit name",
        "department name",
        "department",
        "organization name",
        "名称",
        "部门名称",
        "部门",
      ],
      like: ["Sales", "Sales North"],
    }),
    optional("parent_code", text(64), {
      also: [
        "parent",
        "parent unit",
        "parent department",
        "superior organization",
        "parent department code",
        "上级编号",
        "上级部门",
        "上级部门编号",
      ],
      like: ["", "SALES"],
    }),
  ],
  rules: [
    (value) =>
      value("parent_code") !== null && value("parent_code") === value("code")
        ? { code: "ownParent", column: "parent_code" }
        : null,
  ],
};

export const employees: ImportKind = {
  name: "employees",
  capability: "import.people",
  moneyColumn: "annual_salary",
  columns: [
    required("employee_number", text(64), { also: employeeNumber, like: ["E-1001", "E-1002"] }),
    required("name", text(200), {
      also: [
        "employee name",
        "full name",
        "display name",
        "worker name",
        "legal name",
        "preferred name",
        "first name last name",
        "姓名",
        "员工姓名",
        "名字",
      ],
      like: ["Elena Novak", "陈 晓"],
    }),
    optional("email", email, {
      also: [
        "work email",
        "email address",
        "e mail",
        "primary work email",
        "business email",
        "邮箱",
        "工作邮箱",
        "电子邮件",
      ],
      like: ["elena.novak@example.com", ""],
    }),
    required("org_unit", reference("unit"), { also: orgUnit, like: ["SALES-NORTH", "SALES-NORTH"] }),
    optional("job_title", text(200), { also: jobTitle, like: ["Account manager", "客户经理"] }),
    optional("manager_number", reference("employee"), { also: managerNumber, like: ["", "E-1001"] }),
    required("hired_on", date, {
      also: [
        "hire date",
        "hired",
        "start date",
        "date of hire",
        "original hire date",
        "joining date",
        "employment start date",
        "入职日期",
        "入职时间",
        "入职日",
      ],
      like: ["2023-07-17", "2025-02-01"],
    }),
    optional("left_on", date, {
      also: [
        "termination date",
        "left",
        "leave date",
        "end date",
        "last day",
        "termination effective date",
        "exit date",
        "离职日期",
        "离职时间",
        "离职日",
      ],
      like: ["", "2026-09-01"],
    }),
    optional("leave_reason", leaveReason, {
      also: [
        "termination reason",
        "reason for leaving",
        "termination type",
        "primary termination reason",
        "exit reason",
        "离职原因",
        "离职类型",
      ],
      like: ["", "voluntary"],
    }),
    optional("regretted", flag, {
      also: ["regrettable", "regret", "regretted loss", "遗憾离职", "是否惋惜"],
      like: ["", "yes"],
    }),
    optional("fte", decimal(0.001, 2, 3), { also: fte, like: ["1", "0.8"] }),
    optional("annual_salary", money({ mayBeNegative: false }), { also: salary, like: ["64000", "52000.50"] }),
    optional("currency", currency, { also: currencyNames, like: ["EUR", "EUR"] }),
    optional("service_orientation", decimal(0, 100, 2), {
      also: ["service orientation score", "service score", "服务导向", "服务意识"],
      like: ["72", "81.5"],
    }),
  ],
  rules: [
    endsAfterStart("hired_on", "left_on"),
    needs("leave_reason", "left_on"),
    needs("regretted", "left_on"),
    (value) =>
      value("manager_number") !== null && value("manager_number") === value("employee_number")
        ? { code: "ownManager", column: "manager_number" }
        : null,
  ],
};

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
  rules: [
    endsAfterStart("from", "to"),
    (value) =>
      value("manager_number") !== null && value("manager_number") === value("employee_number")
        ? { code: "ownManager", column: "manager_number" }
        : null,
  ],
};

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

export const surveys: ImportKind = {
  name: "surveys",
  capability: "import.people",
  columns: [
    required("employee_number", reference("employee"), { also: employeeNumber, like: ["E-1001", "E-1002"] }),
    required("survey", text(200), {
      also: ["survey name", "wave", "pulse", "campaign", "问卷", "调查", "调查名称"],
      like: ["Pulse 2026-09", "Pulse 2026-09"],
    }),
    required("answered_on", date, {
      also: [
        "response date",
        "submitted",
        "submitted on",
        "completed at",
        "date",
        "答题日期",
        "提交日期",
        "作答日期",
      ],
      like: ["2026-09-14", "2026-09-15"],
    }),
    optional("engagement", decimal(1, 5, 2), {
      also: ["engagement score", "敬业度", "投入度"],
      like: ["4.2", "3.6"],
    }),
    optional("enps", integer(0, 10), {
      also: ["enps score", "likelihood to recommend", "recommend", "员工净推荐值", "推荐分"],
      like: ["9", "7"],
    }),
    optional("values_alignment", decimal(1, 5, 2), {
      also: ["values", "values score", "价值观统一", "价值观", "价值观匹配"],
      like: ["4", "4.5"],
    }),
    optional("comment", text(2_000), {
      also: ["comments", "feedback", "意见", "评论", "留言"],
      like: ["", ""],
    }),
  ],
  rules: [
    (value) =>
      value("engagement") === null && value("enps") === null && value("values_alignment") === null
        ? { code: "noAnswer", column: "engagement" }
        : null,
  ],
};
