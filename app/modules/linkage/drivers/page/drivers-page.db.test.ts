/** What readers with different reach are told of the same stored results, and which rows behind them they see. */
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
} from "../../../../../tests/builders/company";
import { buildEffect, buildRunResults, buildSpecResult } from "../../../../../tests/builders/driver-results";
import { storeFinishedRun } from "../../../../../tests/builders/driver-runs";
import { exposures } from "../exposures";
import { exportDrivers } from "./export-drivers.server";
import { getDriverDetail } from "./get-driver-detail.server";
import { getDriversPage } from "./get-drivers-page.server";
import { listRowsBehind } from "./list-rows-behind.server";
import { rowColumns } from "./row-columns";

let north = "";
let south = "";
const accounts: Record<string, string> = {};
const noFilters = new URLSearchParams();

beforeAll(async () => {
  await buildCompany();
  north = await buildUnit({ name: "North" });
  south = await buildUnit({ name: "South" });
  const ada = await buildEmployee({ unitId: north, hiredOn: "2024-01-01" });
  const ben = await buildEmployee({ unitId: south, hiredOn: "2024-01-01" });
  for (const name of ["mill", "dock", "moved"]) accounts[name] = await buildAccount({ name });
  await buildAssignment({ accountId: accounts["mill"]!, employeeId: ada });
  await buildAssignment({ accountId: accounts["dock"]!, employeeId: ben });
  await buildAssignment({
    accountId: accounts["moved"]!,
    employeeId: ben,
    endsOn: "2025-07-01",
    endCause: "departure",
  });
  await buildAssignment({ accountId: accounts["moved"]!, employeeId: ada, startsOn: "2025-07-01" });
  await sql()`
    insert into satisfaction_responses (account_id, id, kind, score, answered_on)
    select account.id, gen_random_uuid(), 'csat', 4, month + 9
    from unnest(${Object.values(accounts)}::uuid[]) account (id),
         generate_series('2025-01-01'::date, '2025-12-01'::date, interval '1 month') months (start),
         lateral (select months.start::date as month) m`;
  await refreshAllRollups(sql());
  await sql()`update panel_months set owner_training_hours_12m = 30, owner_engagement = 3.2, owner_pay_position = 0.07`;
  const results = [
    ...buildRunResults().map((result) => ({
      ...result,
      effects: result.effects.map((effect) => ("refused" in effect ? effect : { ...effect, n: 1_000 })),
    })),
    buildSpecResult({
      spec: "leaving",
      kind: "leaving",
      outcome: "leaving",
      effects: [buildEffect({ spec: "leaving", outcome: "leaving", exposure: "training" })],
    }),
  ];
  const before = results.map((result) =>
    result.spec === "satisfaction"
      ? { ...result, effects: [buildEffect({ exposure: "training", estimate: 0.021 })] }
      : result,
  );
  await storeFinishedRun(sql(), before, "2026-10-01T01:00:00Z");
  await storeFinishedRun(sql(), results);
});

const hr = () => buildScope("drivers.read", { roles: ["hr"] });
const manager = () => buildScope("drivers.read", { roles: ["sales_manager"], unitIds: [north] });

describe("the drivers page", () => {
  it("tells everybody who may open it the same estimates", async () => {
    const [whole, part] = [await getDriversPage(hr(), noFilters), await getDriversPage(manager(), noFilters)];
    expect(part.forest).toEqual(whole.forest);
    expect(whole.forest.groups.map(({ outcome }) => outcome)).toContain("satisfaction");
  });

  it("is not there for people without the capability", () => {
    for (const role of ["employee", "admin"] as const)
      expect(() => buildScope("drivers.read", { roles: [role] })).toThrowError(/drivers\.read/);
  });

  it("compares with the fit before", async () => {
    const { forest, hasPrevious } = await getDriversPage(hr(), new URLSearchParams("compare=last"));
    const rows = forest.groups.flatMap((group) => group.rows);
    expect(hasPrevious).toBe(true);
    expect(rows.find(({ effect }) => effect.key === "satisfaction.training")?.last?.estimate).toBe(0.021);
  });

  it("names what an import would bring", async () => {
    expect((await getDriversPage(hr(), noFilters)).missing).toEqual(["no_scores"]);
  });

  it("gives one result in full, and nothing for a key that no analysis has", async () => {
    const { detail } = await getDriverDetail(manager(), "satisfaction.training");
    expect(detail.family).toEqual({ name: "drivers", tests: expect.any(Number) });
    expect(detail.naive.map(({ name }) => name)).toEqual(["account_and_month", "pooled"]);
    expect(detail.checks.map(({ name }) => name)).toEqual(["lead"]);
    expect(detail.last?.estimate).toBe(0.021);
    for (const key of ["", "x", "satisfaction", "satisfaction.training.csv"])
      await expect(getDriverDetail(hr(), key)).rejects.toMatchObject({ code: "not_found" });
  });

  it("exports what the filters show", async () => {
    const { t } = createI18n("en", en);
    const { lines } = await exportDrivers(hr(), new URLSearchParams("grade=A"), t, formatterFor("en"));
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => line.length === lines[0]!.length)).toBe(true);
  });
});

