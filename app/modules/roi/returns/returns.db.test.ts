import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { addMonths, monthOf, todayIn } from "~/kernel/calendar";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
} from "../../../../tests/builders/company";
import { deleteScenario, recomputeScenario } from "../scenarios/change-scenario.server";
import { getScenario } from "../scenarios/get-scenario.server";
import { listScenarios } from "../scenarios/list-scenarios.server";
import { saveScenario } from "../scenarios/save-scenario.server";
import { getReturnFigure } from "./get-return-figure.server";
import { getReturnReport, refreshReturnReport } from "./get-return-report.server";
import { getReturnRules } from "./get-return-rules.server";
import { saveReturnRules } from "./save-return-rules.server";

const today = todayIn("Europe/Berlin");
const lastMonth = addMonths(monthOf(today), -1);
const hr = () => buildScope("roi.read", { roles: ["hr"] });
const leader = () => buildScope("roi.read", { roles: ["leadership"] });
const leaderWrites = () => buildScope("scenarios.write", { roles: ["leadership"] });

async function cost(parts: {
  employeeId?: string;
  unitId?: string;
  category: string;
  kind: string;
  minor: number;
  currency?: string;
  on?: string;
}) {
  await sql()`
    insert into cost_entries (id, employee_id, org_unit_id, category, kind, amount_minor, currency, incurred_on)
    values (gen_random_uuid(), ${parts.employeeId ?? null}, ${parts.unitId ?? null}, ${parts.category}::cost_category, ${parts.kind},
            ${parts.minor}, ${parts.currency ?? "EUR"}, ${parts.on ?? lastMonth})`;
}

let unitId = "";
let owner = "";
let other = "";

