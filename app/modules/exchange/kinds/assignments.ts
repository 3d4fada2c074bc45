import type { AssignmentEndCause, AssignmentRole } from "~/modules/linkage/assignments/assignment";
import { accountColumn, employeeNumber } from "./customer-headers";
import {
  choice,
  date,
  decimal,
  endsAfterStart,
  type ImportKind,
  needs,
  optional,
  reference,
  required,
} from "./kind";

export const assignments: ImportKind = {
  name: "assignments",
  capability: "import.customers",
  columns: [
    accountColumn(),
    required("employee_number", reference("employee"), { also: employeeNumber, like: ["E-1001", "E-1002"] }),
    required(
      "role",
      choice<AssignmentRole>({
        owner: ["account owner", "account manager", "负责人", "客户经理"],
        sales: ["销售"],
        service: ["服务", "客服"],
        support: ["支持", "技术支持"],
        specialist: ["专家", "顾问"],
      }),
      {
        also: ["assignment role", "team role", "team member role", "角色", "职责"],
        like: ["owner", "service"],
      },
    ),
    optional("share", decimal(0, 1, 3), {
      also: ["share of time", "allocation", "time share", "占比", "时间占比"],
      like: ["0.4", "0.2"],
    }),
    required("from", date, {
      also: ["starts on", "start date", "valid from", "since", "from date", "起", "开始日期"],
      like: ["2024-01-01", "2024-03-01"],
    }),
    optional("to", date, {
      also: ["ends on", "end date", "valid to", "until", "to date", "止", "结束日期"],
      like: ["", "2026-01-01"],
    }),
    optional(
      "end_cause",
      choice<AssignmentEndCause>({
        departure: ["left", "employee left", "离职"],
        planned: ["planned change", "计划内", "计划交接"],
        account_request: ["customer request", "客户要求"],
        reorganisation: ["reorganization", "reorg", "组织调整"],
      }),
      { also: ["end reason", "cause", "结束原因", "交接原因"], like: ["", "planned"] },
    ),
  ],
  rules: [endsAfterStart("from", "to"), needs("end_cause", "to")],
};
