import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Icon } from "~/ui/primitives/icon";
import { PageHeader } from "~/ui/primitives/page-header";
import { hrefWith } from "~/ui/tables/list-query";
import type { DriverEffect, Grade, Outcome, RefusedEffect } from "../result";
import type { RunState } from "../runs/run-state";
import { RunStatus } from "../runs/ui/run-status";
import { AnalysisTabs } from "./analysis-tabs";
import { DriverTable } from "./driver-table";
import { ForestPlot } from "./forest";
import styles from "./forest.module.css";
import { ForestFilterBar } from "./forest-filter-bar";
import type { ForestFilters } from "./forest-filters";
import { Highlights } from "./highlights";
import { MissingList } from "./missing-list";
import type { Forest } from "./prepare-forest";
import type { RemediedCode } from "./remedies";

interface Props {
  readonly page: {
    readonly state: RunState;
    readonly canRun: boolean;
    readonly timeZone: string;
    readonly filters: ForestFilters;
    readonly forest: Forest;
    /** Set where the figures are asked for as a table. */
    readonly table: readonly (DriverEffect | RefusedEffect)[] | null;
    readonly hasPrevious: boolean;
    readonly span: { readonly accounts: number; readonly from: string; readonly to: string } | null;
    readonly missing: readonly RemediedCode[];
    readonly falseDiscoveryRate: number;
    readonly offered: { readonly outcomes: readonly Outcome[]; readonly grades: readonly Grade[] };
  };
  readonly params: URLSearchParams;
  readonly openKey: string | null;
  /** The result that is open, or nothing. */
  readonly children: ReactNode;
}

/** Which people factors go with satisfaction, revenue and churn: the forest, and beside it the result that is open. */
export function DriversPage({ page, params, openKey, children }: Props) {
  const { t } = useTranslation();
  const { state, filters, forest } = page;
  const search = params.size > 0 ? `?${params.toString()}` : "";
  // Where nothing at all could be estimated, what is missing is the answer.
  const isSilent = page.offered.grades.length === 0;
  // What stands out stands out of everything.
  const isWhole = !page.table && filters.outcome === null && filters.grade === null;
  const hasResults = state.finished !== null && page.offered.outcomes.length > 0;
  return (
    <div className="page">
      <PageHeader
        title={t("drivers.title")}
        subtitle={t("drivers.subtitle")}
        scope={<PageScope page={page} />}
        actions={hasResults && <Actions params={params} filters={filters} />}
      />
      <AnalysisTabs />
      {hasResults ? (
        <>
          {isSilent && <MissingList missing={page.missing} isFirst />}
          <div className={styles["overview"]} data-open={openKey ? "" : undefined}>
            {isWhole && <Highlights groups={forest.groups} />}
            <ForestFilterBar params={params} filters={filters} offered={page.offered} />
          </div>
          {filters.comparesLast && !page.hasPrevious && <p className="sub">{t("drivers.page.noEarlier")}</p>}
          <div className={styles["layout"]} data-open={openKey ? "" : undefined}>
            {page.table ? (
              <DriverTable effects={page.table} search={search} />
            ) : (
              <ForestPlot
                forest={forest}
                openKey={openKey}
                search={search}
                comparesLast={filters.comparesLast && page.hasPrevious}
                falseDiscoveryRate={page.falseDiscoveryRate}
              />
            )}
            {children}
          </div>
        </>
      ) : (
        <EmptyState title={t("drivers.empty.title")}>{t("drivers.empty.text")}</EmptyState>
      )}
      {!(hasResults && isSilent) && <MissingList missing={page.missing} isFirst={false} />}
    </div>
  );
}

function PageScope({ page: { state, span, timeZone, canRun } }: Pick<Props, "page">) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {state.finished && (
        <span>
          {t("drivers.page.asOf")} <b>{format.date(state.finished.asOf)}</b>
        </span>
      )}
      {span && (
        <span>
          {t("drivers.page.data")}{" "}
          <b>
            {t("drivers.page.span", {
              accounts: format.number(span.accounts),
              from: format.month(span.from),
              to: format.month(span.to),
            })}
          </b>
        </span>
      )}
      <Link to="/panel">{t("panel.title")}</Link>
      <RunStatus state={state} timeZone={timeZone} canRun={canRun} />
    </>
  );
}

function Actions({ params, filters }: { params: URLSearchParams; filters: ForestFilters }) {
  const { t } = useTranslation();
  const { comparesLast, isTable } = filters;
  const search = params.size > 0 ? `?${params.toString()}` : "";
  return (
    <>
      <a className="button" href={`/drivers.csv${search}`} download>
        <Icon name="download" size={14} />
        {t("drivers.page.export")}
      </a>
      <Link className="button" to={hrefWith(params, { view: isTable ? null : "table" })} preventScrollReset>
        <Icon name="table" size={14} />
        {t(isTable ? "common.action.showChart" : "common.action.showTable")}
      </Link>
      <Link
        className="button"
        to={hrefWith(params, { compare: comparesLast ? null : "last" })}
        preventScrollReset
      >
        {t(comparesLast ? "drivers.page.compareEnd" : "drivers.page.compare")}
      </Link>
    </>
  );
}
