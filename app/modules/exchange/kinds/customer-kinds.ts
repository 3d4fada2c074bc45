import type { AccountType } from "~/modules/customers/account";
import type { InteractionChannel, InteractionDirection } from "~/modules/customers/interaction";
import { type SatisfactionKind, satisfactionScales } from "~/modules/customers/satisfaction-response";
import type { CasePriority } from "~/modules/customers/service-case";
import type { AssignmentEndCause, AssignmentRole } from "~/modules/linkage/assignments/assignment";
import {
  choice,
  currency,
  date,
  dateOrMonth,
  decimal,
  email,
  endsAfterStart,
  type ImportKind,
  instant,
  integer,
  money,
  needs,
  optional,
  reference,
  required,
  text,
} from "./kind";

const accountNumber = [
  "account #",
  "account no",
  "account id",
  "account",
  "account name",
  "company",
  "company id",
  "company number",
  "associated company",
  "associated company ids",
  "primary associated company",
  "customer",
  "customer number",
  "customer no",
  "customer id",
  "client number",
  "organization",
  "organization id",
  "客户编号",
  "客户号",
  "客户代码",
  "客户",
];
const employeeNumber = [
  "employee #",
  "employee no",
  "employee id",
  "employee",
  "account owner",
  "owner",
  "company owner",
  "contact owner",
  "owner id",
  "assignee",
  "assignee id",
  "agent",
  "assigned to",
  "activity assigned to",
  "account manager",
  "员工编号",
  "工号",
  "员工",
  "负责人",
  "客户经理",
];
const contactEmail = [
  "contact",
  "email",
  "person email",
  "requester email",
  "respondent email",
  "contact e mail",
  "联系人邮箱",
  "邮箱",
];
const currencyNames = ["currency code", "currency iso code", "deal currency", "币种", "货币"];
const externalId = [
  "id",
  "record id",
  "response id",
  "activity id",
  "survey response id",
  "invoice number",
  "invoice no",
  "transaction id",
  "reference",
  "外部编号",
  "单据号",
  "发票号",
];

export const accounts: ImportKind = {
  name: "accounts",
  capability: "import.customers",
  moneyColumn: "acquisition_cost",
  columns: [
    required("account_number", text(60), {
      also: [
        "account #",
        "account no",
        "account id",
        "company id",
        "customer number",
        "customer no",
        "customer id",
        "record id",
        "organization id",
        "external id",
        "客户编号",
        "客户号",
        "客户代码",
      ],
      like: ["A-2001", "A-2002"],
    }),
    required("name", text(200), {
      also: [
        "account name",
        "company name",
        "company",
        "customer name",
        "organization name",
        "客户名称",
        "名称",
        "公司名称",
        "客户",
      ],
      like: ["Nordwerk Pumpen", "上海远洋物流"],
    }),
    optional(
      "type",
      choice<AccountType>({
        customer: ["end customer", "client", "客户", "最终客户"],
        distributor: ["分销商"],
        dealer: ["reseller", "经销商"],
        agent: ["代理商"],
      }),
      {
        also: ["account type", "customer type", "company type", "类型", "客户类型"],
        like: ["customer", "distributor"],
      },
    ),
    optional("parent_number", text(60), {
      also: [
        "parent account",
        "parent account id",
        "parent account number",
        "parent company",
        "parent company id",
        "上级客户",
        "上级客户编号",
        "母公司编号",
      ],
      like: ["", "A-2001"],
    }),
    optional("segment", text(80), {
      also: ["customer segment", "account segment", "tier", "细分", "客户细分"],
      like: ["Key", "Mid-market"],
    }),
    optional("industry", text(80), { also: ["sector", "行业"], like: ["Machinery", "物流"] }),
    optional("region", text(80), {
      also: ["state region", "billing state province", "territory", "地区", "区域", "大区"],
      like: ["North", "East"],
    }),
    optional("country", text(80), {
      also: ["country region", "billing country", "国家", "国家地区"],
      like: ["DE", "CN"],
    }),
    required("acquired_on", date, {
      also: [
        "customer since",
        "became a customer date",
        "acquired",
        "acquisition date",
        "won on",
        "close date",
        "closed date",
        "created date",
        "start date",
        "成交日期",
        "获得日期",
        "签约日期",
        "成为客户日期",
      ],
      like: ["2023-01-15", "2024-06-01"],
    }),
    optional("churned_on", date, {
      also: ["churn date", "churned", "lost on", "lost date", "cancellation date", "流失日期", "流失时间"],
      like: ["", "2026-08-01"],
    }),
    optional("churn_reason", text(200), {
      also: ["lost reason", "closed lost reason", "cancellation reason", "流失原因"],
      like: ["", "Price"],
    }),
    optional("acquisition_cost", money({ mayBeNegative: false }), {
      also: ["cac", "cost of acquisition", "获客成本", "获得成本"],
      like: ["3200", ""],
    }),
    optional("currency", currency, { also: currencyNames, like: ["EUR", ""] }),
  ],
  rules: [
    endsAfterStart("acquired_on", "churned_on"),
    needs("churn_reason", "churned_on"),
    (value) =>
      value("parent_number") !== null && value("parent_number") === value("account_number")
        ? { code: "ownParent", column: "parent_number" }
        : null,
  ],
};

