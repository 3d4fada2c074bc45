import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { en } from "~/i18n/en";
import { formatterFor } from "~/i18n/format";
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
import { accountRiskSorts, readAccountRiskFilters } from "./account-risk-filters";
import { exportAccountRisks, exportLeavingRisks } from "./export-risks.server";
import { listAccountRisks } from "./list-account-risks.server";
import { leavingRiskSorts, listLeavingRisks } from "./list-leaving-risks.server";
import { sumAccountRisks } from "./sum-account-risks.server";

const none = readAccountRiskFilters(new URLSearchParams());
const byLoss = { name: "loss", isDescending: true } as const;
const words = { t: createI18n("en", en).t, format: formatterFor("en") };
let north = "";
const accounts: string[] = [];
let elena = "";

async function scoreAccount(
  accountId: string,
  probability: number,
  marginMinor: number,
  factors: unknown[] = [],
) {
  const db = sql();
  await db`insert into account_risks (account_id, as_of, monthly_hazard, loss_probability_12m, loss_probability_lower,
             loss_probability_upper, margin_12m_minor, expected_loss_minor, factors)
           values (${accountId}, '2026-10-31', ${probability / 12}, ${probability}, ${probability / 2}, ${probability * 1.5},
                   ${marginMinor}, ${Math.round(probability * marginMinor)}, ${db.json(factors as never)})`;
}

const factor = (exposure: string, hazardRatio: number, value = 1) => ({ exposure, value, hazardRatio });

beforeAll(async () => {
  await buildCompany();
  north = await buildUnit({ name: "North" });
  const south = await buildUnit({ name: "South" });
  elena = await buildEmployee({ unitId: north, name: "Elena" });
  const other = await buildEmployee({ unitId: south, name: "Other" });
  for (const [name, owner] of [
    ["Big", elena],
    ["Small", elena],
    ["Same", elena],
    ["Far", other],
  ] as const) {
    const id = await buildAccount({ name });
    await buildAssignment({ accountId: id, employeeId: owner });
    accounts.push(id);
  }
  const lost = await buildAccount({ name: "Lost", churnedOn: "2026-01-01" });
  await buildAssignment({ accountId: lost, employeeId: elena });
  await refreshAllRollups(sql());
  await scoreAccount(accounts[0]!, 0.1, 1_000_000_00, [
    factor("handover_0_5", 1.6),
    factor("engagement", 2.5),
    factor("pay_position", 1.9),
    factor("something_new", 3),
    factor("training", 1.01, 12),
  ]);
  await scoreAccount(accounts[1]!, 0.4, 100_000_00, [factor("training", 1.3, 4)]);
  await scoreAccount(accounts[2]!, 0.4, 100_000_00);
  await scoreAccount(accounts[3]!, 0.9, 500_000_00);
  await scoreAccount(lost, 0.9, 900_000_00);
  const db = sql();
  for (const [id, probability] of [
    [elena, 0.2],
    [other, 0.1],
  ] as const)
    await db`insert into employee_leaving_risks (employee_id, as_of, leave_probability_12m, leave_probability_lower,
               leave_probability_upper, accounts_exposed, revenue_exposed_12m_minor, expected_revenue_loss_minor, factors)
             values (${id}, '2026-10-31', ${probability}, 0.05, 0.4, 3, 500000000, ${probability * 500000000},
                     ${db.json([factor("workload", 1.4, 1.2), factor("values_alignment", 2)] as never)})`;
});

const manager = () => buildScope("risk.accounts", { roles: ["sales_manager"], unitIds: [north] });
const leader = () => buildScope("risk.accounts", { roles: ["leadership"] });
const hr = () => buildScope("risk.people", { roles: ["hr"] });
const first = { filters: none, sort: byLoss, cursor: null, size: 50 };

