import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { prepareDriverDetail } from "../ui/prepare-driver-detail";
import { listPreviousResults, listShownResults } from "./list-shown-results.server";

/** All about one row of the forest. Estimates are the company's, so that every reader of the page may see them. */
export async function getDriverDetail(scope: Scope<"drivers.read">, key: string) {
  const [results, previous, { timeZone }] = await Promise.all([
    listShownResults(scope),
    listPreviousResults(scope),
    companyToday(sql()),
  ]);
  const detail = prepareDriverDetail(key, results, previous);
  if (!detail) throw new AppError("not_found", "No such result");
  return { detail, timeZone };
}
