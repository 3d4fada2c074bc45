import type { InteractionChannel, InteractionDirection } from "~/modules/customers/interaction";
import { accountColumn, contactColumn, employeeNumber, externalIdColumn } from "./customer-headers";
import { choice, type ImportKind, instant, integer, optional, reference, required, text } from "./kind";

export const interactions: ImportKind = {
  name: "interactions",
  capability: "import.customers",
  columns: [
    accountColumn(),
    required(
      "channel",
      choice<InteractionChannel>({
        phone: ["call", "telephone", "电话"],
        email: ["e mail", "mail", "邮件", "电子邮件"],
        meeting: ["online meeting", "会议"],
        visit: ["on site", "拜访", "上门"],
        chat: ["messaging", "聊天", "微信", "在线聊天"],
        portal: ["web", "门户", "网站"],
        other: ["note", "task", "其他"],
      }),
      { also: ["activity type", "type", "medium", "渠道", "方式"], like: ["phone", "visit"] },
    ),
    required("occurred_at", instant, {
      also: [
        "activity date",
        "date",
        "timestamp",
        "occurred on",
        "created at",
        "start time",
        "时间",
        "发生时间",
        "日期",
      ],
      like: ["2026-09-14 10:30", "2026-09-20"],
    }),
    optional("employee_number", reference("employee"), { also: employeeNumber, like: ["E-1001", "E-1001"] }),
    contactColumn,
    optional(
      "direction",
      choice<InteractionDirection>({
        inbound: ["in", "incoming", "呼入", "来访"],
        outbound: ["out", "outgoing", "呼出", "外出"],
      }),
      {
        also: ["call direction", "方向"],
        like: ["outbound", ""],
      },
    ),
    optional("minutes", integer(0, 10_080), {
      also: ["duration", "duration minutes", "call duration", "时长", "分钟"],
      like: ["25", "60"],
    }),
    optional("subject", text(500), {
      also: ["title", "topic", "summary", "主题", "内容"],
      like: ["Renewal", "Plant visit"],
    }),
    externalIdColumn("ACT-71"),
  ],
  rules: [],
};
