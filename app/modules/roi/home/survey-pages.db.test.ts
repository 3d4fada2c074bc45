/**
 * One survey, every page that shows it, every reader: together they must tell no more than one of them, whatever is added
 * or subtracted, filtered, sorted or exported.
 */
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import { addDays, todayIn } from "~/kernel/calendar";
import type { Role } from "~/modules/access/roles";
import { exportAccounts } from "~/modules/linkage/account-page/export-accounts.server";
import { summariseTeam } from "~/modules/linkage/account-page/summarise-team.server";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
} from "../../../../tests/builders/company";
import { listTeams } from "./list-team-members.server";
import { readSurveyResults } from "./read-survey-results.server";

const today = todayIn("Europe/Berlin");
/** People who rated engagement and, of them, who answered eNPS. */
const sizes = { large: [14, 12], middle: [8, 6], small: [3, 3], quiet: [9, 2], tiny: [1, 1] } as const;
type UnitName = keyof typeof sizes;
const names = Object.keys(sizes) as UnitName[];
const unitIds = {} as Record<UnitName, string>;
let region = "";

beforeAll(async () => {
  await buildCompany();
  region = await buildUnit({ name: "Region" });
  for (const name of names) {
    const unitId = await buildUnit({ name, parentId: region });
    unitIds[name] = unitId;
    const [rated, answered] = sizes[name];
    for (let index = 0; index < rated; index += 1) {
      const employeeId = await buildEmployee({ unitId, name: `${name} ${index}` });
      await sql()`insert into survey_answers (id, employee_id, survey, answered_on, engagement, enps)
                  values (${uuidv7()}, ${employeeId}, 'Pulse', ${addDays(today, -30)}, ${(1 + (index % 5)).toString()},
                          ${index < answered ? 9 : null})`;
      const accountId = await buildAccount();
      await buildAssignment({ accountId, employeeId });
    }
  }
  await refreshAllRollups(sql());
});

const everyUnit = () => [region, ...Object.values(unitIds)];
const home = () => readSurveyResults(buildScope("home.hr", { roles: ["hr"] }), today);
const teamTab = async (name: UnitName, role: Role, reach: readonly string[]) =>
  summariseTeam(buildScope("customers.read", { roles: [role], unitIds: reach }), unitIds[name], today);
const heatMap = (reach: readonly string[]) =>
  listTeams(buildScope("home.sales", { roles: ["sales_manager"], unitIds: reach }), today);

describe("pages that show a survey", () => {
  it("say the same of a unit, whoever asks and on whatever page", async () => {
    const { units } = await home();
    for (const name of names) {
      const atHome = units.find((unit) => unit.unitId === unitIds[name])!.engagement;
      const { teams } = await heatMap([unitIds[name]]);
      const seen = [
        (await teamTab(name, "hr", []))!.engagement,
        (await teamTab(name, "leadership", []))!.engagement,
        (await teamTab(name, "sales_manager", everyUnit()))!.engagement,
        (await teamTab(name, "employee", []))!.engagement,
        teams[0]!.engagement,
      ];
      for (const { mean, n, reason } of seen)
        expect([name, mean, n, reason]).toEqual([name, atHome.value, atHome.n, atHome.reason]);
    }
  });

  it("leave at least five people behind whatever is subtracted from the company, for either question", async () => {
    const { units, engagement, enps } = await home();
    for (const [question, total] of [
      ["engagement", engagement.n!],
      ["enps", enps.n!],
    ] as const) {
      const shown = units.filter((unit) => unit[question].n !== null);
      const rest = total - shown.reduce((sum, unit) => sum + unit[question].n!, 0);
      const hidden = units.length - shown.length;
      expect([question, rest >= 5 && hidden >= 2]).toEqual([question, true]);
      for (const unit of shown) expect(unit[question].n).toBeGreaterThanOrEqual(5);
    }
  });

  it("hide a small unit from its own manager too, and its number of answers with it", async () => {
    const { teams } = await heatMap([unitIds.small]);
    expect(teams).toMatchObject([{ engagement: { mean: null, n: null, reason: "too_few" } }]);
    expect(await teamTab("small", "sales_manager", [unitIds.small])).toMatchObject({
      engagement: { mean: null, n: null },
    });
  });

  it("tell the region's manager no more than the company's reader: subtracting the own teams leaves nobody alone", async () => {
    const { teams } = await heatMap(everyUnit());
    const shown = teams.filter((team) => team.engagement.n !== null);
    const hiddenPeople = names
      .filter((name) => !shown.some((team) => team.unitId === unitIds[name]))
      .reduce((sum, name) => sum + sizes[name][0], 0);
    expect(hiddenPeople).toBeGreaterThanOrEqual(5);
  });

  it("do not travel into files, whatever columns and order are asked for", async () => {
    const { t } = createI18n("en", en);
    const scope = buildScope("customers.read", { roles: ["hr"] });
    const params = new URLSearchParams("columns=engagement&columns=enps&sort=-engagement");
    const { lines } = await exportAccounts(scope, params, t);
    for await (const line of lines) expect(line.join()).not.toMatch(/engagement|enps|pulse/i);
  });

  it("give unit figures of people one may not see only where they leave five others: 1 and 3 are hidden, and so is the next", async () => {
    const shown: UnitName[] = [];
    for (const name of names) if ((await teamTab(name, "employee", []))!.unit) shown.push(name);
    const left = names.filter((name) => !shown.includes(name)).reduce((sum, name) => sum + sizes[name][0], 0);
    expect(shown).not.toContain("small");
    expect(shown).not.toContain("tiny");
    expect(left).toBeGreaterThanOrEqual(5);
  });
});
