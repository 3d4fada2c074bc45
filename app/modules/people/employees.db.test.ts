import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { buildCompany, buildEmployee, buildScope, buildUnit, daysAgo } from "../../../tests/builders/company";
import { summariseEmployees } from "../../../tests/builders/summaries";
import { readEmployeeQuery } from "./employee-query";
import { exportEmployees } from "./export-employees.server";
import { getEmployee } from "./get-employee.server";
import { getEmployeeCosts } from "./get-employee-costs.server";
import { findEmployeeSummary } from "./get-employee-summary.server";
import { listEmployees } from "./list-employees.server";
import { listFilterChoices } from "./list-filter-choices.server";
import { lookupEmployees } from "./lookup-employees.server";

const ids: Record<string, string> = {};
const query = (text = "") => readEmployeeQuery(new URLSearchParams(text));

beforeAll(async () => {
  await buildCompany();
  ids["sales"] = await buildUnit({ name: "Sales" });
  ids["north"] = await buildUnit({ name: "North", parentId: ids["sales"] });
  ids["service"] = await buildUnit({ name: "Service" });
  const inNorth = { unitId: ids["north"] };
  ids["elena"] = await buildEmployee({
    ...inNorth,
    name: "Elena Nováková",
    number: "E-0137",
    annualSalaryMinor: 60_000_00n,
  });
  ids["chen"] = await buildEmployee({ ...inNorth, name: "陈晓明", jobTitle: "客户经理" });
  ids["left"] = await buildEmployee({ ...inNorth, name: "Paul Gone", leftOn: "2025-01-01" });
  ids["percent"] = await buildEmployee({ unitId: ids["sales"], name: "100% Sure" });
  ids["service1"] = await buildEmployee({
    unitId: ids["service"],
    name: "Sam Service",
    annualSalaryMinor: 50_000_00n,
  });
  await summariseEmployees(Object.values(ids));
  await sql()`update employee_summaries set training_hours_12m = length(name)`;
});

const hr = () => buildScope("people.read", { roles: ["hr"] });
const manager = () =>
  buildScope("people.read", { roles: ["sales_manager"], unitIds: [ids["sales"]!, ids["north"]!] });
const self = (name: string) =>
  buildScope("people.read", { roles: ["employee"], employeeId: ids[name] ?? null });
const names = (list: { rows: readonly { name: string }[] }) => list.rows.map((row) => row.name);

describe("employees list", () => {
  it("shows hr those present in the whole company, and leavers when asked", async () => {
    expect(names(await listEmployees(hr(), query()))).toEqual([
      "100% Sure",
      "Elena Nováková",
      "Sam Service",
      "陈晓明",
    ]);
    expect(names(await listEmployees(hr(), query("status=left")))).toEqual(["Paul Gone"]);
    expect((await listEmployees(hr(), query("status=all"))).total).toBe(5);
  });

  it("shows a sales manager the own subtree, an employee the own row, whatever the filter asks", async () => {
    expect(names(await listEmployees(manager(), query()))).not.toContain("Sam Service");
    expect((await listEmployees(manager(), query(`unit=${ids["service"]}`))).rows).toEqual([]);
    expect(names(await listEmployees(self("chen"), query("status=all")))).toEqual(["陈晓明"]);
    expect((await listEmployees(self("chen"), query("q=Elena"))).rows).toEqual([]);
  });

  it("finds by name without accents, by number, and by two Chinese characters, leavers included", async () => {
    expect(names(await listEmployees(hr(), query("q=novakova")))).toEqual(["Elena Nováková"]);
    expect(names(await listEmployees(hr(), query("q=e-0137")))).toEqual(["Elena Nováková"]);
    expect(names(await listEmployees(hr(), query("q=晓明")))).toEqual(["陈晓明"]);
    expect(names(await listEmployees(hr(), query("q=陈明")))).toEqual([]);
    expect(names(await listEmployees(hr(), query("q=gone paul")))).toEqual(["Paul Gone"]);
  });

  it("takes % and _ as they are typed", async () => {
    expect(names(await listEmployees(hr(), query("q=%25")))).toEqual(["100% Sure"]);
    expect(names(await listEmployees(hr(), query("q=a_l")))).toEqual([]);
  });

  it("narrows to a unit with everything below it and to a job", async () => {
    expect((await listEmployees(hr(), query(`unit=${ids["sales"]}`))).total).toBe(3);
    expect(names(await listEmployees(hr(), query("job=客户经理")))).toEqual(["陈晓明"]);
  });

  it("ignores an attempt to sort or filter by pay, and holds no pay", async () => {
    const plain = await listEmployees(hr(), query());
    for (const attempt of [
      "sort=salary",
      "sort=-annual_salary_minor",
      "salary=60000",
      "sort=s.annual_salary_minor",
    ]) {
      expect(await listEmployees(hr(), query(attempt))).toEqual(plain);
    }
    expect(JSON.stringify(plain)).not.toMatch(/salary|6000000|5000000/i);
  });

  it.each([
    "name",
    "job",
    "unit",
    "tenure",
    "training",
    "accounts",
    "workload",
    "revenue",
    "csat",
    "lost",
  ])("walks all pages by %s in both directions without loss", async (sort) => {
    for (const direction of ["", "-"]) {
      const seen: string[] = [];
      let at: string | null = "";
      while (at !== null) {
        const page = await listEmployees(hr(), query(`status=all&sort=${direction}${sort}&at=${at}`), 2);
        seen.push(...page.rows.map((row) => row.id));
        at = page.next;
      }
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
    }
  });

  it("offers only the units in scope as filters", async () => {
    const { units } = await listFilterChoices(manager());
    expect(units.map(({ name, depth }) => [name, depth])).toEqual([
      ["Sales", 0],
      ["North", 1],
    ]);
    expect((await listFilterChoices(self("chen"))).units).toEqual([]);
  });

  it("exports exactly what the list shows, in its order", async () => {
    const text = "sort=-training&q=e";
    const list = await listEmployees(manager(), query(text));
    const file = await exportEmployees(manager(), query(text));
    expect(file.rows.map((row) => row["name"])).toEqual(names(list));
  });
});