export const contacts: ImportKind = {
  name: "contacts",
  capability: "import.customers",
  columns: [
    required("account_number", reference("account"), {
      also: [...accountNumber, "company name"],
      like: ["A-2001", "A-2001"],
    }),
    required("name", text(200), {
      also: ["contact name", "full name", "first and last name", "姓名", "联系人", "联系人姓名"],
      like: ["Petra Lindqvist", "王 敏"],
    }),
    optional("email", email, {
      also: ["email address", "e mail", "work email", "contact email", "邮箱", "电子邮件"],
      like: ["petra.lindqvist@example.com", "wang.min@example.com"],
    }),
    optional("phone", text(60), {
      also: ["phone number", "mobile", "mobile phone", "business phone", "telephone", "电话", "手机"],
      like: ["+49 40 5550100", ""],
    }),
    optional("job_title", text(120), {
      also: ["title", "position", "职位", "职务"],
      like: ["Head of purchasing", "采购经理"],
    }),
  ],
  rules: [],
};

export const assignments: ImportKind = {
  name: "assignments",
  capability: "import.customers",
  columns: [
    required("account_number", reference("account"), {
      also: [...accountNumber, "company name"],
      like: ["A-2001", "A-2001"],
    }),
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

export const revenue: ImportKind = {
  name: "revenue",
  capability: "import.customers",
  moneyColumn: "amount",
  columns: [
    required("account_number", reference("account"), {
      also: [...accountNumber, "company name"],
      like: ["A-2001", "A-2002"],
    }),
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
    optional("external_id", text(200), { also: externalId, like: ["INV-1001", ""] }),
  ],
  rules: [
    (value) =>
      value("cost_of_goods")?.startsWith("-") && !value("amount")?.startsWith("-")
        ? { code: "negativeCostOfGoods", column: "cost_of_goods" }
        : null,
  ],
};

export const satisfaction: ImportKind = {
  name: "satisfaction",
  capability: "import.customers",
  columns: [
    required("account_number", reference("account"), {
      also: [...accountNumber, "company name"],
      like: ["A-2001", "A-2001"],
    }),
    required(
      "kind",
      choice<SatisfactionKind>({
        csat: ["satisfaction", "customer satisfaction", "满意度"],
        nps: ["net promoter score", "净推荐值", "推荐"],
        ces: ["customer effort score", "effort", "费力度"],
      }),
      { also: ["metric", "survey type", "question type", "指标", "类型"], like: ["csat", "nps"] },
    ),
    required("score", integer(0, 10), {
      also: ["satisfaction rating", "rating", "answer", "nps score", "csat score", "分数", "评分", "得分"],
      like: ["4", "9"],
    }),
    required("answered_on", date, {
      also: [
        "response date",
        "responded at",
        "created at",
        "survey response time",
        "date",
        "answered at",
        "回答日期",
        "评价日期",
        "日期",
      ],
      like: ["2026-09-14", "2026-09-20"],
    }),
    optional("employee_number", reference("employee"), { also: employeeNumber, like: ["E-1001", ""] }),
    optional("contact_email", email, { also: contactEmail, like: ["petra.lindqvist@example.com", ""] }),
    optional("comment", text(2_000), {
      also: ["comments", "feedback", "satisfaction comment", "评论", "意见"],
      like: ["Fast answer", ""],
    }),
    optional("external_id", text(200), { also: externalId, like: ["R-501", ""] }),
  ],
  rules: [
    (value) => {
      const scale = satisfactionScales[value("kind") as SatisfactionKind];
      const score = value("score");
      if (!scale || score === null) return null;
      return Number(score) < scale.min || Number(score) > scale.max
        ? { code: "range", column: "score", params: { ...scale, value: score } }
        : null;
    },
  ],
};

export const interactions: ImportKind = {
  name: "interactions",
  capability: "import.customers",
  columns: [
    required("account_number", reference("account"), {
      also: [...accountNumber, "company name"],
      like: ["A-2001", "A-2001"],
    }),
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
    optional("contact_email", email, { also: contactEmail, like: ["petra.lindqvist@example.com", ""] }),
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
    optional("external_id", text(200), { also: externalId, like: ["ACT-71", ""] }),
  ],
  rules: [],
};

export const cases: ImportKind = {
  name: "cases",
  capability: "import.customers",
  columns: [
    required("account_number", reference("account"), {
      also: [...accountNumber, "company name"],
      like: ["A-2001", "A-2001"],
    }),
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
