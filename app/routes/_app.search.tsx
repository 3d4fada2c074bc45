import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireUser, scopeOf } from "~/modules/access/require-scope.server";
import { lookupAccounts } from "~/modules/linkage/account-page/lookup-accounts.server";
import { SearchResults } from "~/modules/linkage/account-page/ui/search-results";
import { lookupEmployees } from "~/modules/people/lookup-employees.server";
import { PageHeader } from "~/ui/primitives/page-header";
import { readText } from "~/ui/tables/list-query";

/** One field over everything that has a name: what the reader may not see is not found. */
export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const user = await requireUser(request);
  const query = readText(new URL(request.url).searchParams, "q");
  const mayAccounts = can(user.roles, "customers.read");
  const mayPeople = can(user.roles, "people.read");
  const [accounts, employees] = await Promise.all([
    query && mayAccounts ? lookupAccounts(scopeOf(user, "customers.read"), query) : [],
    query && mayPeople ? lookupEmployees(scopeOf(user, "people.read"), query, { onlyPresent: false }) : [],
  ]);
  return { query, accounts, employees };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.query ?? "…"} · Relata` }];

export default function Search() {
  const { query, accounts, employees } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const both = `?${new URLSearchParams({ q: query ?? "" }).toString()}`;
  return (
    <div className="page">
      <PageHeader
        title={query ? t("linkage.search.for", { query }) : t("linkage.search.title")}
        subtitle={t("linkage.search.subtitle")}
      />
      <form method="get" className="form" role="search" aria-label={t("linkage.search.title")}>
        <div className="row">
          <input
            className="input"
            style={{ flex: 1 }}
            type="search"
            name="q"
            defaultValue={query ?? ""}
            key={query}
            aria-label={t("linkage.search.field")}
            placeholder={t("linkage.search.field")}
            data-focus-key="/"
          />
          <button type="submit" className="button primary">
            {t("common.action.search")}
          </button>
        </div>
      </form>
      {!query && <p className="sub">{t("linkage.search.prompt")}</p>}
      {query && accounts.length + employees.length === 0 && (
        <p className="section">{t("linkage.search.none", { query })}</p>
      )}
      <SearchResults
        title={t("linkage.search.accounts")}
        matches={accounts}
        path="/accounts"
        more={<Link to={`/accounts${both}`}>{t("linkage.search.more")}</Link>}
      />
      <SearchResults
        title={t("linkage.search.employees")}
        matches={employees}
        path="/employees"
        more={<Link to={`/employees${both}`}>{t("linkage.search.moreEmployees")}</Link>}
      />
    </div>
  );
}
