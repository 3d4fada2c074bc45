import { sql } from "~/db/sql.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { grades, isRefusedEffect, outcomes, type SpecResult } from "../result";
import { getRunState } from "../runs/get-run-state.server";
import { falseDiscoveryRate } from "../specs";
import { readForestFilters } from "../ui/forest-filters";
import { missingData } from "../ui/missing-data";
import { effectsOf, forestEffects, prepareForest } from "../ui/prepare-forest";
import { listPreviousResults, listShownResults } from "./list-shown-results.server";

/** What the drivers page shows: stored results of the whole company, the same for every reader. Nothing is computed here. */
export async function getDriversPage(scope: Scope<"drivers.read">, params: URLSearchParams) {
  const filters = readForestFilters(params);
  const [results, previous, state, company] = await Promise.all([
    listShownResults(scope),
    filters.comparesLast ? listPreviousResults(scope) : [],
    getRunState(scope),
    companyToday(sql()),
  ]);
  const effects = forestEffects(results);
  const forest = prepareForest(results, filters, previous);
  return {
    state,
    canRun: can(scope.roles, "drivers.run"),
    timeZone: company.timeZone,
    filters,
    forest,
    table: filters.isTable ? effectsOf(forest, results) : null,
    hasPrevious: previous.length > 0,
    span: spanOf(results),
    missing: missingData(results),
    falseDiscoveryRate,
    offered: {
      outcomes: outcomes.filter((outcome) => effects.some((effect) => effect.outcome === outcome)),
      grades: grades.filter((grade) =>
        effects.some((effect) => !isRefusedEffect(effect) && effect.grade === grade),
      ),
    },
  };
}

/** The largest sample and the months that any of them covers. */
function spanOf(results: readonly SpecResult[]) {
  const samples = results.map(({ sample }) => sample).filter(({ from, to }) => from && to);
  if (samples.length === 0) return null;
  return {
    accounts: Math.max(...samples.map(({ accounts }) => accounts)),
    from: samples.map(({ from }) => from!).toSorted()[0]!,
    to: samples
      .map(({ to }) => to!)
      .toSorted()
      .at(-1)!,
  };
}