describe("rows behind a result", () => {
  const namesOf = (list: Awaited<ReturnType<typeof listRowsBehind>>) => [
    ...new Set(list.rows.map((row) => row.accountName)),
  ];

  it("are the accounts in reach; the others are counted", async () => {
    const part = await listRowsBehind(manager(), "satisfaction.training", null);
    expect(namesOf(part).sort()).toEqual(["mill", "moved"]);
    expect(part.inScope).toBe(24);
    expect([part.used, part.outOfScope]).toEqual([1_000, 976]);
    const whole = await listRowsBehind(hr(), "satisfaction.training", null);
    expect(namesOf(whole).sort()).toEqual(["dock", "mill", "moved"]);
    expect(whole.inScope).toBeNull();
  });

  it("keep facts of a person out of reach to themselves, also in an account that came into reach later", async () => {
    const { rows } = await listRowsBehind(manager(), "satisfaction.training", null);
    const moved = rows.filter((row) => row.accountName === "moved");
    const byOther = moved.filter((row) => row.month < "2025-07-01");
    expect(byOther.map((row) => row.value)).toEqual(Array.from({ length: 6 }, () => null));
    expect(byOther.every((row) => row.isForeignOwner)).toBe(true);
    expect(moved.filter((row) => row.month >= "2025-07-01").every((row) => row.value === 30)).toBe(true);
    const whole = await listRowsBehind(hr(), "satisfaction.training", null);
    expect(whole.rows.every((row) => row.value === 30 && !row.isForeignOwner)).toBe(true);
  });

  it("never hold what surveys or pay say, whoever looks", async () => {
    const sensitive = Object.entries(exposures).filter(([, exposure]) => exposure.isSensitive);
    expect(sensitive.length).toBeGreaterThan(2);
    expect(sensitive.filter(([name]) => name in rowColumns)).toEqual([]);
    for (const key of ["satisfaction.engagement", "satisfaction_between_people.pay_position"]) {
      const list = await listRowsBehind(hr(), key, null);
      expect(list.isSensitive).toBe(true);
      expect(list.rows.length).toBeGreaterThan(0);
      expect(list.rows.every((row) => row.value === null)).toBe(true);
      expect(JSON.stringify(list.rows)).not.toMatch(/3\.2|0\.07/);
    }
  });

  it("are shown to nobody where they are people", async () => {
    const list = await listRowsBehind(hr(), "leaving.training", null);
    expect([list.isOfPeople, list.rows]).toEqual([true, []]);
  });

  it("of a study of handovers are those after one", async () => {
    const { rows } = await listRowsBehind(hr(), "handovers.departure_handover_0_2", null);
    expect(rows.map((row) => [row.accountName, row.month])).toEqual([
      ["moved", "2025-07-01"],
      ["moved", "2025-08-01"],
      ["moved", "2025-09-01"],
    ]);
    const southern = buildScope("drivers.read", { roles: ["sales_manager"], unitIds: [south] });
    const part = await listRowsBehind(southern, "handovers.departure_handover_0_2", null);
    expect([part.rows, part.outOfScope]).toEqual([[], 3]);
  });

  it("are walked by key, forwards and back, and survive a broken cursor", async () => {
    await sql()`
      insert into satisfaction_responses (account_id, id, kind, score, answered_on)
      select ${accounts["mill"]!}, gen_random_uuid(), 'csat', 4, (start + interval '9 days')::date
      from generate_series('2023-01-01'::date, '2024-12-01'::date, interval '1 month') start`;
    await refreshAllRollups(sql());
    const first = await listRowsBehind(hr(), "churn.training", null);
    expect(first.rows).toHaveLength(50);
    const second = await listRowsBehind(hr(), "churn.training", decodeCursor(first.next));
    const back = await listRowsBehind(hr(), "churn.training", decodeCursor(second.previous));
    expect(back.rows).toEqual(first.rows);
    const keys = [...first.rows, ...second.rows].map((row) => `${row.accountId} ${row.month}`);
    expect(new Set(keys).size).toBe(keys.length);
    const broken = { direction: "after", value: "2025-02-31", id: accounts["mill"]! } as const;
    expect((await listRowsBehind(hr(), "churn.training", broken)).rows).toEqual(first.rows);
  });
});
