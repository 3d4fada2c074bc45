/** What is asked of the data: one file a question under `checks/`, one row a finding. Words: i18n `quality.check.*`. */

export const checkNames = [
  "assignments_before_hiring",
  "assignments_after_leaving",
  "owners_beyond_whole",
  "accounts_never_owned",
  "customers_without_owner",
  "handovers_without_cause",
  "revenue_before_acquisition",
  "revenue_after_loss",
  "answers_after_loss",
  "amounts_without_rate",
  "accounts_of_same_name",
  "employees_without_spell",
  "employees_without_manager",
  "employees_without_pay",
  "training_outside_employment",
  "survey_answers_outside_employment",
  "employees_of_same_name",
] as const;
export type CheckName = (typeof checkNames)[number];

/** Columns a check's rows fill, in the order they are shown. */
export type FindingColumn = "account" | "employee" | "detail" | "day" | "against" | "amount";

export interface CheckDescription {
  readonly group: "assignments" | "customers" | "people";
  readonly columns: readonly FindingColumn[];
  /** What `detail` holds: a role to be put in words, the name of a ledger, or text as it was recorded. */
  readonly detail?: "role" | "ledger" | "text";
  /** A row is found by comparing it with rows of other units: what part of the company holds is not the sum of its units. */
  readonly crossesUnits?: true;
  /** About pay or about answers of single people: for HR alone. */
  readonly needsPay?: true;
}

export const checkDescriptions: Readonly<Record<CheckName, CheckDescription>> = {
  assignments_before_hiring: {
    group: "assignments",
    columns: ["account", "employee", "detail", "day", "against"],
    detail: "role",
  },
  assignments_after_leaving: {
    group: "assignments",
    columns: ["account", "employee", "detail", "day", "against"],
    detail: "role",
  },
  owners_beyond_whole: {
    group: "assignments",
    columns: ["account", "detail", "day"],
    detail: "text",
  },
  accounts_never_owned: { group: "assignments", columns: ["account", "day"] },
  customers_without_owner: { group: "assignments", columns: ["account", "day"] },
  handovers_without_cause: { group: "assignments", columns: ["account", "employee", "day"] },
  revenue_before_acquisition: {
    group: "customers",
    columns: ["account", "detail", "day", "against", "amount"],
    detail: "text",
  },
  revenue_after_loss: {
    group: "customers",
    columns: ["account", "detail", "day", "against", "amount"],
    detail: "text",
  },
  answers_after_loss: {
    group: "customers",
    columns: ["account", "detail", "day", "against"],
    detail: "text",
  },
  amounts_without_rate: { group: "customers", columns: ["detail", "day", "amount"], detail: "ledger" },
  accounts_of_same_name: {
    group: "customers",
    columns: ["account", "detail", "day"],
    detail: "text",
    crossesUnits: true,
  },
  employees_without_spell: { group: "people", columns: ["employee", "day"] },
  employees_without_manager: { group: "people", columns: ["employee", "detail", "day"], detail: "text" },
  employees_without_pay: {
    group: "people",
    columns: ["employee", "detail", "day"],
    detail: "text",
    needsPay: true,
  },
  training_outside_employment: {
    group: "people",
    columns: ["employee", "detail", "day", "against"],
    detail: "text",
  },
  survey_answers_outside_employment: {
    group: "people",
    columns: ["employee", "detail", "day", "against"],
    detail: "text",
    needsPay: true,
  },
  employees_of_same_name: {
    group: "people",
    columns: ["employee", "detail", "day"],
    detail: "text",
    crossesUnits: true,
  },
};

/** One row that is wrong, or missing something. */
export interface Finding {
  readonly id: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly employeeId: string | null;
  readonly employeeName: string | null;
  readonly detail: string | null;
  /** The day in question; the list runs from the latest back. */
  readonly day: string;
  /** The day it contradicts: of hiring, leaving, acquisition or loss. */
  readonly against: string | null;
  /** Minor units of `currency`. */
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  /** How many entries the row sums up, where it sums up any. */
  readonly entries: number | null;
}

export function isCheckName(text: string): text is CheckName {
  return (checkNames as readonly string[]).includes(text);
}
