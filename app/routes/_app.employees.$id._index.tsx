import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { findEmployeeSummary } from "~/modules/people/get-employee-summary.server";
import { listSpells } from "~/modules/people/list-spells.server";
import { OverviewTiles } from "~/modules/people/ui/overview-tiles";
import { SpellsTable } from "~/modules/people/ui/spells-table";
import { countUnread } from "~/modules/programme/list-announcements.server";
import { UnreadNotice } from "~/modules/programme/ui/unread-notice";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.read");
  const id = params["id"] ?? "";
  const isOwn = scope.ownEmployeeId === id && can(scope.roles, "programme.read");
  const [summary, spells, company, unread] = await Promise.all([
    findEmployeeSummary(scope, id),
    listSpells(scope, id),
    companyToday(sql()),
    isOwn ? countUnread(await requireScope(request, "programme.read")) : 0,
  ]);
  return { id, summary, spells: spells.slice(0, 3), currency: company.reportingCurrency, unread };
});

export default function EmployeeOverview() {
  const { id, summary, spells, currency, unread } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <UnreadNotice count={unread} />
      {summary ? (
        <OverviewTiles summary={summary} employeeId={id} currency={currency} />
      ) : (
        <p className="notice">{t("people.overview.summing")}</p>
      )}
      {spells.length > 0 && (
        <section className="section">
          <div className="section-head">
            <h2>{t("people.history.title")}</h2>
          </div>
          <SpellsTable spells={spells} />
        </section>
      )}
    </>
  );
}
