/** Companies with next to nothing: every list opens, is empty, and says what is missing. */
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";
import { countFindings } from "~/modules/linkage/quality/count-findings.server";
import { findMissingData, neededData } from "~/modules/linkage/quality/find-missing-data.server";
import { listFindings } from "~/modules/linkage/quality/list-findings.server";
import { checkNames } from "~/modules/linkage/quality/quality-check";
import { buildCompany, buildScope } from "../../../../tests/builders/company";
import { loadAccountRisks } from "./load-account-risks.server";
import { loadLeavingRisks } from "./load-leaving-risks.server";

const hr = <C extends Parameters<typeof buildScope>[0]>(capability: C) =>
  buildScope(capability, { roles: ["hr"] });

beforeAll(async () => {
  await buildCompany();
  await refreshAllRollups(sql());
});

describe("a company without a single record", () => {
  it("has nobody at risk, and no analysis to say so", async () => {
    const scopes = {
      risk: hr("risk.accounts"),
      customers: hr("customers.read"),
      drivers: hr("drivers.read"),
    };
    expect(await loadAccountRisks(scopes, new URLSearchParams("factor=training&sort=name"))).toMatchObject({
      rows: [],
      model: null,
      totals: { accounts: 0, expectedLossMinor: "0", asOf: null },
    });
    const people = { risk: hr("risk.people"), drivers: hr("drivers.read") };
    expect(await loadLeavingRisks(people, new URLSearchParams())).toMatchObject({ rows: [], model: null });
  });

  it("has nothing wrong with its data, and everything still to import", async () => {
    const { counts } = await countFindings(hr("quality.read"));
    expect(counts.map(({ count }) => count)).toEqual(checkNames.map(() => 0));
    for (const check of checkNames) {
      const query = { cursor: null, today: "2026-11-21", size: 50 };
      expect((await listFindings(hr("quality.read"), check, query)).rows).toEqual([]);
    }
    expect(await findMissingData(hr("quality.read"))).toEqual([...neededData]);
  });

  it("shows a sales manager without any unit the same", async () => {
    const scope = buildScope("quality.read", { roles: ["sales_manager"] });
    const { counts } = await countFindings(scope);
    expect(counts.every(({ count }) => count === 0)).toBe(true);
    const rows = await listFindings(scope, "amounts_without_rate", {
      cursor: null,
      today: "2026-11-21",
      size: 5,
    });
    expect(rows.rows).toEqual([]);
  });
});
