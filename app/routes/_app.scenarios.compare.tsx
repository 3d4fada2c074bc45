import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { AppError } from "~/kernel/app-error";
import { isUuid } from "~/kernel/uuid";
import { requireScope } from "~/modules/access/require-scope.server";
import { listScenarios } from "~/modules/roi/scenarios/list-scenarios.server";
import { mostCompared } from "~/modules/roi/scenarios/scenario";
import { ComparisonTable } from "~/modules/roi/scenarios/ui/comparison-table";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const ids = [...new Set(new URL(request.url).searchParams.getAll("id"))].slice(0, mostCompared);
  if (!ids.every(isUuid)) throw new AppError("not_found", "No such scenario");
  const scenarios = ids.length > 0 ? await listScenarios(scope, ids) : [];
  if (scenarios.length < ids.length) throw new AppError("not_found", "No such scenario");
  return { scenarios };
});

export default function CompareScenarios() {
  const { scenarios } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/scenarios">{t("scenarios.title")}</Link>}
        title={t("scenarios.compare.title")}
        subtitle={t("scenarios.compare.subtitle")}
      />
      {scenarios.length < 2 ? (
        <p className="notice">
          {t("scenarios.compare.few")} <Link to="/scenarios">{t("scenarios.saved.title")}</Link>
        </p>
      ) : (
        <ComparisonTable scenarios={scenarios} />
      )}
    </div>
  );
}
