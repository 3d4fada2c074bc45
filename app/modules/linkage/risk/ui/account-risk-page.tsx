import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Icon } from "~/ui/primitives/icon";
import { PageHeader } from "~/ui/primitives/page-header";
import { hrefWith } from "~/ui/tables/list-query";
import { ListTable } from "~/ui/tables/list-table";
import { Pager } from "~/ui/tables/pager";
import { RunStatus } from "../../drivers/runs/ui/run-status";
import { accountRiskFilterNames } from "../account-risk-filters";
import type { LoadedAccountRisks } from "../load-account-risks.server";
import { accountRiskColumns } from "./account-risk-columns";
import { AccountRiskFilterBar } from "./account-risk-filter-bar";
import styles from "./risk.module.css";
import { RiskModelLine } from "./risk-model-line";
import { RiskTabs } from "./risk-tabs";

interface Props extends LoadedAccountRisks {
  readonly params: URLSearchParams;
}

export function AccountRiskPage(props: Props) {
  const { rows, next, previous, totals, filters, sort, model, currency, today, params, mayAssign } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const isFiltered = accountRiskFilterNames.some((name) => filters[name]);
  const columns = accountRiskColumns({
    t,
    format,
    currency,
    today,
    mayAssign,
    unproven: model?.unproven ?? [],
  });
  const losses = format.number(totals.expectedLosses, { decimals: totals.expectedLosses < 10 ? 1 : 0 });
  const query = hrefWith(params, {});
  return (
    <div className="page">
      <PageHeader
        title={t("risk.accounts.title")}
        subtitle={t("risk.accounts.subtitle")}
        scope={<RunStatus state={props.run} timeZone={props.timeZone} canRun={props.mayRun} />}
        actions={
          rows.length > 0 && (
            <a className="button" href={`/at-risk.csv${query === "?" ? "" : query}`} download>
              <Icon name="download" size={14} />
              {t("common.action.export")}
            </a>
          )
        }
      />
      <RiskTabs />
      {rows.length > 0 && (
        <p className={styles["lead"]}>
          {t("risk.accounts.lead", {
            count: totals.accounts,
            accounts: format.number(totals.accounts),
            losses,
            loss: format.compactMoney(totals.expectedLossMinor, currency),
            unit: format.moneyUnit(currency),
          })}{" "}
          <span className="muted">{t("risk.accounts.caution")}</span>
        </p>
      )}
      {model && !model.refused && <RiskModelLine model={model} about="accounts" />}
      {(rows.length > 0 || isFiltered) && (
        <AccountRiskFilterBar
          params={params}
          filters={filters}
          choices={props.choices}
          ownerName={props.ownerName}
        />
      )}
      {rows.length > 0 ? (
        <>
          <ListTable
            label={t("risk.accounts.title")}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            params={params}
            sort={sort}
            next={next}
            previous={previous}
            footer={
              <tr>
                <td>
                  {t("risk.accounts.totals", {
                    count: totals.accounts,
                    formatted: format.number(totals.accounts),
                  })}
                </td>
                <td className="n">{format.compactMoney(totals.expectedLossMinor, currency)}</td>
                <td className="n">{t("risk.accounts.expectedLosses", { value: losses })}</td>
                <td className="n">{format.compactMoney(totals.marginMinor, currency)}</td>
                <td colSpan={columns.length - 4} />
              </tr>
            }
          />
          <Pager params={params} count={rows.length} next={next} previous={previous} />
        </>
      ) : (
        <EmptyState title={t(isFiltered ? "risk.accounts.nothing" : "risk.accounts.empty")}>
          {isFiltered
            ? t("risk.accounts.nothingText")
            : model?.refused
              ? t("risk.accounts.refused", { reason: t(`drivers.refused.${model.refused}`) })
              : t("risk.accounts.emptyText")}
        </EmptyState>
      )}
    </div>
  );
}
