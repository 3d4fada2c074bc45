import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { buildCompany, buildEmployee, buildScope, buildUnit } from "../../../tests/builders/company";
import { addCost } from "./add-cost.server";
import { changeSpell } from "./change-spell.server";
import { costForm } from "./cost-entry";
import { createEmployee } from "./create-employee.server";
import { departureForm } from "./departure";
import { employeeForm, newEmployeeForm } from "./employee";
import { spellForm } from "./employment-spell";
import { getContract } from "./get-contract.server";
import { recordDeparture } from "./record-departure.server";
import { recordTraining } from "./record-training.server";
import { reinstateEmployee } from "./reinstate-employee.server";
import { trainingForm } from "./training-record";
import { updateEmployee } from "./update-employee.server";

let unitId = "";
let unitCode = "";

beforeAll(async () => {
  await buildCompany();
  unitId = await buildUnit({ name: "North" });
  const [unit] = await sql()<{ code: string }[]>`select code from org_units where id = ${unitId}`;
  unitCode = unit!.code;
});

const hr = () => buildScope("people.write", { roles: ["hr"] });
const payHr = () => buildScope("pay.write", { roles: ["hr"] });
const newEmployee = (fields: Record<string, string> = {}) =>
  newEmployeeForm.parse({
    employeeNumber: `N-${uuidv7().slice(-8)}`,
    name: "New Person",
    hiredOn: "2024-03-01",
    unitCode,
    annualSalary: "50000.50",
    currency: "eur",
    ...fields,
  });
const spellsOf = (id: string) =>
  sql()`select starts_on, ends_on, job_title, fte::float, annual_salary_minor::text as salary
        from employment_spells where employee_id = ${id} order by starts_on`;
const eventsOf = (id: string) =>
  sql()`select action, detail from audit_events where subject_id = ${id} order by id`;
const refused = (fields: object) => ({ code: "invalid", detail: { fields } });

