import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listRisks } from "~/modules/programme/list-risks.server";
import { RiskMatrix } from "~/modules/programme/ui/risk-matrix";
import { RisksTable } from "~/modules/programme/ui/risks-table";
import { TabActions } from "~/modules/programme/ui/tab-actions";
import { EmptyState } from "~/ui/primitives/empty-state";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.govern");
  const [risks, { today }] = await Promise.all([listRisks(scope), companyToday(sql())]);
  return { risks, today, mayWrite: can(scope.roles, "programme.write") };
});

export default function Risks() {
  const { risks, today, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const newRisk = mayWrite && (
    <Link to="/programme/risks/new" className="button primary">
      {t("programme.risks.new")}
    </Link>
  );
  if (risks.length === 0)
    return (
      <EmptyState title={t("programme.risks.emptyTitle")} action={newRisk}>
        {t("programme.risks.emptyText")}
      </EmptyState>
    );
  return (
    <>
      {newRisk && <TabActions>{newRisk}</TabActions>}
      <RiskMatrix risks={risks} />
      <RisksTable risks={risks} mayWrite={mayWrite} today={today} />
    </>
  );
}