beforeAll(async () => {
  await buildCompany();
  unitId = await buildUnit({ name: "Sales" });
  const backOffice = await buildUnit({ name: "Back office" });
  owner = await buildEmployee({ unitId, name: "Owner", annualSalaryMinor: 60_000_00n });
  other = await buildEmployee({ unitId: backOffice, name: "Other" });
  const account = await buildAccount();
  await buildAssignment({ accountId: account, employeeId: owner });
  await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, cost_of_goods_minor, currency)
              values (${account}, gen_random_uuid(), ${lastMonth}, 1000000, 600000, 'EUR')`;
  await cost({ employeeId: owner, category: "training", kind: "course", minor: 1_200_00 });
  await cost({ employeeId: other, category: "training", kind: "course", minor: 300_00 });
  await cost({ employeeId: owner, category: "retention", kind: "stay bonus", minor: 2_000_00 });
  await cost({ unitId, category: "acquisition", kind: "adverts", minor: 500_00 });
  await cost({ unitId, category: "acquisition", kind: "agency", minor: 700_00, currency: "GBP" });
  await cost({
    employeeId: owner,
    category: "training",
    kind: "too early",
    minor: 9_999_00,
    on: addMonths(lastMonth, -12),
  });
  await cost({
    employeeId: owner,
    category: "training",
    kind: "this month",
    minor: 9_999_00,
    on: monthOf(today),
  });
  await refreshAllRollups(sql());
});

describe("the report of a company small enough to add up", () => {
  it("training of account managers 1,200, retention 2,000, hiring 500: 3,700 in all; 300 trained people without accounts", async () => {
    const { report } = await refreshReturnReport(leader());
    const costs = Object.fromEntries(report.result.programmes.map(({ key, cost: own }) => [key, own.base]));
    expect(costs).toEqual({
      training: 1_200_00,
      retention: 2_000_00,
      hiring: 500_00,
      crm: 0,
      service: 0,
      handover: 0,
    });
    expect(report.result.total.cost.base).toBe(3_700_00);
    const outside = report.costGroups.filter(({ placement }) => placement === "outside");
    expect(outside.map(({ amountMinor }) => amountMinor)).toEqual([300_00]);
  });

  it("nothing is measurable: the net is what was spent, and each programme says why", async () => {
    const { report } = await getReturnReport(leader());
    expect(report.result.total).toMatchObject({
      isMeasured: false,
      net: { base: -3_700_00 },
      gainProbability: 0,
    });
    const gaps = Object.fromEntries(report.programmes.map(({ model, gaps: own }) => [model.key, own]));
    expect(gaps).toMatchObject({ training: ["one_account"], retention: ["no_pay"], crm: ["no_cost"] });
  });

  it("an amount in a currency without a rate is left out and named: 700 GBP", async () => {
    const { report } = await getReturnReport(leader());
    const agency = report.costGroups.find(({ kind }) => kind === "agency");
    expect(agency).toMatchObject({ amountMinor: 0, withoutRate: 1, currenciesWithoutRate: ["GBP"] });
  });

  it("the rows behind a cost are its sum, to the cent; the reader leaves an audit event", async () => {
    const { rows, result } = await getReturnFigure(hr(), { programme: "all", figure: "cost", at: null });
    const sum = rows!.rows.reduce((all, row) => all + BigInt(row.amountMinor ?? 0), 0n);
    expect(sum).toBe(BigInt(result.cost.base));
    const events =
      await sql()`select 1 from audit_events where action = 'pay.view' and subject_type = 'return'`;
    expect(events.length).toBe(1);
  });

  it("leadership sees neither single rows nor what fewer than five people cost", async () => {
    const { rows, groups } = await getReturnFigure(leader(), {
      programme: "retention",
      figure: "cost",
      at: null,
    });
    expect(rows).toBeNull();
    expect(groups.map(({ amountMinor }) => amountMinor)).toEqual([null]);
  });

  it("names nobody has are not found, and whoever may not see returns has no scope", async () => {
    for (const [programme, figure] of [
      ["nonsense", "cost"],
      ["training", "nonsense"],
    ] as const)
      await expect(getReturnFigure(hr(), { programme, figure, at: null })).rejects.toMatchObject({
        code: "not_found",
      });
    expect(() => buildScope("roi.read", { roles: ["sales_manager"] })).toThrow();
    expect(() => buildScope("roi.read", { roles: ["admin"] })).toThrow();
  });
});

describe("the rules of what counts where", () => {
  it("are a new version in the audit trail; the report follows: 500 from hiring to CRM", async () => {
    const id = "entry|acquisition|adverts|owner";
    const rules = { placements: { [id]: "crm" as const } };
    expect(await saveReturnRules(leaderWrites(), { rules, note: "a system", basedOn: 0 })).toBe(1);
    expect(await getReturnRules(leader())).toEqual({ version: 1, rules });
    const { report } = await refreshReturnReport(leader());
    const costs = Object.fromEntries(report.result.programmes.map(({ key, cost: own }) => [key, own.base]));
    expect(costs).toMatchObject({ hiring: 0, crm: 500_00 });
    const [event] = await sql()`select detail from audit_events where action = 'return_rules.publish'`;
    expect(event!["detail"]).toMatchObject({
      note: "a system",
      changed: [{ group: id, from: null, to: "crm" }],
    });
  });

  it("published on top of a version that is no longer the last are refused", async () => {
    await expect(
      saveReturnRules(leaderWrites(), { rules: { placements: {} }, note: null, basedOn: 0 }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("scenarios", () => {
  it("are saved, found by their link, marked when the data move on, computed anew, and deleted", async () => {
    const id = await saveScenario(leaderWrites(), { name: "More training", values: { training_hours: 39 } });
    expect(await getScenario(hr(), id)).toMatchObject({ name: "More training", isBehind: false });
    await cost({ unitId, category: "retention", kind: "event", minor: 100_00 });
    await sql()`insert into rollup_queue (kind, key) values ('unit', ${unitId}) on conflict do nothing`;
    await refreshAllRollups(sql());
    await refreshReturnReport(leader());
    expect((await getScenario(leader(), id)).isBehind).toBe(true);
    await recomputeScenario(leaderWrites(), id);
    expect((await getScenario(leader(), id)).isBehind).toBe(false);
    await deleteScenario(leaderWrites(), id);
    await expect(getScenario(leader(), id)).rejects.toMatchObject({ code: "not_found" });
    expect(await listScenarios(leader())).toEqual([]);
    const actions =
      await sql()`select action from audit_events where subject_id = ${id} order by occurred_at`;
    expect(actions.map(({ action }) => String(action))).toEqual([
      "scenario.save",
      "scenario.recompute",
      "scenario.delete",
    ]);
  });

  it("are found by no malformed or unknown link, and written by nobody without the right", async () => {
    for (const id of ["x", "0190f000-0000-7000-8000-000000000000"])
      await expect(getScenario(hr(), id)).rejects.toMatchObject({ code: "not_found" });
    expect(() => buildScope("scenarios.write", { roles: ["sales_manager"] })).toThrow();
    expect(() => buildScope("scenarios.write", { roles: ["employee"] })).toThrow();
  });
});
