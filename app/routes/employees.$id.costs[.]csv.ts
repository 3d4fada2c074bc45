import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { translatorOf } from "~/i18n/i18n.server";
import { formatMinorPlain } from "~/kernel/money";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { getEmployeeCosts } from "~/modules/people/get-employee-costs.server";

/** One person's whole cost ledger as a file; like the page, it is recorded in the audit trail. */
export const loader = answeringPlainly(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "pay.read");
  const id = params["id"] ?? "";
  const costs = await getEmployeeCosts(scope, id, { category: null, isWholeLedger: true });
  const t = await translatorOf(request);
  const header = [
    t("people.costs.date"),
    t("people.costs.category"),
    t("people.form.kind"),
    t("people.form.note"),
    t("people.costs.source"),
    t("people.costs.amount"),
    t("people.field.currency"),
    t("people.costs.converted", { currency: costs.currency }),
  ];
  const lines = costs.lines.map((line) =>
    csvLine([
      line.incurredOn,
      t(`people.costs.name.${line.category}`),
      line.kind,
      line.note,
      t(`people.costs.sourceOf.${line.source}`),
      formatMinorPlain(line.amountMinor, line.currency),
      line.currency,
      line.reportingMinor === null ? null : formatMinorPlain(line.reportingMinor, costs.currency),
    ]),
  );
  return csvResponse(`costs-${costs.asOf}.csv`, [csvLine(header), ...lines]);
});
