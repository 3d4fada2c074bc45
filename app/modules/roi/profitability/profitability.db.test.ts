import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
} from "../../../../tests/builders/company";
import { drainAllocation } from "../allocation/drain-allocation.server";
import { readCostMonths } from "../allocation/read-cost-months.server";
import { listAccountProfits } from "./list-account-profits.server";
import { readProfitReport } from "./read-profit-report.server";
import { refreshProfits } from "./refresh-profits.server";

const hr = buildScope("roi.read", { roles: ["hr"] });
const leadership = buildScope("roi.read", { roles: ["leadership"] });
const all = { segment: null, order: "best", limit: null } as const;
const ids: Record<string, string> = {};

/** "Broad" is served by six people in equal parts, "Narrow" by one of them besides. */
beforeAll(async () => {
  await buildCompany({ currency: "EUR", timeZone: "UTC" });
  const unitId = await buildUnit();
  for (const name of ["Broad", "Narrow"]) {
    ids[name] = await buildAccount({ name, acquiredOn: "2024-01-01" });
    await sql()`update accounts set segment = ${name} where id = ${ids[name]!}`;
  }
  const day = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
  for (let i = 0; i < 6; i++) {
    const employeeId = await buildEmployee({ unitId, hiredOn: "2024-01-01" });
    await buildAssignment({ accountId: ids["Broad"]!, employeeId, share: 0.2 });
    if (i === 0) await buildAssignment({ accountId: ids["Narrow"]!, employeeId, share: 0.5, role: "sales" });
    await sql()`insert into cost_entries (id, employee_id, category, amount_minor, currency, incurred_on)
                values (${uuidv7()}, ${employeeId}, 'compensation', ${100_000 + i}, 'EUR', ${day})`;
  }
  await drainAllocation(sql());
  await refreshProfits(sql());
});

describe("who may see what serving an account costs", () => {
  it("HR sees it of every account", async () => {
    const rows = await listAccountProfits(hr, all);
    expect(rows.map((row) => row.costToServeMinor)).not.toContain(null);
  });

  it("leadership sees it where six people serve, and not where it is one person's pay by division", async () => {
    const rows = new Map((await listAccountProfits(leadership, all)).map((row) => [row.name, row]));
    expect(rows.get("Broad")).toMatchObject({ people: 6 });
    expect(rows.get("Broad")!.costToServeMinor).not.toBeNull();
    expect(rows.get("Narrow")).toMatchObject({ costToServeMinor: null, profitMinor: null });
  });

  it("leadership sees no segment that one person serves, nor the one that would give it away", async () => {
    const report = await readProfitReport(leadership);
    const narrow = report!.groups.find((group) => group.key === "Narrow")!;
    expect(narrow).toMatchObject({ costToServeMinor: null, profitMinor: null, curve: null });
    const known = report!.groups.filter((group) => group.costToServeMinor !== null).map((group) => group.key);
    // Total and one of two segments together would be the other.
    expect(known.length).toBeLessThan(2);
    const full = await readProfitReport(hr);
    expect(full!.groups.every((group) => group.costToServeMinor !== null)).toBe(true);
  });

  it("nobody without pay sees the months of a company of fewer than five", async () => {
    expect(await readCostMonths(leadership, 3)).not.toBeNull();
    await sql()`update employees set left_on = '2024-06-01' where id in (select id from employees order by id limit 3)`;
    expect(await readCostMonths(leadership, 3)).toBeNull();
    expect(await readCostMonths(hr, 3)).not.toBeNull();
  });
});
