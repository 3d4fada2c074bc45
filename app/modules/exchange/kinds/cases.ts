import type { CasePriority } from "~/modules/customers/service-case";
import { accountColumn, employeeNumber } from "./customer-headers";
import { choice, type ImportKind, instant, optional, reference, required, text } from "./kind";

export const cases: ImportKind = {
  name: "cases",
  capability: "import.customers",
  columns: [
    accountColumn(),
    required("case_number", text(60), {
      also: ["ticket id", "ticket number", "ticket", "case id", "case no", "工单号", "案例编号", "服务单号"],
      like: ["C-9001", "C-9002"],
    }),
    optional("subject", text(500), {
      also: ["title", "ticket subject", "topic", "主题", "标题"],
      like: ["Pump stopped", ""],
    }),
    optional(
      "priority",
      choice<CasePriority>({
        low: ["minor", "低"],
        normal: ["medium", "中", "普通", "一般"],
        high: ["major", "高"],
        urgent: ["critical", "紧急"],
      }),
      { also: ["ticket priority", "severity", "优先级"], like: ["high", "normal"] },
    ),
    required("opened_at", instant, {
      also: [
        "created at",
        "opened",
        "date opened",
        "opened on",
        "created date",
        "ticket created",
        "打开时间",
        "创建时间",
        "受理时间",
      ],
      like: ["2026-09-14 10:30", "2026-09-20 08:00"],
    }),
    optional("first_response_at", instant, {
      also: [
        "first reply at",
        "first response",
        "initially assigned at",
        "first replied at",
        "首次响应时间",
        "首次回复时间",
      ],
      like: ["2026-09-14 11:00", ""],
    }),
    optional("resolved_at", instant, {
      also: ["solved at", "closed at", "date closed", "resolved", "closed on", "解决时间", "关闭时间"],
      like: ["2026-09-15 16:00", ""],
    }),
    optional("employee_number", reference("employee"), { also: employeeNumber, like: ["E-1001", ""] }),
  ],
  rules: [],
};
