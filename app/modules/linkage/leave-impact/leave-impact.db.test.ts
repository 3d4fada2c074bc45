import { beforeAll, describe, expect, it } from "vitest";
import { runInSql } from "~/db/run-statement.server";
import { sql } from "~/db/sql.server";
import { todayIn } from "~/kernel/calendar";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
} from "../../../../tests/builders/company";
import { getLeaveImpact } from "./get-leave-impact.server";
import { listAccountsServed } from "./list-accounts-served.server";

const today = todayIn("Europe/Berlin");
let unitId = "";
let elena = "";
let leaver = "";
let unpaid = "";
let big = "";

async function revenue(accountId: string, amountMinor: number) {
  await runInSql(sql(), {
    text: `insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
           values ($1, gen_random_uuid(), current_date - 40, $2, 'EUR')`,
    values: [accountId, amountMinor],
  });
}

beforeAll(async () => {
  await buildCompany();
  unitId = await buildUnit({ name: "North" });
  elena = await buildEmployee({ unitId, name: "Elena", annualSalaryMinor: 62_780_00n });
  const deputy = await buildEmployee({ unitId, name: "Deputy" });
  unpaid = await buildEmployee({ unitId, name: "Unpaid" });
  leaver = await buildEmployee({
    unitId,
    name: "Leaver",
    leftOn: "2026-03-01",
    annualSalaryMinor: 50_000_00n,
  });
  big = await buildAccount({ name: "Big" });
  const small = await buildAccount({ name: "Small" });
  const served = await buildAccount({ name: "Served only" });
  const former = await buildAccount({ name: "Former" });
  const lost = await buildAccount({ name: "Lost", churnedOn: "2025-01-01" });
  await buildAssignment({ accountId: big, employeeId: elena });
  await buildAssignment({ accountId: big, employeeId: deputy, role: "service" });
  await buildAssignment({ accountId: small, employeeId: elena });
  await buildAssignment({ accountId: served, employeeId: elena, role: "support" });
  await buildAssignment({ accountId: lost, employeeId: elena });
  await buildAssignment({ accountId: former, employeeId: elena, endsOn: "2025-06-01", endCause: "planned" });
  await buildAssignment({
    accountId: former,
    employeeId: leaver,
    startsOn: "2025-06-01",
    endsOn: "2026-03-01",
    endCause: "departure",
  });
  await revenue(big, 310_000_00);
  await revenue(small, 40_000_00);
  await revenue(served, 99_000_00);
  await revenue(former, 70_000_00);
  await refreshAllRollups(sql());
});

const hr = () => buildScope("pay.read", { roles: ["hr"] });

describe("leave impact", () => {
  it("310,000 + 40,000 owned are exposed: not what is only served, was handed over, or is lost", async () => {
    const impact = await getLeaveImpact(hr(), elena);
    expect(impact.accounts.map((account) => account.name)).toEqual(["Big", "Small"]);
    expect(impact.exposedMinor).toBe(350_000_00n);
    expect(impact.accounts[0]?.other).toMatchObject({ name: "Deputy", role: "service" });
    expect(impact.withoutOthers).toBe(1);
  });

  it("estimates from 62,780 a year and never adds the revenue to it", async () => {
    const { estimate, pay } = await getLeaveImpact(hr(), elena);
    expect(pay).toEqual({ annualMinor: 62_780_00n, fte: 1 });
    expect(estimate?.parts.vacancy).toBe(10_836_00n);
    expect(estimate?.totalMinor).toBeLessThan(62_780_00n);
  });

  it("for a leaver takes the last day: the accounts owned then, whoever serves them now", async () => {
    const impact = await getLeaveImpact(hr(), leaver);
    expect(impact).toMatchObject({ hasLeft: true, onDay: "2026-02-28" });
    expect(impact.accounts.map((account) => account.name)).toEqual(["Former"]);
  });

  it("does not guess without a salary", async () => {
    expect(await getLeaveImpact(hr(), unpaid)).toMatchObject({ pay: null, estimate: null, accounts: [] });
  });

  it("leaves an audit event, because it rests on pay", async () => {
    await getLeaveImpact(hr(), leaver);
    const events = await sql()`
      select detail from audit_events where action = 'pay.view' and subject_id = ${leaver}`;
    expect(events.at(-1)?.["detail"]).toEqual({ page: "leave-impact" });
  });

  it("uses the company's own cost per hire once three hires have one: 9,000 for 4 hires is 2,250", async () => {
    await sql()`insert into cost_entries (id, org_unit_id, category, amount_minor, currency, incurred_on)
                values (gen_random_uuid(), ${unitId}, 'acquisition', 900000, 'EUR', current_date - 30)`;
    await sql()`update employees set hired_on = ${today}::date - 400 where left_on is null`;
    await buildEmployee({ unitId, hiredOn: today });
    const { ownHires, estimate } = await getLeaveImpact(hr(), elena);
    expect(ownHires).toEqual({ costMinor: 9_000_00n, hires: 4 });
    expect(estimate?.parts.recruiting).toBe(2_250_00n);
  });

  it("is for hr alone, and finds nobody unknown", async () => {
    expect(() => buildScope("pay.read", { roles: ["sales_manager"], unitIds: [unitId] })).toThrow();
    await expect(getLeaveImpact(hr(), "nonsense")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("accounts served", () => {
  it("shows a sales manager only accounts that the own units own", async () => {
    const own = buildScope("customers.read", { roles: ["sales_manager"], unitIds: [unitId] });
    const foreign = buildScope("customers.read", { roles: ["sales_manager"], unitIds: [await buildUnit()] });
    const on = { onDay: today, today };
    expect((await listAccountsServed(own, elena, on)).map((account) => account.name)).toEqual([
      "Big",
      "Small",
    ]);
    expect(await listAccountsServed(foreign, elena, on)).toEqual([]);
  });
});
