import type { Reference, Target, TargetColumn, TargetJoin } from "./target";
import {
  copied,
  currency,
  employee,
  employeeId,
  employeeRollup,
  externalId,
  key,
  linked,
  parentJoin,
  renamed,
} from "./target-columns";

const account: Reference = { column: "account_number", noun: "account" };
const accountId = key(linked("account_id", "account_number"));
const accountRollup = [{ kind: "account", key: "p.account_id" }] as const;

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

export const customerTargets = {
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
} satisfies Readonly<Record<string, Target>>;
