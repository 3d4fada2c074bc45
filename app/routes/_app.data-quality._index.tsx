import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { countFindings } from "~/modules/linkage/quality/count-findings.server";
import { findMissingData } from "~/modules/linkage/quality/find-missing-data.server";
import { ChecksTable } from "~/modules/linkage/quality/ui/checks-table";
import { FoundSummary } from "~/modules/linkage/quality/ui/found-summary";
import { MissingTable } from "~/modules/linkage/quality/ui/missing-table";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "quality.read");
  const [{ counts, countedAt }, missing, { timeZone }] = await Promise.all([
    countFindings(scope),
    findMissingData(scope),
    companyToday(sql()),
  ]);
  return {
    counts,
    countedAt: countedAt.toISOString(),
    missing,
    timeZone,
    mayImport: {
      people: can(scope.roles, "import.people"),
      customers: can(scope.roles, "import.customers"),
    },
  };
});

export default function DataQuality() {
  const { counts, countedAt, missing, timeZone, mayImport } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="page">
      <PageHeader
        title={t("quality.title")}
        subtitle={t("quality.subtitle")}
        scope={
          <span>
            {t("quality.counted")} <b>{format.dateTime(countedAt, timeZone)}</b>
          </span>
        }
      />
      <FoundSummary counts={counts} />
      <ChecksTable counts={counts} />
      <MissingTable missing={missing} mayImport={mayImport} />
    </div>
  );
}
