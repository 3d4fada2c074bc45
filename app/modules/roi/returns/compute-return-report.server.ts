import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { getLatestDriverRun } from "~/modules/linkage/drivers/runs/get-latest-driver-run.server";
import { listDriverResults } from "~/modules/linkage/drivers/runs/list-driver-results.server";
import { lastDayOf, windowBefore } from "../home/window";
import { readMoneySettings } from "../lifetime/read-money-settings.server";
import { computePeopleMoney } from "../people-money/compute-people-money.server";
import { buildProgrammes } from "./build-programmes";
import { companyInputs } from "./company-inputs";
import { catalogueOf } from "./effect-catalogue";
import { getReturnRules } from "./get-return-rules.server";
import { readProgrammeCosts } from "./read-programme-costs.server";
import { readReturnFacts } from "./read-return-facts.server";
import { costsByProgramme, modelVersion, type ReturnReport } from "./return-report";
import { groupId, placementOf, programmeKeys } from "./return-rules";
import { simulateProgrammes } from "./simulate-programmes";

/** Reads both ledgers and our own estimates, and draws. Half a second to some seconds: never on a page's request. */
export async function computeReturnReport(
  scope: Scope<"roi.read" | "scenarios.write">,
): Promise<ReturnReport> {
  const company = await companyToday(sql());
  const window = windowBefore(company.today);
  const [facts, settings, { version, rules }, run, results] = await Promise.all([
    readReturnFacts(company.today, window),
    readMoneySettings(sql()),
    getReturnRules(scope),
    getLatestDriverRun(scope),
    listDriverResults(scope),
  ]);
  const groups = await readProgrammeCosts(company.today, window, facts.hourlyPayMinor);
  const costGroups = groups.map((group) => ({
    ...group,
    id: groupId(group),
    placement: placementOf(rules, group),
  }));
  const catalogue = catalogueOf(results);
  const { discountRate, horizonMonths } = settings;
  const programmes = buildProgrammes(
    facts,
    catalogue,
    costsByProgramme(costGroups, programmeKeys),
    horizonMonths,
  );
  const inputs = [...companyInputs(facts), ...catalogue.inputs];
  const peopleMoney = await computePeopleMoney({
    asOf: company.today,
    window,
    facts,
    catalogue,
    costGroups,
    annualDiscountRate: discountRate,
    horizonMonths,
  });
  // The page's other requests go on between reading and drawing.
  await new Promise((resolve) => setImmediate(resolve));
  const result = simulateProgrammes({
    programmes: programmes.map(({ model }) => model),
    inputs,
    annualDiscountRate: discountRate,
    horizonMonths,
  });
  return {
    modelVersion,
    asOf: lastDayOf(window),
    window,
    currency: company.reportingCurrency,
    annualDiscountRate: discountRate,
    horizonMonths,
    rulesVersion: version,
    facts,
    drivers: run && { runId: run.id, finishedAt: run.finishedAt },
    costGroups,
    programmes,
    catalogue,
    inputs,
    result,
    peopleMoney,
  };
}
