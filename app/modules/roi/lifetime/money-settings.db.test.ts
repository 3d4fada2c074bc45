import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { buildCompany, buildEmployee, buildScope, buildUnit } from "../../../../tests/builders/company";
import { listAcquisitionUnits } from "./list-acquisition-units.server";
import { assumptionsOf, defaultMoneySettings, moneySettingsForm, typedAssumptions } from "./money-settings";
import { readAcquisition } from "./read-acquisition.server";
import { listMoneySettings, readMoneySettings } from "./read-money-settings.server";
import { saveMoneySettings } from "./save-money-settings.server";

const leader = () => buildScope("scenarios.write", { roles: ["leadership"] });
const hr = () => buildScope("scenarios.write", { roles: ["hr"] });

let sales = "";
let field = "";
let press = "";

beforeAll(async () => {
  await buildCompany();
  sales = await buildUnit({ name: "Sales north" });
  field = await buildUnit({ name: "Field force" });
  press = await buildUnit({ name: "Press" });
  for (const unitId of [sales, field])
    for (let person = 0; person < 5; person++) await buildEmployee({ unitId });
  await buildEmployee({ unitId: press });
});

describe("units that win customers", () => {
  it("are those named like sales or marketing until some are chosen", async () => {
    const units = await listAcquisitionUnits(leader());
    expect(units.filter(({ isCounted }) => isCounted).map(({ name }) => name)).toEqual(["Sales north"]);
  });

  it("are the chosen ones from the next version on, by whom and when, in the audit trail", async () => {
    await saveMoneySettings(leader(), { ...defaultMoneySettings, acquisitionUnitIds: [field] }, 0);
    const settings = await readMoneySettings(sql());
    expect(settings).toMatchObject({ version: 1, acquisitionUnitIds: [field], setBy: leader().actor.name });
    const { units } = await readAcquisition(sql(), "2026-03-01", settings);
    expect(units.map(({ name }) => name)).toEqual(["Field force"]);
    const [event] = await sql()<{ action: string; detail: object }[]>`
      select action, detail from audit_events where subject_type = 'money_settings'`;
    expect(event).toMatchObject({
      action: "money_settings.publish",
      detail: { acquisitionUnitIds: [field] },
    });
  });

  it("of fewer than five people are not moved by a reader without pay: the difference would tell theirs", async () => {
    const withPress = { ...defaultMoneySettings, acquisitionUnitIds: [field, press] };
    await expect(saveMoneySettings(leader(), withPress, 1)).rejects.toMatchObject({
      code: "invalid",
      detail: { fields: { unitIds: { key: "smallUnit" } } },
    });
    await saveMoneySettings(hr(), withPress, 1);
    await expect(saveMoneySettings(leader(), defaultMoneySettings, 2)).rejects.toMatchObject({
      detail: { fields: { unitIds: { key: "smallUnit" } } },
    });
  });

  it("nobody has heard of are refused", async () => {
    const unknown = { ...defaultMoneySettings, acquisitionUnitIds: ["00000000-0000-4000-8000-000000000000"] };
    await expect(saveMoneySettings(hr(), unknown, 2)).rejects.toMatchObject({
      detail: { fields: { unitIds: { key: "invalid" } } },
    });
  });
});

describe("versions", () => {
  it("are kept, and one that somebody else has overtaken is refused", async () => {
    await saveMoneySettings(hr(), { ...defaultMoneySettings, discountRate: 0.1 }, 2);
    expect((await listMoneySettings(sql())).map(({ version }) => version)).toEqual([3, 2, 1]);
    await expect(saveMoneySettings(hr(), defaultMoneySettings, 2)).rejects.toMatchObject({
      detail: { fields: { basedOn: { key: "changedMeanwhile" } } },
    });
  });
});

describe("the form", () => {
  const typed = { ...typedAssumptions(defaultMoneySettings, "EUR"), basedOn: "0" };
  const problems = (changes: Record<string, string>) =>
    moneySettingsForm
      .safeParse({ ...typed, ...changes })
      .error?.issues.map((issue) => [issue.path.join("."), issue.message]);

  it("gives back what is in force", () => {
    const { version: _, setBy: __, setAt: ___, ...assumptions } = defaultMoneySettings;
    expect(assumptionsOf(moneySettingsForm.parse(typed))).toEqual(assumptions);
  });

  it("asks where an assumption is from", () => {
    expect(problems({ referrals: "0,2" })).toEqual([["referralSource", "required"]]);
    expect(problems({ exitAmount: "50" })).toEqual([["exitSource", "required"]]);
  });

  it("refuses half a cent, an unknown currency and no unit at all", () => {
    expect(problems({ exitAmount: "50.005", exitSource: "x" })).toEqual([["exitAmount", "money"]]);
    expect(problems({ exitAmount: "-5", exitSource: "x" })).toEqual([["exitAmount", "notNegative"]]);
    expect(problems({ exitAmount: "50", exitCurrency: "XYZ", exitSource: "x" })).toEqual([
      ["exitCurrency", "currency"],
    ]);
    expect(problems({ unitsBy: "choice" })).toEqual([["unitIds", "required"]]);
  });
});
