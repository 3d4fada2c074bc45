import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import { getPanelState } from "~/modules/linkage/panel/get-panel-state.server";
import { PanelColumnTables } from "~/modules/linkage/panel/ui/panel-column-table";
import { PanelRules } from "~/modules/linkage/panel/ui/panel-rules";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) =>
  getPanelState(await requireScope(request, "drivers.read")),
);

export default function PanelDefinition() {
  const { changedAt, timeZone, counts } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/drivers">{t("panel.crumb")}</Link>}
        title={t("panel.title")}
        subtitle={t("panel.subtitle")}
        scope={
          <>
            <span>
              {t("panel.asOf")} <b>{format.dateTime(changedAt, timeZone)}</b>
            </span>
            {counts && (
              <>
                <span>
                  {t("panel.rows")} <b>{format.number(counts.accountMonths)}</b>
                </span>
                <span>
                  {t("panel.peopleRows")} <b>{format.number(counts.employeeMonths)}</b>
                </span>
              </>
            )}
          </>
        }
      />
      {counts?.accountMonths === 0 && <p className="notice">{t("panel.empty")}</p>}
      <PanelRules />
      <PanelColumnTables counts={counts} />
    </div>
  );
}
