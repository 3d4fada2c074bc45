/** One pass over all declared analyses: load the panel once, fit each, adjust the families, score who is at risk. */
import { IdCodes } from "~/db/id-codes";
import type { Sql, SqlTransaction } from "~/db/sql.server";
import { accountSizes } from "./fits/account-size";
import { adjustFamilies } from "./fits/adjust-families";
import type { FitData } from "./fits/fit-data";
import { fitHandoverStudy } from "./fits/fit-handover-study";
import { fitHazard } from "./fits/fit-hazard";
import { fitImportance } from "./fits/fit-importance";
import { fitLeaving } from "./fits/fit-leaving";
import { fitPanelEffects } from "./fits/fit-panel-effects";
import { fitRetention } from "./fits/fit-retention";
import { fitTeams } from "./fits/fit-teams";
import { loadPanel } from "./fits/load-panel.server";
import { loadPeople, loadSurveyAnswers } from "./fits/load-people.server";
import { type SatisfactionOutlook, satisfactionOutlook } from "./fits/satisfaction-outlook";
import { scoreAccountRisks } from "./fits/score-account-risks";
import { scoreLeavingRisks } from "./fits/score-leaving-risks";
import { refusedAnswer, type SpecAnswer, specResult } from "./fits/spec-result";
import { estimateThoughts } from "./fits/thoughts";
import { panelWithinRecords, peopleWithinRecords } from "./fits/within-records";
import type { SpecResult } from "./result";
import { type DriverSpec, specs } from "./specs";
import { lostShareOfRevenue, storeAccountRisks, storeLeavingRisks } from "./store-risks.server";

export interface FitOptions {
  readonly sql: Sql;
  /** Names of analyses; all unless given. A family is adjusted over what was fitted. */
  readonly only?: readonly string[];
  readonly asOf: string;
  readonly dataStamp: string;
  readonly codeVersion: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, spec: string | null) => void;
}

export interface FittedDrivers {
  readonly results: readonly SpecResult[];
  /** Replaces account_risks and employee_leaving_risks by what the models say. */
  storeRisks(tx: SqlTransaction): Promise<void>;
}

export async function fitDrivers(options: FitOptions): Promise<FittedDrivers> {
  const { sql, asOf, dataStamp, codeVersion, onProgress = () => {} } = options;
  const chosen = specs.filter(({ name }) => !options.only || options.only.includes(name));
  onProgress(0, null);
  const data = await loadFitData(sql);
  const outlook = satisfactionOutlook(data);
  const unitNames = await listUnitNames(sql);
  const results: SpecResult[] = [];
  for (const [index, spec] of chosen.entries()) {
    options.signal?.throwIfAborted();
    onProgress(0.1 + (0.85 * index) / chosen.length, spec.name);
    // Lets a heartbeat and a signal through between two fits.
    await new Promise((resolve) => setImmediate(resolve));
    const start = performance.now();
    const answer = answerOf(spec, data, outlook, unitNames);
    results.push(
      specResult(spec, { asOf, dataStamp, codeVersion }, answer, (performance.now() - start) / 1000),
    );
  }
  const accountRisks = scoreAccountRisks(data, outlook);
  const leavingRisks = scoreLeavingRisks(data);
  onProgress(1, null);
  const adjusted = adjustFamilies(results);
  return {
    results: adjusted,
    storeRisks: async (tx) => {
      await storeAccountRisks(tx, asOf, accountRisks);
      await storeLeavingRisks(tx, asOf, leavingRisks, lostShareOfRevenue(adjusted));
    },
  };
}

async function listUnitNames(sql: Sql): Promise<Map<string, string>> {
  const units = await sql<{ id: string; name: string }[]>`select id, name from org_units`;
  return new Map(units.map(({ id, name }) => [id, name]));
}

export async function loadFitData(sql: Sql): Promise<FitData> {
  const panel = panelWithinRecords(await loadPanel(sql));
  const units = new IdCodes();
  const staff = await loadPeople(sql, panel.employees, units);
  const answers = await loadSurveyAnswers(sql, panel.employees);
  const people = peopleWithinRecords(staff, answers);
  const engagement = estimateThoughts(people, answers, "engagement");
  const values = estimateThoughts(people, answers, "valuesAlignment");
  return {
    panel,
    people,
    engagement,
    values,
    units,
    has: {
      survey: answers.employee.length > 0,
      training: people.trainingHours.some((hours) => hours > 0),
      pay: await hasPay(sql),
      departures: people.leaves.some((leaves) => leaves === 1),
    },
    accountSize: accountSizes(panel),
  };
}

async function hasPay(sql: Sql): Promise<boolean> {
  const [row] = await sql<
    { has: boolean }[]
  >`select exists (select from employment_spells where annual_salary_minor is not null) as has`;
  return row!.has;
}

/** An analysis that fails in an unforeseen way is refused by name; the others still answer. */
function answerOf(
  spec: DriverSpec,
  data: FitData,
  outlook: SatisfactionOutlook | null,
  unitNames: ReadonlyMap<string, string>,
): SpecAnswer {
  try {
    switch (spec.kind) {
      case "panel_effects":
        return fitPanelEffects(spec, data);
      case "hazard":
        return fitHazard(spec, data, outlook);
      case "event_study":
        return fitHandoverStudy(spec, data);
      case "importance":
        return fitImportance(spec, data);
      case "retention":
        return fitRetention(spec, data);
      case "leaving":
        return fitLeaving(spec, data);
      case "teams":
        return fitTeams(spec, data, unitNames);
    }
  } catch (error) {
    return refusedAnswer(spec, {
      code: "failed",
      detail: { reason: error instanceof Error ? error.message : String(error) },
    });
  }
}
