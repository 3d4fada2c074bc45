/** One pass over all declared analyses: load the panel once, fit each, adjust the families, score who is at risk. */
import { IdCodes } from "~/db/copy-columns.server";
import type { Sql, SqlTransaction } from "~/db/sql.server";
import { accountSizes } from "./fits/account-size";
import { adjustFamilies } from "./fits/adjust-families";
import type { FitData } from "./fits/fit-data";
import { fitHazard } from "./fits/fit-hazard";
import { fitPanelEffects } from "./fits/fit-panel-effects";
import { loadPanel } from "./fits/panel-data.server";
import { loadPeople, loadSurveyAnswers } from "./fits/people-data.server";
import { type SatisfactionOutlook, satisfactionOutlook } from "./fits/satisfaction-outlook";
import { refusedAnswer, type SpecAnswer, specResult } from "./fits/spec-result";
import { estimateThoughts } from "./fits/thoughts";
import type { SpecResult } from "./result";
import { type DriverSpec, specs } from "./specs";

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
  const results: SpecResult[] = [];
  for (const [index, spec] of chosen.entries()) {
    options.signal?.throwIfAborted();
    onProgress(0.1 + (0.85 * index) / chosen.length, spec.name);
    // Lets a heartbeat and a signal through between two fits.
    await new Promise((resolve) => setImmediate(resolve));
    const start = performance.now();
    const answer = answerOf(spec, data, outlook);
    results.push(
      specResult(spec, { asOf, dataStamp, codeVersion }, answer, (performance.now() - start) / 1000),
    );
  }
  onProgress(1, null);
  return { results: adjustFamilies(results), storeRisks: async () => {} };
}

export async function loadFitData(sql: Sql): Promise<FitData> {
  const panel = await loadPanel(sql);
  const units = new IdCodes();
  const people = await loadPeople(sql, panel.employees, units);
  const answers = await loadSurveyAnswers(sql, panel.employees);
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
      departures: people.leaves.some((leaves) => leaves === 1),
    },
    accountSize: accountSizes(panel),
  };
}

/** An analysis that fails in an unforeseen way is refused by name; the others still answer. */
function answerOf(spec: DriverSpec, data: FitData, outlook: SatisfactionOutlook | null): SpecAnswer {
  try {
    switch (spec.kind) {
      case "panel_effects":
        return fitPanelEffects(spec, data);
      case "hazard":
        return fitHazard(spec, data, outlook);
      default:
        return refusedAnswer(spec, { code: "failed", detail: {} });
    }
  } catch (error) {
    return refusedAnswer(spec, {
      code: "failed",
      detail: { reason: error instanceof Error ? error.message : String(error) },
    });
  }
}
