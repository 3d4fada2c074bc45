import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { SavedView } from "~/modules/access/saved-views.server";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Icon } from "~/ui/primitives/icon";
import { PageHeader } from "~/ui/primitives/page-header";
import { chosenColumns } from "~/ui/tables/columns";
import { hrefWith } from "~/ui/tables/list-query";
import { ListTable } from "~/ui/tables/list-table";
import { Pager } from "~/ui/tables/pager";
import { SavedViews } from "~/ui/tables/saved-views";
import { filterNames } from "../account-filters";
import type { LoadedAccountList } from "../load-account-list.server";
import { useAccountColumns } from "./account-columns";
import { AccountFilterBar, AccountViews } from "./account-filter-bar";

interface Props extends LoadedAccountList {
  readonly params: URLSearchParams;
  readonly mayWrite: boolean;
  readonly mayHandOver: boolean;
  readonly mayImport: boolean;
  readonly isWholeCompany: boolean;
  readonly views: readonly SavedView[];
}

export function AccountList(props: Props) {
  const { page, params, filters, sort, choices, ownerName, count, today, currency } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useAccountColumns({ today, currency });
  const chosen = chosenColumns(columns, params);
  const isFiltered = ["q", ...filterNames].some((name) => params.get(name));
  const file = `/accounts.csv${hrefWith(params, {})}`;
  return (
    <div className="page">
      <PageHeader
        title={t("linkage.list.title")}
        subtitle={t("linkage.list.subtitle")}
        scope={
          <>
            <span>
              {t("common.asOf")} <b>{format.date(today)}</b>
            </span>
            {count && (
              <span>
                <b>
                  {t(count.isMore ? "linkage.list.countMore" : "linkage.list.count", {
                    count: count.count,
                    formatted: format.number(count.count),
                  })}
                </b>
              </span>
            )}
          </>
        }
        actions={
          <>
            <a className="button" href={file === "/accounts.csv?" ? "/accounts.csv" : file} download>
              <Icon name="download" size={14} />
              {t("common.action.export")}
            </a>
            {props.mayWrite && (
              <Link className="button primary" to="/accounts/new">
                <Icon name="plus" size={14} />
                {t("linkage.list.new")}
              </Link>
            )}
          </>
        }
      />
      <AccountViews params={params} />
      <SavedViews list="accounts" views={props.views} params={params} />
      <AccountFilterBar
        params={params}
        filters={filters}
        choices={choices}
        ownerName={ownerName}
        columns={columns}
        chosen={chosen}
      />
      {page.rows.length > 0 ? (
        <>
          <ListTable
            label={t("linkage.list.title")}
            columns={chosen}
            rows={page.rows}
            rowKey={(row) => row.id}
            params={params}
            sort={sort}
            next={page.next}
            previous={page.previous}
            bulk={
              props.mayHandOver
                ? {
                    action: "/handovers/new",
                    param: "account",
                    labelOf: (row) => t("common.table.choose", { name: row.name }),
                    button: t("linkage.list.handOver"),
                  }
                : undefined
            }
          />
          <Pager params={params} count={page.rows.length} next={page.next} previous={page.previous} />
        </>
      ) : (
        <NothingThere {...props} isFiltered={isFiltered} />
      )}
    </div>
  );
}

function NothingThere({ isFiltered, isWholeCompany, mayWrite, mayImport }: Props & { isFiltered: boolean }) {
  const { t } = useTranslation();
  if (isFiltered) {
    return (
      <EmptyState
        title={t("linkage.list.nothing")}
        action={
          <Link className="button" to="/accounts">
            {t("linkage.list.clearAll")}
          </Link>
        }
      >
        {t("linkage.list.nothingText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t(isWholeCompany ? "linkage.list.empty" : "linkage.list.emptyOwn")}
      action={
        <p className="row">
          {mayWrite && (
            <Link className="button primary" to="/accounts/new">
              {t("linkage.list.new")}
            </Link>
          )}
          {mayImport && (
            <Link className="button" to="/import">
              {t("common.action.import")}
            </Link>
          )}
        </p>
      }
    >
      {t(isWholeCompany ? "linkage.list.emptyText" : "linkage.list.emptyOwnText")}
    </EmptyState>
  );
}
