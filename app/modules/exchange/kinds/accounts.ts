import type { AccountType } from "~/modules/customers/account";
import { currencyNames } from "./customer-headers";
import {
  choice,
  currency,
  date,
  endsAfterStart,
  type ImportKind,
  isNotItsOwn,
  money,
  needs,
  optional,
  required,
  text,
} from "./kind";

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
    isNotItsOwn("parent_number", "account_number", "ownParent"),
  ],
};
