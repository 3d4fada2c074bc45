import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { AppError } from "~/kernel/app-error";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listLineRows } from "~/modules/roi/allocation/list-line-rows.server";
import { LineRowsTable } from "~/modules/roi/allocation/ui/line-rows-table";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "pay.read");
  const search = new URL(request.url).searchParams;
  const month = search.get("month") ?? "";
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new AppError("not_found", "No such month");
  const key = {
    month: `${month}-01`,
    category: search.get("category") ?? "",
    source: search.get("source") ?? "",
    currency: search.get("currency") ?? "",
  };
  const data = await listLineRows(scope, key, Math.trunc(Number(search.get("page") ?? 1)) || 1);
  if (!data) throw new AppError("not_found", "The month has no such line");
  const { reportingCurrency } = await companyToday(sql());
  return { data, reportingCurrency };
});

export default function LineRowsPage() {
  const { data, reportingCurrency } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const { line } = data;
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to={`/money/costs?month=${line.month.slice(0, 7)}`}>{t("money.title.costs")}</Link>}
        title={`${format.month(line.month)}: ${t(`money.category.${line.category as "training"}`)}`}
        subtitle={t(`money.source.${line.source}`)}
        scope={
          <b>
            {line.amountMinor === null
              ? t("money.lineRows.leftOut", {
                  amount: format.money(line.originalMinor, line.currency),
                  currency: line.currency,
                })
              : t("money.lineRows.converted", {
                  original: format.money(line.originalMinor, line.currency),
                  currency: line.currency,
                  rate: Number(line.rate),
                  amount: format.money(line.amountMinor, reportingCurrency),
                  reporting: reportingCurrency,
                })}
          </b>
        }
      />
      <LineRowsTable data={data} />
    </div>
  );
}
