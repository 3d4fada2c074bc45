import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useOutletContext, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import { listResponses, summariseSatisfaction } from "~/modules/customers/summarise-satisfaction.server";
import { ResponsesTable } from "~/modules/customers/ui/responses-table";
import { SatisfactionSummary } from "~/modules/customers/ui/satisfaction-summary";
import type { AccountContext } from "~/modules/linkage/account-page/ui/account-head";
import { EmptyState } from "~/ui/primitives/empty-state";
import { hrefWith, pageSize, readCursor } from "~/ui/tables/list-query";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.read");
  const accountId = params["accountId"] ?? "";
  const cursor = readCursor(new URL(request.url).searchParams);
  const figures = await summariseSatisfaction(scope, accountId);
  return { figures, ...(await listResponses(scope, accountId, { cursor, size: pageSize })) };
});

export default function AccountSatisfactionTab() {
  const { figures, responses, next } = useLoaderData<typeof loader>();
  const { account, rights } = useOutletContext<AccountContext>();
  const [params] = useSearchParams();
  const { t } = useTranslation();
  const format = useFormat();
  const record = rights.write && (
    <Link className="button" to={`/accounts/${account.id}/satisfaction/new`}>
      {t("linkage.account.action.satisfaction")}
    </Link>
  );
  if (responses.length === 0 && !params.has("at")) {
    return (
      <EmptyState title={t("customers.satisfaction.empty")} action={record}>
        {t("customers.satisfaction.emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="section-head">
        <div>
          <h2>{t("customers.satisfaction.title")}</h2>
          <p className="sub">
            {t("customers.satisfaction.subtitle", {
              from: format.date(figures.from),
              to: format.date(figures.today),
            })}
          </p>
        </div>
        {record}
      </div>
      <SatisfactionSummary figures={figures} />
      <section className="section">
        <h2>{t("customers.satisfaction.all")}</h2>
        <ResponsesTable responses={responses} />
      </section>
      {(next || params.has("at")) && (
        <p className="row section no-print">
          {next && (
            <Link className="button" to={hrefWith(params, { at: next })}>
              {t("customers.satisfaction.older")}
            </Link>
          )}
          {params.has("at") && (
            <Link to={hrefWith(params, { at: null })}>{t("customers.satisfaction.newest")}</Link>
          )}
        </p>
      )}
    </>
  );
}
