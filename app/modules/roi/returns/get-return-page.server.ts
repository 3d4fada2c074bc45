import type { Scope } from "~/modules/access/scope";
import { getReturnReport } from "./get-return-report.server";
import type { ProgrammeReturn } from "./simulate-programmes";

/** What a row of the programmes table needs; the rest is on the pages that its figures open to. */
export type ProgrammeRow = Omit<ProgrammeReturn, "density" | "tornado" | "lines">;

/** The return page: everything of the total, and of each programme what its row shows. */
export async function getReturnPage(scope: Scope<"roi.read">) {
  const { report, isBehind, computedAt } = await getReturnReport(scope);
  const { asOf, window, currency, annualDiscountRate, horizonMonths, programmes, result, drivers } = report;
  return {
    page: { asOf, window, currency, annualDiscountRate, horizonMonths, isBehind, computedAt },
    hasDrivers: drivers !== null,
    gaps: programmes.map(({ model, gaps }) => ({ key: model.key, gaps })),
    rows: result.programmes.map(
      ({ density: _density, tornado: _tornado, lines: _lines, ...row }): ProgrammeRow => row,
    ),
    total: result.total,
    draws: result.draws,
  };
}
