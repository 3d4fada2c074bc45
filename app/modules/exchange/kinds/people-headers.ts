import { type CostCategory, reducingKinds } from "~/modules/people/cost-entry";
import type { LeaveReason } from "~/modules/people/departure";
import { choice } from "./kind";

/** The names that exports give to what several kinds of people files share. */
export const employeeNumber = [
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
export const jobTitle = ["job", "title", "position", "business title", "job profile", "岗位", "职位", "职务"];
export const managerNumber = [
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
export const orgUnit = [
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
export const currencyNames = ["currency code", "pay rate currency", "currency iso code", "币种", "货币"];
export const fte = ["full time equivalent", "weekly hours share", "scheduled fte", "全职当量", "工时比例"];
export const salary = [
  "salary",
  "base salary",
  "annual base pay",
  "total base pay annualized",
  "pay rate",
  "fixed salary",
  "年薪",
  "年度薪酬",
];

export const leaveReason = choice<LeaveReason>({
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

export const costCategory = choice<CostCategory>({
  acquisition: ["recruiting", "hiring", "recruitment", "取得", "招聘", "招募"],
  compensation: ["pay", "salary", "payroll", "薪酬", "工资"],
  retention: ["保留", "留存", "保持"],
  training: ["learning", "培训"],
  turnover: ["leaving", "separation", "流失", "离职"],
  productivity: ["productivity loss", "生产力", "生产力损失", "机会损失"],
  morale: ["absence", "morale cost", "士气", "缺勤"],
});

/** Kinds under which a cost may be below zero, in the words people type for them. */
export const reducingKindWords: ReadonlySet<string> = new Set([...reducingKinds, "冲减", "更正"]);
