import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Formatter } from "~/i18n/format";
import { useFormat } from "~/i18n/use-format";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Icon } from "~/ui/primitives/icon";
import { PageHeader } from "~/ui/primitives/page-header";
import { hrefWith } from "~/ui/tables/list-query";
import { type ListColumn, ListTable } from "~/ui/tables/list-table";
import { Pager } from "~/ui/tables/pager";
import { RunStatus } from "../../drivers/runs/ui/run-status";
import type { LoadedLeavingRisks } from "../load-leaving-risks.server";
import styles from "./risk.module.css";
import { chanceColumn, factorsCell, factorsColumn, probabilityCell } from "./risk-cells";
import { RiskModelLine } from "./risk-model-line";
import { RiskTabs } from "./risk-tabs";

interface Props extends LoadedLeavingRisks {
  readonly params: URLSearchParams;
}

export function LeavingRiskPage({
  rows,
  next,
  previous,
  sort,
  model,
  run,
  currency,
  timeZone,
  mayRun,
  params,
}: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = hrefWith(params, {});
  return (
    <div className="page">
      <PageHeader
        title={t("risk.people.title")}
        subtitle={t("risk.people.subtitle")}
        scope={<RunStatus state={run} timeZone={timeZone} canRun={mayRun} />}
        actions={
          rows.length > 0 && (
            <a className="button" href={`/at-risk/people.csv${query === "?" ? "" : query}`} download>
              <Icon name="download" size={14} />
              {t("common.action.export")}
            </a>
          )
        }
      />
      <RiskTabs />
      {rows.length > 0 && <p className={styles["lead"]}>{t("risk.people.caution")}</p>}
      {model && !model.refused && <RiskModelLine model={model} about="people" />}
      {rows.length > 0 ? (
        <>
          <ListTable
            label={t("risk.people.title")}
            columns={columnsOf(t, format, currency, model?.unproven ?? [])}
            rows={rows}
            rowKey={(row) => row.id}
            params={params}
            sort={sort}
            next={next}
            previous={previous}
            prefetch={false}
          />
          <Pager params={params} count={rows.length} next={next} previous={previous} />
        </>
      ) : (
        <EmptyState title={t("risk.people.empty")}>
          {model?.refused
            ? t("risk.people.refused", { reason: t(`drivers.refused.${model.refused}`) })
            : t("risk.people.emptyText")}
        </EmptyState>
      )}
    </div>
  );
}

function columnsOf(
  t: TFunction,
  format: Formatter,
  currency: string,
  unproven: readonly string[],
): ListColumn<LoadedLeavingRisks["rows"][number]>[] {
  const unit = format.moneyUnit(currency);
  return [
    {
      key: "employee",
      header: t("risk.people.column.employee"),
      sort: "name",
      startsDescending: false,
      ...(styles["name"] && { className: styles["name"] }),
      cell: (row) => (
        <>
          <a href={`/employees/${row.id}/leave-impact`}>{row.name}</a>
          <span className="second">{row.jobTitle}</span>
        </>
      ),
    },
    { key: "unit", header: t("risk.people.column.unit"), cell: (row) => row.unitName ?? "–" },
    {
      key: "loss",
      header: t("risk.people.column.loss"),
      unit: t("risk.people.column.lossUnit", { unit }),
      isNumber: true,
      sort: "loss",
      phone: { line: 1, after: unit },
      cell: (row) => <b>{format.compactMoney(row.expectedRevenueLossMinor, currency)}</b>,
    },
    {
      key: "probability",
      header: t("risk.people.column.probability"),
      unit: t("risk.people.column.probabilityUnit"),
      isNumber: true,
      sort: "probability",
      ...chanceColumn(t("risk.people.column.probability")),
      cell: (row) => probabilityCell(t, format, row),
    },
    {
      key: "accounts",
      header: t("risk.people.column.accounts"),
      isNumber: true,
      sort: "accounts",
      cell: (row) => <a href={`/employees/${row.id}/accounts`}>{format.number(row.accountsExposed)}</a>,
    },
    {
      key: "revenue",
      header: t("risk.people.column.revenue"),
      unit: t("risk.people.column.revenueUnit", { unit }),
      isNumber: true,
      sort: "revenue",
      cell: (row) => format.compactMoney(row.revenueExposedMinor, currency),
    },
    {
      key: "factors",
      header: t("risk.people.column.factors"),
      ...factorsColumn,
      cell: (row) => factorsCell(t, format, row.factors, unproven),
    },
  ];
}
