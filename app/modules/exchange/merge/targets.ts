import { queueConverted } from "~/modules/access/queue-converted";
import type { ImportKindName } from "../kinds/kind";
import type { Reference, Target, TargetColumn, TargetJoin } from "./target";

const copied = (name: string, type?: string): TargetColumn => ({
  name,
  from: name,
  value: type ? `s.${name}::${type}` : `s.${name}`,
});
const key = (column: TargetColumn): TargetColumn => ({ ...column, isKey: true });
const renamed = (name: string, from: string): TargetColumn => ({ name, from, value: `s.${from}` });
const linked = (name: string, from: string): TargetColumn => ({ name, from, value: `r_${from}.id` });

const account: Reference = { column: "account_number", noun: "account" };
const employee: Reference = { column: "employee_number", noun: "employee" };
const unit: Reference = { column: "org_unit", noun: "unit" };
const manager: Reference = { column: "manager_number", noun: "employee" };

const accountId = key(linked("account_id", "account_number"));
const employeeId = linked("employee_id", "employee_number");
const currency = (moneyColumn: string): TargetColumn => ({
  name: "currency",
  from: moneyColumn,
  value: "s.currency",
});

/** Rows without an external id of their own are known by their content and, where equal rows repeat, by their count. */
const externalId: TargetColumn = {
  name: "external_id",
  from: "row_key",
  value:
    "case when length(s.row_key) = 25 and s.row_key like 'auto:%' then s.row_key || ':' || coalesce(d.repeat, 0) else s.row_key end",
  isKey: true,
};

/** The contact of the row's account with this address; contacts are never made by the way. */
const contactId: TargetColumn = { name: "contact_id", from: "contact_email", value: "contact.id" };
const contactJoin: TargetJoin = {
  needs: "contact_email",
  sql: () => `
    left join lateral (
      select c.id from contacts c
      where c.account_id = r_account_number.id and s.contact_email is not null and lower(c.email) = lower(s.contact_email)
      order by c.archived_at nulls first, c.id limit 1) contact on true`,
};

/** The parent with this number: recorded already, or another row of the file. */
const parentJoin = (table: string, number: string, parent: string): TargetJoin => ({
  needs: parent,
  sql: (names, newId) => `
    left join ${table} parent on parent.${number} = s.${parent}
    left join (select ${number}, ${newId("min(row_no)")} as id from ${names.stage} group by ${number}) parent_row
      on parent_row.${number} = s.${parent}`,
});

const accountRollup = [{ kind: "account", key: "p.account_id" }] as const;
const employeeRollup = [{ kind: "employee", key: "p.employee_id" }] as const;

export const spellColumns: readonly TargetColumn[] = [
  { ...linked("org_unit_id", "org_unit") },
  copied("job_title"),
  linked("manager_id", "manager_number"),
  { ...copied("fte"), whenBlank: "1" },
  renamed("annual_salary_minor", "annual_salary"),
  currency("annual_salary"),
];

