import { beforeAll, describe, expect, it } from "vitest";
import { runInSql } from "~/db/run-statement.server";
import { sql } from "~/db/sql.server";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
  companyDay,
  daysAgo,
} from "../../../../tests/builders/company";
import { buildEffect, buildSpecResult } from "../../../../tests/builders/driver-results";
import { getLeaveImpact } from "./get-leave-impact.server";
import { listAccountsServed } from "./list-accounts-served.server";
import { toShownImpact } from "./ui/shown-impact";

const today = companyDay();
let unitId = "";
let elena = "";
let leaver = "";
let unpaid = "";
let big = "";

async function revenue(accountId: string, amountMinor: number) {
  await runInSql(sql(), {
    text: `insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
           values ($1, gen_random_uuid(), $3, $2, 'EUR')`,
    values: [accountId, amountMinor, daysAgo(40)],
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

const hr = () =>
  [buildScope("leaving.impact", { roles: ["hr"] }), buildScope("pay.read", { roles: ["hr"] })] as const;
const manager = (unitIds = [unitId]) => buildScope("leaving.impact", { roles: ["sales_manager"], unitIds });

describe("leave impact", () => {
  it("310,000 + 40,000 owned are exposed: not what is only served, was handed over, or is lost", async () => {
    const impact = await getLeaveImpact(...hr(), elena);
    expect(impact.accounts.map((account) => account.name)).toEqual(["Big", "Small"]);
    expect(impact.exposedMinor).toBe(350_000_00n);
    expect(impact.accounts[0]?.other).toMatchObject({ name: "Deputy", role: "service" });
    expect(impact.withoutOthers).toBe(1);
  });

  it("estimates from 62,780 a year and never adds the revenue to it", async () => {
    const { replacement } = await getLeaveImpact(...hr(), elena);
    const estimate = replacement?.estimate;
    expect(replacement?.pay).toEqual({ annualMinor: 62_780_00n, fte: 1 });
    expect(estimate?.parts.vacancy).toBe(10_836_00n);
    expect(estimate?.totalMinor).toBeLessThan(62_780_00n);
  });

  it("for a leaver takes the last day: the accounts owned then, whoever serves them now", async () => {
    const impact = await getLeaveImpact(...hr(), leaver);
    expect(impact).toMatchObject({ hasLeft: true, onDay: "2026-02-28" });
    expect(impact.accounts.map((account) => account.name)).toEqual(["Former"]);
  });

  it("does not guess without a salary", async () => {
    expect(await getLeaveImpact(...hr(), unpaid)).toMatchObject({
      replacement: { pay: null, estimate: null },
      accounts: [],
    });
  });

  it("leaves an audit event, because it rests on pay", async () => {
    await getLeaveImpact(...hr(), leaver);
    const events = await sql()`
      select detail from audit_events where action = 'pay.view' and subject_id = ${leaver}`;
    expect(events.at(-1)?.["detail"]).toEqual({ page: "leave-impact" });
  });

  it("uses the company's own cost per hire once three hires have one: 9,000 for 4 hires is 2,250", async () => {
    await sql()`insert into cost_entries (id, org_unit_id, category, amount_minor, currency, incurred_on)
                values (gen_random_uuid(), ${unitId}, 'acquisition', 900000, 'EUR', ${daysAgo(30)})`;
    await sql()`update employees set hired_on = ${today}::date - 400 where left_on is null`;
    await buildEmployee({ unitId, hiredOn: today });
    const { replacement } = await getLeaveImpact(...hr(), elena);
    const { ownHires, estimate } = replacement ?? {};
    expect(ownHires).toEqual({ costMinor: 9_000_00n, hires: 4 });
    expect(estimate?.parts.recruiting).toBe(2_250_00n);
  });

  it("shows their manager accounts and effect without a figure of pay, and leaves no trace of one", async () => {
    const before = await sql()`select count(*)::int as n from audit_events where action = 'pay.view'`;
    const impact = await getLeaveImpact(manager(), null, elena);
    expect(impact).toMatchObject({ replacement: null, exposedMinor: 350_000_00n });
    expect(impact.accounts.map((account) => account.name)).toEqual(["Big", "Small"]);
    expect(JSON.stringify(toShownImpact(impact))).not.toMatch(/6278000|"estimate":\{/);
    expect(await sql()`select count(*)::int as n from audit_events where action = 'pay.view'`).toEqual(
      before,
    );
  });

  it("is for hr and the manager of the unit alone, and finds nobody unknown", async () => {
    for (const role of ["leadership", "employee", "admin"] as const)
      expect(() => buildScope("leaving.impact", { roles: [role], employeeId: elena })).toThrow();
    const foreign = manager([await buildUnit()]);
    await expect(getLeaveImpact(foreign, null, elena)).rejects.toMatchObject({ code: "not_found" });
    await expect(getLeaveImpact(...hr(), "nonsense")).rejects.toMatchObject({ code: "not_found" });
  });

  it("says in words that nothing is measurable before the analyses were computed", async () => {
    const { effect } = await getLeaveImpact(...hr(), elena);
    expect(effect).toEqual({ isMeasured: false, reason: "not_computed" });
  });

  it("applies what departures did: −8 % for 3 months and −16 % for 9 of 350,000 a year is −49,000", async () => {
    const [run] = await sql()`
      insert into driver_runs (id, status, as_of, data_stamp, code_version, progress, finished_at)
      values (gen_random_uuid(), 'finished', ${today}, 'x', 'x', 1, now()) returning id`;
    const result = buildSpecResult({
      spec: "handovers",
      kind: "event_study",
      outcome: null,
      effects: [
        buildEffect({
          spec: "handovers",
          outcome: "revenue",
          exposure: "departure_handover_0_2",
          estimate: -8,
        }),
        buildEffect({
          spec: "handovers",
          outcome: "revenue",
          exposure: "departure_handover_3_11",
          estimate: -16,
        }),
      ],
    });
    const db = sql();
    await db`insert into driver_results (run_id, spec, result, computed_at)
             values (${run?.["id"]}, 'handovers', ${db.json(result as never)}, now())`;
    const { effect } = await getLeaveImpact(manager(), null, elena);
    expect(effect.isMeasured && effect.horizons[0]?.revenueMinor.estimate).toBeCloseTo(-49_000_00, 0);
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
