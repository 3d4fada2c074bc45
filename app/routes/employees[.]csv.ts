import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringPlainly } from "~/http/answering.server";
import { formatterFor } from "~/i18n/format";
import { localeOf, serverI18n } from "~/i18n/i18n.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { csvResponse } from "~/modules/exchange/csv-response.server";
import { csvLine } from "~/modules/exchange/csv-writer";
import { readEmployeeQuery } from "~/modules/people/employee-query";
import { exportEmployees } from "~/modules/people/export-employees.server";
import { employeeColumns } from "~/modules/people/ui/employee-columns";
import { csvColumns } from "~/modules/people/ui/employee-csv";
import { chosenColumns } from "~/ui/tables/columns";

/** The employees list as a file: the same people, order and columns as shown, all pages of it. */
export const loader = answeringPlainly(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.read");
  const params = new URL(request.url).searchParams;
  const { rows, asOf, currency } = await exportEmployees(scope, readEmployeeQuery(params));
  const locale = await localeOf(request);
  const { t } = serverI18n(locale);
  const shown = chosenColumns(employeeColumns(t, formatterFor(locale), currency), params);
  const columns = csvColumns(
    shown.map((column) => column.key),
    t,
    currency,
  );
  const lines = [
    csvLine(columns.map((column) => column.header)),
    ...rows.map((row) => csvLine(columns.map((column) => row[column.key] ?? null))),
  ];
  return csvResponse(`employees-${asOf}.csv`, lines);
});
