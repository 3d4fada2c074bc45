import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useOutletContext, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listCases } from "~/modules/customers/list-cases.server";
import { OpenCasesTable, ResolvedCasesTable } from "~/modules/customers/ui/cases-table";
import type { AccountContext } from "~/modules/linkage/account-page/ui/account-head";
import { healthRules } from "~/modules/linkage/panel/health";
import { EmptyState } from "~/ui/primitives/empty-state";
import { hrefWith, pageSize, readCursor } from "~/ui/tables/list-query";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.read");
  const cursor = readCursor(new URL(request.url).searchParams);
  const page = await listCases(scope, params["accountId"] ?? "", { cursor, size: pageSize });
  return { ...page, now: new Date() };
});

export default function AccountCasesTab() {
  const { open, resolved, next, now } = useLoaderData<typeof loader>();
  const { account, rights } = useOutletContext<AccountContext>();
  const [params] = useSearchParams();
  const { t } = useTranslation();
  const isLater = params.has("at");
  const add = rights.write && (
    <Link className="button" to={`/accounts/${account.id}/cases/new`}>
      {t("customers.case.openNew")}
    </Link>
  );
  if (open.length === 0 && resolved.length === 0 && !isLater) {
    return (
      <EmptyState title={t("customers.case.empty")} action={add}>
        {t("customers.case.emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      {!isLater && (
        <section>
          <div className="section-head">
            <div>
              <h2>{t("customers.case.open")}</h2>
              <p className="sub">{t("customers.case.subtitle")}</p>
            </div>
            {add}
          </div>
          {open.length === 0 ? (
            <p className="sub">{t("customers.case.noneOpen")}</p>
          ) : (
            <OpenCasesTable
              accountId={account.id}
              cases={open}
              mayWrite={rights.write}
              targetDays={healthRules.overdueDays}
              now={now}
            />
          )}
        </section>
      )}
      {resolved.length > 0 && (
        <section className={isLater ? undefined : "section"}>
          <h2>{t("customers.case.resolved")}</h2>
          <ResolvedCasesTable cases={resolved} />
        </section>
      )}
      {(next || isLater) && (
        <p className="row section no-print">
          {next && (
            <Link className="button" to={hrefWith(params, { at: next })}>
              {t("customers.case.older")}
            </Link>
          )}
          {isLater && <Link to={hrefWith(params, { at: null })}>{t("customers.case.newest")}</Link>}
        </p>
      )}
    </>
  );
}
