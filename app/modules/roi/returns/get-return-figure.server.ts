import { AppError } from "~/kernel/app-error";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { readProfitReport } from "../profitability/read-profit-report.server";
import { isReturnFigure, type ReturnFigure } from "./figures";
import { getReturnReport } from "./get-return-report.server";
import { hideSmallGroups } from "./hide-small-groups";
import { listCostRows } from "./list-cost-rows.server";
import { inputsOf } from "./programme-inputs";
import { totalKey } from "./simulate-programmes";

/** One figure of one programme, or of all, with everything it is made of. NOT FOUND for a name nobody has. */
export async function getReturnFigure(
  scope: Scope<"roi.read">,
  { programme, figure, at }: { programme: string; figure: string; at: string | null },
) {
  if (!isReturnFigure(figure)) throw new AppError("not_found", "No such figure");
  const { report } = await getReturnReport(scope);
  const { result } = report;
  const found =
    programme === totalKey ? result.total : result.programmes.find(({ key }) => key === programme);
  if (!found) throw new AppError("not_found", "No such programme");
  const profits = await readProfitReport(scope);
  const company = profits?.groups.find(({ key }) => key === null);
  const isTotal = programme === totalKey;
  const built = report.programmes.filter(({ model }) => isTotal || model.key === programme);
  const isCost: ReadonlySet<ReturnFigure> = new Set(["cost", "net", "roi", "payback"]);
  return {
    figure,
    result: found,
    built,
    inputs: inputsOf(
      report,
      built.map(({ model }) => model),
      figure === "left-out",
    ),
    groups: isCost.has(figure)
      ? hideSmallGroups(
          report.costGroups.filter(({ placement }) =>
            isTotal ? placement !== "outside" : placement === programme,
          ),
          can(scope.roles, "pay.read"),
        )
      : [],
    rows: figure === "cost" ? await listCostRows(scope, report, programme, at) : null,
    page: {
      asOf: report.asOf,
      window: report.window,
      currency: report.currency,
      horizonMonths: report.horizonMonths,
      annualDiscountRate: report.annualDiscountRate,
      draws: result.draws,
    },
    catalogue: report.catalogue,
    margin: {
      revenueMinor: report.facts.accounts.revenueMinor,
      costOfGoodsMinor: report.facts.accounts.costOfGoodsMinor,
      accountMonths: report.facts.accounts.accountMonths,
      /** The other margin, after allocation; null where this reader may not see what serving costs. */
      costToServeMinor: company?.costToServeMinor ?? null,
    },
  };
}