/** In which table the rows of each kind end up, and how. `employees` has a second one: see write-first-spells. */
export const targets: Readonly<Record<ImportKindName, Target>> = {
  "exchange-rates": {
    table: "exchange_rates",
    isAccountOwned: false,
    references: [],
    key: ["currency", "month"],
    columns: [
      key(copied("currency")),
      key({ name: "month", from: "month", value: "date_trunc('month', s.month::timestamp)::date" }),
      renamed("rate_to_reporting", "rate"),
    ],
    rollups: [],
    queueOthers: (rows) => queueConverted(`select distinct currency from (${rows}) rates`),
  },
  "org-units": {
    table: "org_units",
    isAccountOwned: false,
    references: [],
    key: ["code"],
    columns: [
      key(copied("code")),
      copied("name"),
      { name: "parent_id", from: "parent_code", value: "coalesce(parent.id, parent_row.id)" },
    ],
    joins: [parentJoin("org_units", "code", "parent_code")],
    rollups: [{ kind: "unit", key: "p.id" }],
  },
  employees: {
    table: "employees",
    isAccountOwned: false,
    references: [unit],
    key: ["employee_number"],
    columns: [
      key(copied("employee_number")),
      copied("name"),
      copied("email"),
      copied("hired_on"),
      copied("left_on"),
      copied("leave_reason", "leave_reason"),
      copied("regretted"),
      copied("service_orientation"),
    ],
    rollups: [{ kind: "employee", key: "p.id" }],
  },
  employment: {
    table: "employment_spells",
    isAccountOwned: false,
    references: [employee, unit, manager],
    key: ["employee_id", "starts_on"],
    columns: [
      key(employeeId),
      key(renamed("starts_on", "from")),
      renamed("ends_on", "to"),
      ...spellColumns.map((column) =>
        column.name === "org_unit_id" ? { ...column, whenBlank: "null::uuid" } : column,
      ),
    ],
    rollups: employeeRollup,
  },
  costs: {
    table: "cost_entries",
    isAccountOwned: false,
    references: [employee, unit],
    key: ["external_id"],
    columns: [
      externalId,
      employeeId,
      linked("org_unit_id", "org_unit"),
      copied("category", "cost_category"),
      {
        ...copied("kind"),
        value: `case when lower(s.kind) in ('credit', '冲减') then 'credit'
                     when lower(s.kind) in ('correction', '更正') then 'correction' else s.kind end`,
      },
      renamed("amount_minor", "amount"),
      currency("amount"),
      copied("incurred_on"),
      copied("note"),
    ],
    rollups: [
      { kind: "employee", key: "p.employee_id" },
      { kind: "unit", key: "p.org_unit_id" },
    ],
  },
  training: {
    table: "training_records",
    isAccountOwned: false,
    references: [employee],
    key: ["employee_id", "course", "completed_on"],
    columns: [
      key(employeeId),
      key(copied("course")),
      copied("hours"),
      key(copied("completed_on")),
      renamed("cost_minor", "cost"),
      currency("cost"),
      copied("score"),
    ],
    rollups: employeeRollup,
  },
  surveys: {
    table: "survey_answers",
    isAccountOwned: false,
    references: [employee],
    key: ["employee_id", "survey"],
    columns: [
      key(employeeId),
      key(copied("survey")),
      copied("answered_on"),
      copied("engagement"),
      copied("enps"),
      copied("values_alignment"),
      copied("comment"),
    ],
    rollups: employeeRollup,
  },
  accounts: {
    table: "accounts",
    isAccountOwned: false,
    references: [],
    key: ["account_number"],
    columns: [
      key(copied("account_number")),
      copied("name"),
      { ...copied("type", "account_type"), whenBlank: "'customer'" },
      { name: "parent_id", from: "parent_number", value: "coalesce(parent.id, parent_row.id)" },
      copied("segment"),
      copied("industry"),
      copied("region"),
      copied("country"),
      copied("acquired_on"),
      copied("churned_on"),
      copied("churn_reason"),
      renamed("acquisition_cost_minor", "acquisition_cost"),
      currency("acquisition_cost"),
    ],
    joins: [parentJoin("accounts", "account_number", "parent_number")],
    rollups: [{ kind: "account", key: "p.id" }],
  },
  contacts: {
    table: "contacts",
    isAccountOwned: true,
    references: [account],
    key: ["account_id", "coalesce(lower(email), name)"],
    match: (staged) => `t.account_id = r_account_number.id and t.id = (
      select c.id from contacts c
      where c.account_id = r_account_number.id and ${
        staged.has("email")
          ? "(lower(c.email) = lower(s.email) or (c.name = s.name and (c.email is null or s.email is null)))"
          : "c.name = s.name"
      }
      order by ${staged.has("email") ? "lower(c.email) = lower(s.email) desc nulls last, " : ""}c.archived_at nulls first, c.id
      limit 1)`,
    columns: [
      accountId,
      copied("name"),
      { ...copied("email"), value: "coalesce(s.email, t.email)" },
      copied("phone"),
      copied("job_title"),
    ],
    rollups: [],
  },
  assignments: {
    table: "assignments",
    isAccountOwned: true,
    references: [account, employee],
    key: ["account_id", "employee_id", "role", "starts_on"],
    columns: [
      accountId,
      key(employeeId),
      key(copied("role", "assignment_role")),
      copied("share"),
      key(renamed("starts_on", "from")),
      renamed("ends_on", "to"),
      copied("end_cause", "assignment_end_cause"),
    ],
    rollups: [...accountRollup, ...employeeRollup, { kind: "ownership", key: "p.account_id" }],
  },
  revenue: {
    table: "revenue_entries",
    isAccountOwned: true,
    references: [account],
    key: ["account_id", "external_id"],
    columns: [
      accountId,
      externalId,
      copied("booked_on"),
      renamed("amount_minor", "amount"),
      currency("amount"),
      renamed("cost_of_goods_minor", "cost_of_goods"),
      copied("product"),
      { ...copied("kind", "revenue_kind"), whenBlank: "'recurring'" },
    ],
    rollups: accountRollup,
  },
  satisfaction: {
    table: "satisfaction_responses",
    isAccountOwned: true,
    references: [account, employee],
    key: ["account_id", "external_id"],
    columns: [
      accountId,
      externalId,
      copied("kind", "satisfaction_kind"),
      copied("score"),
      copied("answered_on"),
      employeeId,
      contactId,
      copied("comment"),
    ],
    joins: [contactJoin],
    rollups: accountRollup,
  },
  interactions: {
    table: "interactions",
    isAccountOwned: true,
    references: [account, employee],
    key: ["account_id", "external_id"],
    columns: [
      accountId,
      externalId,
      copied("channel", "interaction_channel"),
      copied("occurred_at"),
      employeeId,
      contactId,
      copied("direction", "interaction_direction"),
      copied("minutes"),
      copied("subject"),
    ],
    joins: [contactJoin],
    rollups: accountRollup,
  },
  cases: {
    table: "cases",
    isAccountOwned: true,
    references: [account, employee],
    key: ["account_id", "case_number"],
    columns: [
      accountId,
      key(copied("case_number")),
      copied("subject"),
      { ...copied("priority", "case_priority"), whenBlank: "'normal'" },
      copied("opened_at"),
      copied("first_response_at"),
      copied("resolved_at"),
      employeeId,
    ],
    rollups: accountRollup,
  },
};
