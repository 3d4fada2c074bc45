/** The database itself refuses nonsense, whoever writes to it. */
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { buildAccount, buildAssignment, buildEmployee, buildUnit } from "../builders/company";

let unitId: string;
let employeeId: string;
let accountId: string;

beforeAll(async () => {
  unitId = await buildUnit();
  employeeId = await buildEmployee({ unitId, hiredOn: "2024-01-01", leftOn: "2026-01-01" });
  accountId = await buildAccount();
});

const refused = (statement: string, constraint: string) =>
  expect(sql().unsafe(statement)).rejects.toThrow(constraint);
const id = () => `'${uuidv7()}'`;

describe("periods", () => {
  it("cannot end on or before the day they start", async () => {
    await refused(
      `insert into employees (id, employee_number, name, hired_on, left_on) values (${id()}, 'X1', 'X', '2026-01-02', '2026-01-02')`,
      "employees_leave_after_hire",
    );
    await refused(
      `insert into employment_spells (id, employee_id, starts_on, ends_on, org_unit_id) values (${id()}, '${employeeId}', '2027-01-02', '2027-01-01', '${unitId}')`,
      "employment_spells_end_after_start",
    );
    await refused(
      `insert into assignments (account_id, id, employee_id, role, starts_on, ends_on) values ('${accountId}', ${id()}, '${employeeId}', 'owner', '2025-01-02', '2025-01-02')`,
      "assignments_end_after_start",
    );
    await refused(
      `insert into accounts (id, account_number, name, acquired_on, churned_on) values (${id()}, 'X1', 'X', '2026-01-02', '2026-01-01')`,
      "accounts_churn_after_acquisition",
    );
  });

  it("of one employee's spells cannot overlap, not by a day", async () => {
    await refused(
      `insert into employment_spells (id, employee_id, starts_on, org_unit_id) values (${id()}, '${employeeId}', '2025-12-31', '${unitId}')`,
      "employment_spells_no_overlap",
    );
  });

  it("of spells may touch: the end is the first day outside", async () => {
    await sql().unsafe(
      `insert into employment_spells (id, employee_id, starts_on, org_unit_id) values (${id()}, '${employeeId}', '2026-01-01', '${unitId}')`,
    );
  });

  it("cannot put the same employee in the same role on the same account twice at once", async () => {
    await buildAssignment({
      accountId,
      employeeId,
      startsOn: "2024-01-01",
      endsOn: "2024-06-01",
      endCause: "planned",
    });
    await refused(
      `insert into assignments (account_id, id, employee_id, role, starts_on) values ('${accountId}', ${id()}, '${employeeId}', 'owner', '2024-05-31')`,
      "assignments_no_overlap",
    );
    await buildAssignment({ accountId, employeeId, role: "service", startsOn: "2024-03-01" });
    await buildAssignment({ accountId, employeeId, startsOn: "2024-06-01" });
  });
});

describe("scales and signs", () => {
  it.each([
    [
      "assignments_share_scale",
      () =>
        `insert into assignments (account_id, id, employee_id, role, share, starts_on) values ('${accountId}', ${id()}, '${employeeId}', 'sales', 1.001, '2024-01-01')`,
    ],
    [
      "employment_spells_fte_scale",
      () =>
        `insert into employment_spells (id, employee_id, starts_on, ends_on, org_unit_id, fte) values (${id()}, '${employeeId}', '2020-01-01', '2020-02-01', '${unitId}', 0)`,
    ],
    [
      "employment_spells_salary_not_negative",
      () =>
        `insert into employment_spells (id, employee_id, starts_on, ends_on, org_unit_id, annual_salary_minor, currency) values (${id()}, '${employeeId}', '2020-01-01', '2020-02-01', '${unitId}', -1, 'EUR')`,
    ],
    [
      "employment_spells_salary_has_currency",
      () =>
        `insert into employment_spells (id, employee_id, starts_on, ends_on, org_unit_id, annual_salary_minor) values (${id()}, '${employeeId}', '2020-01-01', '2020-02-01', '${unitId}', 1)`,
    ],
    [
      "cost_entries_not_negative",
      () =>
        `insert into cost_entries (id, employee_id, category, amount_minor, currency, incurred_on) values (${id()}, '${employeeId}', 'training', -1, 'EUR', '2026-01-01')`,
    ],
    [
      "cost_entries_person_or_unit",
      () =>
        `insert into cost_entries (id, employee_id, org_unit_id, category, amount_minor, currency, incurred_on) values (${id()}, '${employeeId}', '${unitId}', 'training', 1, 'EUR', '2026-01-01')`,
    ],
    [
      "training_records_hours_scale",
      () =>
        `insert into training_records (id, employee_id, course, hours, completed_on) values (${id()}, '${employeeId}', 'c', -1, '2026-01-01')`,
    ],
    [
      "survey_answers_enps_scale",
      () =>
        `insert into survey_answers (id, employee_id, survey, answered_on, enps) values (${id()}, '${employeeId}', 's', '2026-01-01', 11)`,
    ],
    [
      "survey_answers_engagement_scale",
      () =>
        `insert into survey_answers (id, employee_id, survey, answered_on, engagement) values (${id()}, '${employeeId}', 's', '2026-01-01', 0.5)`,
    ],
    [
      "interactions_minutes_scale",
      () =>
        `insert into interactions (account_id, id, channel, occurred_at, minutes) values ('${accountId}', ${id()}, 'phone', now(), -1)`,
    ],
    [
      "cases_resolution_after_opening",
      () =>
        `insert into cases (account_id, id, case_number, opened_at, resolved_at) values ('${accountId}', ${id()}, 'C1', '2026-01-02', '2026-01-01')`,
    ],
    [
      "revenue_entries_cost_sign",
      () =>
        `insert into revenue_entries (account_id, id, booked_on, amount_minor, currency, cost_of_goods_minor) values ('${accountId}', ${id()}, '2026-01-01', 1, 'EUR', -1)`,
    ],
    [
      "exchange_rates_positive",
      () => "insert into exchange_rates (currency, month, rate_to_reporting) values ('USD', '2026-01-01', 0)",
    ],
    [
      "users_email_lower_case",
      () => `insert into users (id, email, name, password_hash) values (${id()}, 'A@b.c', 'A', 'x')`,
    ],
  ])("%s", async (constraint, statement) => {
    await refused(statement(), constraint);
  });

  it.each([
    ["csat", 0, 6],
    ["nps", -1, 11],
    ["ces", 0, 8],
  ])("a %s score of %i or %i is off its scale", async (kind, low, high) => {
    for (const score of [low, high]) {
      await refused(
        `insert into satisfaction_responses (account_id, id, kind, score, answered_on) values ('${accountId}', ${id()}, '${kind}', ${score}, '2026-01-01')`,
        "satisfaction_responses_scale",
      );
    }
  });
});

describe("account-owned rows", () => {
  it("cannot point at another account's contact", async () => {
    const other = await buildAccount();
    const contactId = uuidv7();
    await sql()`insert into contacts (account_id, id, name) values (${other}, ${contactId}, 'Somebody')`;
    await refused(
      `insert into interactions (account_id, id, channel, occurred_at, contact_id) values ('${accountId}', ${id()}, 'phone', now(), '${contactId}')`,
      "interactions_account_id_contact_id_fkey",
    );
  });

  it("cannot be orphaned by deleting their account", async () => {
    await refused(`delete from accounts where id = '${accountId}'`, "foreign key constraint");
  });
});
