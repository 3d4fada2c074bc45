import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { todayIn } from "~/kernel/calendar";
import { buildCompany, buildEmployee, buildScope, buildUnit } from "../../../../tests/builders/company";
import { isPayDominated } from "./is-pay-dominated.server";

const today = todayIn("Europe/Berlin");
beforeAll(() => buildCompany());

describe("the company's people cost", () => {
  const ask = () => isPayDominated(buildScope("home.leadership", { roles: ["leadership"] }), today, "EUR");
  it("is hidden while one of six earns 81 of 100, and shown once pay is spread", async () => {
    const unitId = await buildUnit();
    const rich = await buildEmployee({ unitId, annualSalaryMinor: 81n });
    for (const pay of [4n, 4n, 4n, 4n, 3n]) await buildEmployee({ unitId, annualSalaryMinor: pay });
    expect(await ask()).toBe(true);
    await sql()`update employment_spells set annual_salary_minor = 6 where employee_id = ${rich}`;
    expect(await ask()).toBe(false);
  });
});
