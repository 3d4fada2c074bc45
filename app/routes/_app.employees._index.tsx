import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { translatorOf } from "~/i18n/i18n.server";
import { useFormat } from "~/i18n/use-format";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { listSavedViews } from "~/modules/access/saved-views.server";
import { employeeFilterNames, readEmployeeQuery } from "~/modules/people/employee-query";
import { listEmployees } from "~/modules/people/list-employees.server";
import { listFilterChoices } from "~/modules/people/list-filter-choices.server";
import { employeeColumns, NoMatch } from "~/modules/people/ui/employee-columns";
import { EmployeeFilters, useFilterChips } from "~/modules/people/ui/employee-filters";
import { EmployeeViews } from "~/modules/people/ui/employee-views";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Icon } from "~/ui/primitives/icon";
import { PageHeader } from "~/ui/primitives/page-header";
import { ColumnChooser } from "~/ui/tables/column-chooser";
import { chosenColumns } from "~/ui/tables/columns";
import { FilterBar } from "~/ui/tables/filter-bar";
import { hrefWith } from "~/ui/tables/list-query";
import { ListTable } from "~/ui/tables/list-table";
import { Pager } from "~/ui/tables/pager";
import { SavedViews } from "~/ui/tables/saved-views";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.read");
  const seesOnlyOwn = !scope.all && scope.unitIds.length === 0;
  if (seesOnlyOwn && scope.ownEmployeeId) throw redirect(`/employees/${scope.ownEmployeeId}`);
  const query = readEmployeeQuery(new URL(request.url).searchParams);
  const [list, choices, views, t] = await Promise.all([
    listEmployees(scope, query),
    listFilterChoices(scope),
    listSavedViews(scope.actor.userId, "employees"),
    translatorOf(request),
  ]);
  return {
    list,
    choices,
    views,
    query: { sort: query.sort, status: query.status, isNewcomer: query.isNewcomer },
    rights: { write: can(scope.roles, "people.write"), import: can(scope.roles, "import.people") },
    scope: { all: scope.all, isUnbound: seesOnlyOwn },
    title: t("people.list.title"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Relata` }];

export default function Employees() {
  const { list, choices, views, query, rights, scope } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const [params] = useSearchParams();
  const columns = employeeColumns(t, format, list.currency);
  const chosen = chosenColumns(columns, params);
  const chips = useFilterChips({ params, choices });
  const isFiltered = chips.length > 0 || params.has("q");
  const place = scope.all ? t("common.scope.all") : choices.units[0]?.name;
  return (
    <div className="page">
      <PageHeader
        title={t("people.list.title")}
        subtitle={t("people.list.subtitle")}
        scope={
          <>
            <span>
              {t("common.asOf")} <b>{format.date(list.asOf)}</b>
            </span>
            <span>
              {t("common.scope.label")} <b>{place ?? t("common.scope.none")}</b>
            </span>
            <span>
              <b>{t("people.list.count", { count: list.total })}</b>
            </span>
          </>
        }
        actions={
          <>
            {rights.import && (
              <Link className="button" to="/import">
                {t("common.action.import")}
              </Link>
            )}
            <a className="button" href={`/employees.csv${hrefWith(params, {})}`} download>
              <Icon name="download" />
              {t("common.action.export")}
            </a>
            {rights.write && (
              <Link className="button primary" to="/employees/new">
                <Icon name="plus" />
                {t("people.list.new")}
              </Link>
            )}
          </>
        }
      />
      <EmployeeViews params={params} {...query} />
      <SavedViews list="employees" views={views} params={params} />
      <FilterBar
        params={params}
        searchLabel={t("people.list.search")}
        chips={chips}
        filterNames={employeeFilterNames}
        end={<ColumnChooser columns={columns} chosen={chosen} params={params} />}
      >
        <EmployeeFilters params={params} choices={choices} />
      </FilterBar>
      {list.rows.length > 0 ? (
        <>
          <ListTable
            label={t("people.list.title")}
            columns={chosen}
            rows={list.rows}
            rowKey={(row) => row.id}
            params={params}
            sort={query.sort}
            next={list.next}
            previous={list.previous}
          />
          <Pager params={params} count={list.rows.length} next={list.next} previous={list.previous} />
        </>
      ) : isFiltered || query.status !== "present" ? (
        <NoMatch
          t={t}
          href={
            query.status === "all" && chips.length === 0
              ? null
              : `?${new URLSearchParams({ ...(params.get("q") && { q: params.get("q")! }), status: "all" }).toString()}`
          }
        />
      ) : (
        <EmptyState
          title={t("people.list.emptyTitle")}
          action={
            rights.import && (
              <Link className="button primary" to="/import">
                {t("common.action.import")}
              </Link>
            )
          }
        >
          {t(scope.isUnbound ? "people.list.emptyOwn" : "people.list.emptyText")}
        </EmptyState>
      )}
    </div>
  );
}
