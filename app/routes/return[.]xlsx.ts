import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { localeOf, translatorOf } from "~/i18n/i18n.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { neutraliseFormula } from "~/modules/exchange/csv-writer";
import { getReturnReport } from "~/modules/roi/returns/get-return-report.server";
import { hideSmallGroups } from "~/modules/roi/returns/hide-small-groups";
import { prepareWorkbook } from "~/modules/roi/returns/workbook/prepare-workbook";
import { workbookWords } from "~/modules/roi/returns/workbook/workbook-words";
import { writeWorkbook } from "~/modules/roi/returns/workbook/write-workbook.server";

const mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The return report as a workbook whose formulas recompute. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const { report } = await getReturnReport(scope);
  const [t, locale] = await Promise.all([translatorOf(request), localeOf(request)]);
  const groups = hideSmallGroups(report.costGroups, can(scope.roles, "pay.read"));
  const sheets = prepareWorkbook(report, groups, workbookWords(t, locale, report));
  return new Response(writeWorkbook(sheets, neutraliseFormula), {
    headers: {
      "Content-Type": mime,
      "Content-Disposition": `attachment; filename="return-on-people-${report.asOf}.xlsx"`,
      "Cache-Control": "no-store",
    },
  });
});