describe("accounts at risk", () => {
  it("stand by expected loss: 0.9 × 500, 0.1 × 1,000, 0.4 × 100 thousand; what is lost is at risk no more", async () => {
    const { rows } = await listAccountRisks(leader(), first);
    expect(rows.slice(0, 2).map((row) => [row.name, row.expectedLossMinor])).toEqual([
      ["Far", 450_000_00n],
      ["Big", 100_000_00n],
    ]);
    expect(rows.map((row) => row.name)).not.toContain("Lost");
  });

  it("totals that found nothing are read again at once, so that the first run shows whole", async () => {
    const nowhere = { ...none, region: "Lapland" };
    expect(await sumAccountRisks(leader(), nowhere)).toMatchObject({ accounts: 0, asOf: null });
    await sql()`update account_summaries set region = 'Lapland' where account_id = ${accounts[0]!}`;
    expect(await sumAccountRisks(leader(), nowhere)).toMatchObject({ accounts: 1, asOf: "2026-10-31" });
    await sql()`update account_summaries set region = null where account_id = ${accounts[0]!}`;
  });

  it("a sales manager sees those of the own units, in list, totals and file", async () => {
    const { rows } = await listAccountRisks(manager(), first);
    expect(new Set(rows.map((row) => row.name))).toEqual(new Set(["Big", "Small", "Same"]));
    expect(await sumAccountRisks(manager(), none)).toMatchObject({
      accounts: 3,
      expectedLossMinor: 180_000_00n,
      marginMinor: 1_200_000_00n,
    });
    const lines = [];
    for await (const line of exportAccountRisks(manager(), new URLSearchParams(), words)) lines.push(line);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toEqual([
      expect.any(String),
      "Big",
      null,
      "Elena",
      10,
      5,
      15,
      "1000000.00",
      "100000.00",
      "Handed over in the last six months (×1.60)",
    ]);
  });

  it("never name engagement, values or pay, nor what is not known, whatever a run stored", async () => {
    const { rows } = await listAccountRisks(manager(), first);
    expect(rows[0]?.factors.map((each) => each.exposure)).toEqual(["handover_0_5"]);
  });

  it("can be filtered by a factor that matters, by owner and region", async () => {
    const filtered = async (query: string) =>
      (
        await listAccountRisks(leader(), {
          ...first,
          filters: readAccountRiskFilters(new URLSearchParams(query)),
        })
      ).rows.map((row) => row.name);
    expect(await filtered("factor=handover_0_5")).toEqual(["Big"]);
    expect(await filtered("factor=training")).toEqual(["Small"]);
    expect(await filtered("factor=engagement")).toHaveLength(4);
    expect(await filtered(`owner=${elena}`)).toHaveLength(3);
    expect(await filtered("region=Nowhere")).toEqual([]);
  });

  it.each(accountRiskSorts)("walk page by page in the order of %s, there and back", async (name) => {
    const scope = leader();
    const walk = async (isDescending: boolean) => {
      const seen: string[] = [];
      let at: string | null = null;
      let last: Awaited<ReturnType<typeof listAccountRisks>>;
      do {
        last = await listAccountRisks(scope, {
          filters: none,
          sort: { name, isDescending },
          cursor: decodeCursor(at),
          size: 1,
        });
        seen.push(...last.rows.map((row) => row.id));
        at = last.next;
      } while (at !== null);
      return seen;
    };
    const down = await walk(true);
    expect(new Set(down).size).toBe(4);
    expect(await walk(false)).toEqual([...down].reverse());
  });

  it("are nothing to an employee or an administrator", () => {
    for (const role of ["employee", "admin"] as const)
      expect(() => buildScope("risk.accounts", { roles: [role] })).toThrow();
  });
});

describe("people at risk", () => {
  const sort = { name: "loss", isDescending: true } as const;
  it("stand by expected revenue lost, with operational facts alone", async () => {
    const { rows } = await listLeavingRisks(hr(), { sort, cursor: null, size: 50 });
    expect(rows.map((row) => [row.name, row.expectedRevenueLossMinor])).toEqual([
      ["Elena", 1_000_000_00n],
      ["Other", 500_000_00n],
    ]);
    expect(rows[0]?.factors.map((each) => each.exposure)).toEqual(["workload"]);
    const lines = [];
    for await (const line of exportLeavingRisks(hr(), new URLSearchParams(), words)) lines.push(line);
    expect(JSON.stringify(lines)).not.toMatch(/values|alignment/i);
  });

  it.each(leavingRiskSorts)("take the order %s", async (name) => {
    const { rows } = await listLeavingRisks(hr(), {
      sort: { name, isDescending: true },
      cursor: null,
      size: 1,
    });
    expect(rows).toHaveLength(1);
  });

  it("are HR's alone", () => {
    for (const role of ["sales_manager", "leadership", "employee", "admin"] as const)
      expect(() => buildScope("risk.people", { roles: [role], unitIds: [north] })).toThrow();
  });
});
