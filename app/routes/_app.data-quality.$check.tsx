import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listFindings } from "~/modules/linkage/quality/list-findings.server";
import { requireReadableCheck } from "~/modules/linkage/quality/readable-checks";
import { FindingsTable } from "~/modules/linkage/quality/ui/findings-table";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Icon } from "~/ui/primitives/icon";
import { PageHeader } from "~/ui/primitives/page-header";
import { pageSize, readCursor } from "~/ui/tables/list-query";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "quality.read");
  const check = requireReadableCheck(scope, params["check"] ?? "");
  const { today } = await companyToday(sql());
  const cursor = readCursor(new URL(request.url).searchParams);
  const { rows, next, previous } = await listFindings(scope, check, { cursor, today, size: pageSize });
  const shown = rows.map((row) => ({ ...row, amountMinor: row.amountMinor?.toString() ?? null }));
  return { check, rows: shown, next, previous };
});

export default function Findings() {
  const { check, rows, next, previous } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/data-quality">{t("quality.list.back")}</Link>}
        title={t(`quality.check.${check}.title`)}
        subtitle={`${t(`quality.check.${check}.effect`)} ${t(`quality.check.${check}.fix`)}`}
        actions={
          rows.length > 0 && (
            <a className="button" href={`/data-quality/${check}.csv`} download>
              <Icon name="download" size={14} />
              {t("common.action.export")}
            </a>
          )
        }
      />
      {rows.length > 0 ? (
        <FindingsTable check={check} rows={rows} next={next} previous={previous} params={params} />
      ) : (
        <EmptyState title={t("quality.list.nothing")}>{t("quality.list.nothingText")}</EmptyState>
      )}
    </div>
  );
}