describe("who may write", () => {
  it("is hr alone", () => {
    for (const role of ["sales_manager", "leadership", "employee", "admin"] as const) {
      expect(() => buildScope("people.write", { roles: [role], unitIds: [unitId] })).toThrow();
    }
  });

  it.each(["nonsense", "00000000-0000-7000-8000-000000000000"])("does not find %s", async (id) => {
    await expect(reinstateEmployee(hr(), id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a new employee", () => {
  it("comes with the first spell, one audit event and a place in the rollup queue", async () => {
    const id = await createEmployee(hr(), newEmployee({ fte: "0.8", jobTitle: "Dispatcher" }));
    expect(await spellsOf(id)).toEqual([
      { startsOn: "2024-03-01", endsOn: null, jobTitle: "Dispatcher", fte: 0.8, salary: "5000050" },
    ]);
    expect(await eventsOf(id)).toMatchObject([{ action: "employee.create" }]);
    expect((await sql()`select 1 from rollup_queue where key = ${id}`).count).toBe(1);
  });

  it("is refused beside the field: number taken, unit and manager unknown, own manager", async () => {
    await buildEmployee({ unitId, number: "TAKEN" });
    const attempt = (fields: Record<string, string>) => createEmployee(hr(), newEmployee(fields));
    await expect(attempt({ employeeNumber: "TAKEN" })).rejects.toMatchObject(
      refused({ employeeNumber: { key: "taken" } }),
    );
    await expect(attempt({ unitCode: "NOPE" })).rejects.toMatchObject(
      refused({ unitCode: { key: "unknownUnit", params: { code: "NOPE" } } }),
    );
    await expect(attempt({ managerNumber: "NOPE" })).rejects.toMatchObject(
      refused({ managerNumber: { key: "unknownEmployee", params: { number: "NOPE" } } }),
    );
    await expect(attempt({ employeeNumber: "SELF", managerNumber: "SELF" })).rejects.toMatchObject(
      refused({ managerNumber: { key: "ownManager" } }),
    );
    expect((await sql()`select 1 from employees where employee_number = 'SELF'`).count).toBe(0);
  });
});

describe("the form's own rules", () => {
  it.each([
    [{ hiredOn: "2025-02-29" }, "hiredOn", "date"],
    [{ fte: "3" }, "fte", 'range:{"min":0.001,"max":2}'],
    [{ annualSalary: "-1" }, "annualSalary", "notNegative"],
    [{ annualSalary: "12.345" }, "annualSalary", "money"],
    [{ currency: "XXQ" }, "currency", "currency"],
    [{ name: "" }, "name", "required"],
    [{ email: "nobody" }, "email", "email"],
  ])("%j is refused at %s", (fields, field, message) => {
    const parsed = newEmployeeForm.safeParse({
      employeeNumber: "1",
      name: "A",
      hiredOn: "2024-01-01",
      unitCode,
      annualSalary: "1",
      currency: "EUR",
      ...fields,
    });
    expect(parsed.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
      [field, message],
    ]);
  });
});

describe("a correction of the person's facts", () => {
  it("moves the first spell with the day of joining", async () => {
    const id = await buildEmployee({ unitId, number: "C-1" });
    const input = employeeForm.parse({ employeeNumber: "C-1", name: "Corrected", hiredOn: "2023-11-15" });
    await updateEmployee(hr(), id, input);
    expect((await spellsOf(id))[0]).toMatchObject({ startsOn: "2023-11-15" });
    expect((await eventsOf(id))[0]?.["detail"]).toMatchObject({
      before: { hiredOn: "2024-01-01" },
      after: { name: "Corrected" },
    });
  });

  it("may not put joining after leaving", async () => {
    const id = await buildEmployee({ unitId, number: "C-2", leftOn: "2025-01-01" });
    const input = employeeForm.parse({ employeeNumber: "C-2", name: "X", hiredOn: "2025-01-01" });
    await expect(updateEmployee(hr(), id, input)).rejects.toMatchObject(
      refused({ hiredOn: { key: "notBeforeLeaving", params: { date: "2025-01-01" } } }),
    );
  });
});

describe("a change of the contract", () => {
  const change = (startsOn: string, fields: Record<string, string> = {}) =>
    spellForm.parse({ startsOn, unitCode, jobTitle: "Key account manager", ...fields });

  it("ends the present spell and begins the next in one transaction", async () => {
    const id = await buildEmployee({ unitId });
    await changeSpell(hr(), id, change("2025-06-01", { annualSalary: "70000", currency: "EUR" }));
    expect(await spellsOf(id)).toMatchObject([
      { startsOn: "2024-01-01", endsOn: "2025-06-01", salary: null },
      { startsOn: "2025-06-01", endsOn: null, jobTitle: "Key account manager", salary: "7000000" },
    ]);
  });

  it("entered late, runs only to where the spell it splits would have ended", async () => {
    const id = await buildEmployee({ unitId });
    await changeSpell(hr(), id, change("2025-06-01"));
    await changeSpell(hr(), id, change("2024-07-01", { jobTitle: "Trainee" }));
    expect(
      (await spellsOf(id)).map((spell) => [spell["startsOn"], spell["endsOn"], spell["jobTitle"]]),
    ).toEqual([
      ["2024-01-01", "2024-07-01", "Account manager"],
      ["2024-07-01", "2025-06-01", "Trainee"],
      ["2025-06-01", null, "Key account manager"],
    ]);
  });

  it("is refused before joining, after leaving, on a day that has one, and where nothing differs", async () => {
    const id = await buildEmployee({ unitId, leftOn: "2025-01-01" });
    await expect(changeSpell(hr(), id, change("2023-12-31"))).rejects.toMatchObject(
      refused({ startsOn: { key: "notBeforeHire", params: { date: "2024-01-01" } } }),
    );
    await expect(changeSpell(hr(), id, change("2025-01-01"))).rejects.toMatchObject(
      refused({ startsOn: { key: "notBeforeLeaving", params: { date: "2025-01-01" } } }),
    );
    await expect(changeSpell(hr(), id, change("2024-01-01"))).rejects.toMatchObject(
      refused({ startsOn: { key: "alreadyRecorded" } }),
    );
    await expect(
      changeSpell(hr(), id, change("2024-05-01", { jobTitle: "Account manager" })),
    ).rejects.toMatchObject(refused({ form: { key: "nothingChanged" } }));
  });

  it("shows its form with the present pay only after an audit event", async () => {
    const id = await buildEmployee({ unitId, annualSalaryMinor: 60_000_00n });
    expect(await getContract(hr(), id)).toMatchObject({ annualSalary: "60000.00", currency: "EUR" });
    expect(await eventsOf(id)).toMatchObject([{ action: "pay.view" }]);
  });
});

describe("a cost", () => {
  const cost = (fields: Record<string, string> = {}) =>
    costForm.parse({
      category: "retention",
      amount: "3500",
      currency: "EUR",
      incurredOn: "2026-04-07",
      ...fields,
    });

  it("is entered once however often the form is sent", async () => {
    const id = await buildEmployee({ unitId });
    const entryId = uuidv7();
    await addCost(payHr(), id, entryId, cost());
    await addCost(payHr(), id, entryId, cost());
    expect(await sql()`select amount_minor::text from cost_entries where employee_id = ${id}`).toEqual([
      { amountMinor: "350000" },
    ]);
  });

  it("may be below zero only as a credit or a correction, in either language", async () => {
    expect(
      costForm.safeParse({ category: "morale", amount: "-1", currency: "EUR", incurredOn: "2026-01-01" })
        .error?.issues,
    ).toMatchObject([{ path: ["amount"], message: "negativeNeedsKind" }]);
    expect(cost({ amount: "-1", kind: "冲减" }).kind).toBe("credit");
    const id = await buildEmployee({ unitId });
    await addCost(payHr(), id, uuidv7(), cost({ amount: "-12.30", kind: "Correction" }));
  });

  it("keeps amounts out of the audit detail that everyone who reads the trail sees", async () => {
    const id = await buildEmployee({ unitId });
    await addCost(payHr(), id, uuidv7(), cost());
    const [event] = await eventsOf(id);
    const { pay, ...open } = event!["detail"] as { pay: object };
    expect(pay).toEqual({ amountMinor: "350000", currency: "EUR" });
    expect(JSON.stringify(open)).not.toContain("3500");
  });
});

describe("a training", () => {
  const training = (fields: Record<string, string> = {}) =>
    trainingForm.parse({ course: "Value selling", hours: "4.5", completedOn: "2026-04-07", ...fields });

  it("is recorded with hours and score", async () => {
    const id = await buildEmployee({ unitId });
    await recordTraining(hr(), id, training({ score: "88", cost: "180", currency: "EUR" }));
    expect(
      await sql()`select hours::float, score::float, cost_minor::text from training_records where employee_id = ${id}`,
    ).toEqual([{ hours: 4.5, score: 88, costMinor: "18000" }]);
  });

  it("is refused twice on one day and before joining", async () => {
    const id = await buildEmployee({ unitId });
    await recordTraining(hr(), id, training());
    await expect(recordTraining(hr(), id, training())).rejects.toMatchObject(
      refused({ course: { key: "alreadyRecorded" } }),
    );
    await expect(recordTraining(hr(), id, training({ completedOn: "2023-01-01" }))).rejects.toMatchObject(
      refused({ completedOn: { key: "notBeforeHire", params: { date: "2024-01-01" } } }),
    );
  });
});

describe("a departure", () => {
  const departure = (leftOn: string, fields: Record<string, string> = {}) =>
    departureForm.parse({ leftOn, leaveReason: "voluntary", regretted: "yes", ...fields });

  it("ends the employment and the spell, and can be taken back as if it had not been", async () => {
    const id = await buildEmployee({ unitId });
    await recordDeparture(hr(), id, departure("2026-07-01"));
    const read = () => sql()`select left_on, leave_reason::text, regretted from employees where id = ${id}`;
    expect(await read()).toEqual([{ leftOn: "2026-07-01", leaveReason: "voluntary", regretted: true }]);
    expect(await spellsOf(id)).toMatchObject([{ endsOn: "2026-07-01" }]);
    await reinstateEmployee(hr(), id);
    expect(await read()).toEqual([{ leftOn: null, leaveReason: null, regretted: null }]);
    expect(await spellsOf(id)).toMatchObject([{ endsOn: null }]);
    expect((await eventsOf(id)).map((event) => event["action"])).toEqual([
      "employee.depart",
      "employee.reinstate",
    ]);
  });

  it("is refused on the day of joining, before a later change, and a second time", async () => {
    const id = await buildEmployee({ unitId });
    await expect(recordDeparture(hr(), id, departure("2024-01-01"))).rejects.toMatchObject(
      refused({ leftOn: { key: "endBeforeStart" } }),
    );
    await changeSpell(hr(), id, spellForm.parse({ startsOn: "2026-01-01", unitCode, jobTitle: "Lead" }));
    await expect(recordDeparture(hr(), id, departure("2025-12-01"))).rejects.toMatchObject(
      refused({ leftOn: { key: "afterLastChange", params: { date: "2026-01-01" } } }),
    );
    await recordDeparture(hr(), id, departure("2026-07-01"));
    await expect(recordDeparture(hr(), id, departure("2026-08-01"))).rejects.toMatchObject(
      refused({ form: { key: "hasLeft", params: { date: "2026-07-01" } } }),
    );
  });

  it("may leave open whether it is regretted", () => {
    expect(departure("2026-07-01", { regretted: "" }).regretted).toBeNull();
    const broken = departureForm.safeParse({ leftOn: "", leaveReason: "fired" });
    expect([...new Set(broken.error?.issues.map((issue) => issue.path[0]))]).toEqual([
      "leftOn",
      "leaveReason",
    ]);
  });
});
