import { email, type ImportColumn, optional, reference, required, text } from "./kind";

/** The names that exports give to what several kinds of customer files share. */
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
  "company name",
];
export const employeeNumber = [
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
export const currencyNames = ["currency code", "currency iso code", "deal currency", "币种", "货币"];
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

/** The account that a row is about; `second` is the example's second one. */
export const accountColumn = (second = "A-2001"): ImportColumn =>
  required("account_number", reference("account"), { also: accountNumber, like: ["A-2001", second] });

export const contactColumn: ImportColumn = optional("contact_email", email, {
  also: contactEmail,
  like: ["petra.lindqvist@example.com", ""],
});

/** By which a row is known again where the file is imported twice. */
export const externalIdColumn = (example: string): ImportColumn =>
  optional("external_id", text(200), { also: externalId, like: [example, ""] });
