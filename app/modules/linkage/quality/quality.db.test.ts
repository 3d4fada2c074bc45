import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import { decodeCursor } from "~/kernel/page";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
} from "../../../../tests/builders/company";
import { countFindings } from "./count-findings.server";
import { exportFindings } from "./export-findings.server";
import { findMissingData } from "./find-missing-data.server";
import { listFindings } from "./list-findings.server";
import { type CheckName, checkNames } from "./quality-check";

const today = "2026-11-21";
const all = { cursor: null, today, size: 50 };
let north = "";
let south = "";
const id: Record<string, string> = {};

const hr = () => buildScope("quality.read", { roles: ["hr"] });
const manager = () => buildScope("quality.read", { roles: ["sales_manager"], unitIds: [north] });
const found = async (check: CheckName, scope = hr()) => (await listFindings(scope, check, all)).rows;

async function revenue(accountId: string, bookedOn: string, amountMinor: number, currency = "EUR") {
  await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
              values (${accountId}, ${uuidv7()}, ${bookedOn}, ${amountMinor}, ${currency})`;
}

beforeAll(async () => {
  await buildCompany();
  north = await buildUnit({ name: "North" });
  south = await buildUnit({ name: "South" });
  id["boss"] = await buildEmployee({ unitId: north, name: "Boss", annualSalaryMinor: 1n });
  const managerId = id["boss"];
  id["early"] = await buildEmployee({ unitId: north, name: "Early", hiredOn: "2025-01-01", managerId });
  id["gone"] = await buildEmployee({ unitId: south, name: "Gone", leftOn: "2026-03-01", managerId });
  id["half"] = await buildEmployee({ unitId: north, name: "Half", managerId, annualSalaryMinor: 5n });
  id["lost"] = await buildAccount({ name: "Lost", churnedOn: "2026-01-01", acquiredOn: "2024-06-01" });
  id["never"] = await buildAccount({ name: "Never" });
  id["twice"] = await buildAccount({ name: "Müller  AG" });
  id["again"] = await buildAccount({ name: "müller ag " });
  await buildAssignment({
    accountId: id["lost"],
    employeeId: id["early"],
    startsOn: "2024-06-01",
    share: 0.7,
  });
  await buildAssignment({
    accountId: id["lost"],
    employeeId: id["half"],
    startsOn: "2025-06-01",
    share: 0.6,
  });
  await buildAssignment({ accountId: id["twice"], employeeId: id["gone"], startsOn: "2024-02-01" });
  id["vacant"] = await buildAccount({ name: "Vacant" });
  await buildAssignment({ accountId: id["vacant"], employeeId: id["gone"], endsOn: "2026-02-01" });
  // Early handed over to Half in July without saying why; Half then gave it to Gone because it was planned.
  await buildAssignment({
    accountId: id["again"],
    employeeId: id["early"],
    startsOn: "2025-02-01",
    endsOn: "2025-07-01",
  });
  await buildAssignment({
    accountId: id["again"],
    employeeId: id["half"],
    startsOn: "2025-07-01",
    endsOn: "2026-07-01",
    endCause: "planned",
  });
  await buildAssignment({ accountId: id["again"], employeeId: id["boss"], startsOn: "2026-07-01" });
  await revenue(id["lost"], "2024-05-31", 100_00);
  await revenue(id["lost"], "2026-01-01", 200_00);
  await revenue(id["lost"], "2026-01-02", -50_00);
  await revenue(id["again"], "2026-02-01", 300_00, "SEK");
  await revenue(id["again"], "2026-03-01", 400_00, "SEK");
  await sql()`insert into satisfaction_responses (account_id, id, kind, score, answered_on)
              values (${id["lost"]}, ${uuidv7()}, 'csat', 4, '2026-02-01'), (${id["lost"]}, ${uuidv7()}, 'csat', 4, '2025-12-31')`;
  await sql()`insert into training_records (id, employee_id, course, hours, completed_on)
              values (${uuidv7()}, ${id["early"]}, 'Before', 2, '2024-12-31'), (${uuidv7()}, ${id["early"]}, 'First day', 2, '2025-01-01'),
                     (${uuidv7()}, ${id["gone"]}, 'After', 2, '2026-03-01')`;
  await sql()`insert into survey_answers (id, employee_id, survey, answered_on, engagement)
              values (${uuidv7()}, ${id["gone"]}, 'Pulse', '2026-03-01', 4)`;
  const [bare] = await sql()`insert into employees (id, employee_number, name, hired_on)
              values (${uuidv7()}, 'BARE', 'Bare', '2025-05-01') returning id`;
  id["bare"] = String(bare?.["id"]);
  await refreshAllRollups(sql(), today);
});

describe("what each check finds", () => {
  it("an assignment from June 2024 of somebody hired in 2025", async () => {
    expect(await found("assignments_before_hiring")).toMatchObject([
      {
        accountName: "Lost",
        employeeName: "Early",
        detail: "owner",
        day: "2024-06-01",
        against: "2025-01-01",
      },
    ]);
  });
  it("an assignment still open after March", async () => {
    expect(await found("assignments_after_leaving")).toMatchObject([
      { employeeName: "Gone", day: today, against: "2026-03-01" },
    ]);
  });
  it("0.7 + 0.6 of one account from June 2025 on, and not the 0.7 alone before", async () => {
    expect(await found("owners_beyond_whole")).toMatchObject([
      { accountName: "Lost", day: "2025-06-01", detail: "Early 0.7, Half 0.6" },
    ]);
  });
  it("the account nobody ever owned, and the customer nobody owns since February", async () => {
    expect((await found("accounts_never_owned")).map((row) => row.accountName)).toEqual(["Never"]);
    expect(await found("customers_without_owner")).toMatchObject([
      { accountName: "Vacant", day: "2026-02-01" },
    ]);
  });
  it("one of two handovers without a cause", async () => {
    expect(await found("handovers_without_cause")).toMatchObject([
      { accountId: id["again"], employeeName: "Early", day: "2025-07-01" },
    ]);
  });
  it("revenue the day before it was acquired and on the day it was lost, but not the credit", async () => {
    expect(await found("revenue_before_acquisition")).toMatchObject([
      { day: "2024-05-31", against: "2024-06-01", amountMinor: 100_00n },
    ]);
    expect(await found("revenue_after_loss")).toMatchObject([{ day: "2026-01-01", amountMinor: 200_00n }]);
  });
  it("an answer after the loss, and not the one on the day before", async () => {
    expect(await found("answers_after_loss")).toMatchObject([{ day: "2026-02-01", detail: "CSAT 4" }]);
  });
  it("two amounts in a currency without a rate: 300 + 400 = 700 SEK", async () => {
    expect(await found("amounts_without_rate")).toMatchObject([
      { detail: "revenue", currency: "SEK", amountMinor: 700_00n, entries: 2 },
    ]);
  });
  it("the same name in other letters and spaces", async () => {
    expect(new Set((await found("accounts_of_same_name")).map((row) => row.accountId))).toEqual(
      new Set([id["twice"], id["again"]]),
    );
    expect(await found("employees_of_same_name")).toEqual([]);
  });
  it("who has no spell, no manager, no salary", async () => {
    expect((await found("employees_without_spell")).map((row) => row.employeeName)).toEqual(["Bare"]);
    expect((await found("employees_without_manager")).map((row) => row.employeeName)).toEqual(["Boss"]);
    expect((await found("employees_without_pay")).map((row) => row.employeeName)).toEqual(["Early"]);
  });
  it("training on the day before hiring and on the day of leaving, not on the first day", async () => {
    expect((await found("training_outside_employment")).map((row) => row.detail)).toEqual([
      "After",
      "Before",
    ]);
  });
  it("who answered a survey after leaving, and nothing of what was said", async () => {
    const rows = await found("survey_answers_outside_employment");
    expect(rows).toMatchObject([{ employeeName: "Gone", detail: "Pulse", day: "2026-03-01" }]);
    expect(JSON.stringify(rows.map((row) => Object.values(row)))).not.toContain("4.00");
  });
});

describe("who sees what", () => {
  it("a sales manager sees the rows of the own units alone, in lists and counts alike", async () => {
    expect((await found("assignments_after_leaving", manager())).length).toBe(0);
    expect((await found("accounts_never_owned", manager())).length).toBe(0);
    expect((await found("assignments_before_hiring", manager())).length).toBe(1);
    expect((await found("training_outside_employment", manager())).map((row) => row.detail)).toEqual([
      "Before",
    ]);
    const { counts } = await countFindings(manager());
    const countOf = (check: CheckName) => counts.find((row) => row.check === check)?.count;
    expect(countOf("assignments_after_leaving")).toBe(0);
    expect(countOf("assignments_before_hiring")).toBe(1);
    expect(countOf("amounts_without_rate")).toBe(2);
    expect((await found("amounts_without_rate", manager())).length).toBe(1);
  });
  it("and is told of no twin out of reach, neither in the list nor by the count", async () => {
    const scope = buildScope("quality.read", { roles: ["sales_manager"], unitIds: [south] });
    expect((await found("accounts_of_same_name", scope)).length).toBe(0);
    const { counts } = await countFindings(scope);
    expect(counts.find((row) => row.check === "accounts_of_same_name")?.count).toBe(0);
  });
  it("and finds no check about pay or answers", async () => {
    const { counts } = await countFindings(manager());
    expect(counts.map((row) => row.check)).not.toContain("employees_without_pay");
    for (const check of ["employees_without_pay", "survey_answers_outside_employment"] as const)
      await expect(listFindings(manager(), check, all)).rejects.toMatchObject({ code: "not_found" });
  });
  it("counts are what the lists hold", async () => {
    const { counts } = await countFindings(hr());
    expect(counts.map((row) => row.check)).toEqual([...checkNames]);
    for (const { check, count } of counts) {
      const rows = await found(check);
      expect(
        rows.reduce((sum, row) => sum + (row.entries ?? 1), 0),
        check,
      ).toBe(count);
    }
  });
  it("leadership and employees have no such page", () => {
    expect(() => buildScope("quality.read", { roles: ["leadership"] })).toThrow();
    expect(() => buildScope("quality.read", { roles: ["employee"] })).toThrow();
  });
});

describe("paging and files", () => {
  it("walks rows of one day one by one", async () => {
    const seen: string[] = [];
    let at: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listFindings>> = await listFindings(
        hr(),
        "accounts_of_same_name",
        {
          ...all,
          size: 1,
          cursor: decodeCursor(at),
        },
      );
      seen.push(...page.rows.map((row) => row.id));
      at = page.next;
    } while (at !== null);
    expect(seen.length).toBe(2);
    expect(new Set(seen).size).toBe(2);
  });
  it("writes what the list shows", async () => {
    const { t } = createI18n("en", en);
    const { lines } = await exportFindings(hr(), "revenue_after_loss", t);
    const rows = [];
    for await (const line of lines) rows.push(line);
    expect(rows).toEqual([
      ["Account", "Product", "Booked on", "Lost on", "Amount", "Currency", "Entries"],
      ["Lost", null, "2026-01-01", "2026-01-01", "200.00", "EUR", 1],
    ]);
  });
});

describe("what the analyses still need", () => {
  it("names what this company has not recorded", async () => {
    const missing = await findMissingData(hr());
    expect(missing).toContain("no_scores");
    expect(missing).not.toContain("no_revenue");
    expect(missing).not.toContain("no_survey");
  });
});