describe("lookup", () => {
  it("finds people in scope only and leaves leavers out where those present are asked for", async () => {
    expect((await lookupEmployees(manager(), "sam", { onlyPresent: false })).length).toBe(0);
    expect((await lookupEmployees(hr(), "paul", { onlyPresent: true })).length).toBe(0);
    expect(await lookupEmployees(hr(), "晓明", { onlyPresent: true })).toMatchObject([
      { name: "陈晓明", detail: "客户经理, North" },
    ]);
  });
});

describe("employee page", () => {
  it("gives hr what the ledger keeps and others the operational facts", async () => {
    expect((await getEmployee(hr(), ids["left"]!)).kept).not.toBeNull();
    const seen = await getEmployee(manager(), ids["left"]!);
    expect(seen).toMatchObject({ name: "Paul Gone", status: "left", kept: null });
    expect(JSON.stringify(seen)).not.toMatch(/salary|regretted/i);
  });

  it.each(["nonsense", "00000000-0000-7000-8000-000000000000", "%00"])("does not find %s", async (id) => {
    await expect(getEmployee(hr(), id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("does not find whom the scope does not reach", async () => {
    await expect(getEmployee(manager(), ids["service1"]!)).rejects.toMatchObject({ code: "not_found" });
    await expect(getEmployee(self("chen"), ids["elena"]!)).rejects.toMatchObject({ code: "not_found" });
    await expect(findEmployeeSummary(self("chen"), ids["elena"]!)).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await getEmployee(self("chen"), ids["chen"]!)).name).toBe("陈晓明");
  });
});

describe("costs", () => {
  const all = { category: null, isWholeLedger: true };

  it("belong to hr alone: no other role can even make the scope", () => {
    for (const role of ["sales_manager", "leadership", "employee", "admin"] as const) {
      expect(() =>
        buildScope("pay.read", { roles: [role], unitIds: [ids["north"]!], employeeId: ids["elena"]! }),
      ).toThrow();
    }
  });

  it("add up to their lines, contract pay standing in for months without compensation", async () => {
    const scope = buildScope("pay.read", { roles: ["hr"] });
    await sql()`
      insert into cost_entries (id, employee_id, category, kind, amount_minor, currency, incurred_on) values
        (gen_random_uuid(), ${ids["elena"]!}, 'training', null, 50000, 'EUR', ${daysAgo(40)}),
        (gen_random_uuid(), ${ids["elena"]!}, 'training', 'credit', -20000, 'EUR', ${daysAgo(20)})`;
    const costs = await getEmployeeCosts(scope, ids["elena"]!, { category: null, isWholeLedger: false });
    const sum = costs.lines.reduce((total, line) => total + (line.reportingMinor ?? 0n), 0n);
    expect(costs.totals.periodMinor).toBe(sum);
    expect(costs.totals.categories.find(({ category }) => category === "training")?.periodMinor).toBe(30000n);
    expect(costs.lines.some((line) => line.source === "contract")).toBe(true);
  });

  it("leave an audit event when they are opened", async () => {
    const scope = buildScope("pay.read", { roles: ["hr"] });
    await getEmployeeCosts(scope, ids["service1"]!, all);
    const events = await sql()`
      select actor_name from audit_events where action = 'pay.view' and subject_id = ${ids["service1"]!}`;
    expect(events).toHaveLength(1);
  });
});
