// Question: which scenarios are kept, newest first?
import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import { getScenarioBasis } from "./get-scenario-basis.server";
import type { LeverValues, SavedScenario, ScenarioResult } from "./scenario";

const most = 200;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly levers: LeverValues;
  readonly result: ScenarioResult;
  readonly stamp: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** All of them, or those named, in the order they are named. */
export async function listScenarios(
  scope: Scope<"roi.read" | "scenarios.write">,
  ids?: readonly string[],
): Promise<SavedScenario[]> {
  const [{ stamp }, rows] = await Promise.all([
    getScenarioBasis(scope),
    sql()<Row[]>`
      select id, name, levers, result, stamp, created_by, created_at, updated_at from scenarios
      where deleted_at is null ${ids ? sql()`and id = any(${[...ids]}::uuid[])` : sql()``}
      order by ${ids ? sql()`array_position(${[...ids]}::uuid[], id)` : sql()`created_at desc, id`} limit ${most}`,
  ]);
  return rows.map(({ stamp: own, createdAt, updatedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    isBehind: own !== stamp,
  }));
}
