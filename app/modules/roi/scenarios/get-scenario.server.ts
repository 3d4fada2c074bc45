import { AppError } from "~/kernel/app-error";
import { isUuid } from "~/kernel/uuid";
import type { Scope } from "~/modules/access/scope";
import { listScenarios } from "./list-scenarios.server";
import type { SavedScenario } from "./scenario";

export async function getScenario(
  scope: Scope<"roi.read" | "scenarios.write">,
  id: string,
): Promise<SavedScenario> {
  const [scenario] = isUuid(id) ? await listScenarios(scope, [id]) : [];
  if (!scenario) throw new AppError("not_found", "No such scenario");
  return scenario;
}
