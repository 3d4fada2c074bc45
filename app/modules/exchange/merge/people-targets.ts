import type { Reference, Target, TargetColumn } from "./target";
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

const unit: Reference = { column: "org_unit", noun: "unit" };
const manager: Reference = { column: "manager_number", noun: "employee" };

export const spellColumns: readonly TargetColumn[] = [
  linked("org_unit_id", "org_unit"),
  copied("job_title"),
  linked("manager_id", "manager_number"),
  { ...copied("fte"), whenBlank: "1" },
  renamed("annual_salary_minor", "annual_salary"),
  currency("annual_salary"),
];

/** `employees` has a second table: see first-spells. */
export const peopleTargets = {
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
} satisfies Readonly<Record<string, Target>>;
