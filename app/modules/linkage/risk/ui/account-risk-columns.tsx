import type { TFunction } from "i18next";
import type { Formatter } from "~/i18n/format";
import { wholeMonthsBetween } from "~/kernel/calendar";
import type { ListColumn } from "~/ui/tables/list-table";
import type { LoadedAccountRisks } from "../load-account-risks.server";
import styles from "./risk.module.css";
import { chanceColumn, factorsCell, factorsColumn, probabilityCell } from "./risk-cells";

type Row = LoadedAccountRisks["rows"][number];

interface Context {
  readonly t: TFunction;
  readonly format: Formatter;
  readonly currency: string;
  readonly today: string;
  readonly mayAssign: boolean;
  readonly unproven: readonly string[];
}

export function accountRiskColumns({
  t,
  format,
  currency,
  today,
  mayAssign,
  unproven,
}: Context): ListColumn<Row>[] {
  const unit = format.moneyUnit(currency);
  const columns: ListColumn<Row>[] = [
    {
      key: "account",
      header: t("risk.accounts.column.account"),
      sort: "name",
      startsDescending: false,
      ...(styles["name"] && { className: styles["name"] }),
      cell: (row) => (
        <>
          <a href={`/accounts/${row.id}/team`}>{row.name}</a>
          <span className="second">{row.region}</span>
        </>
      ),
    },
    {
      key: "loss",
      header: t("risk.accounts.column.loss"),
      unit: t("risk.accounts.column.lossUnit", { unit }),
      isNumber: true,
      sort: "loss",
      phone: { line: 1, after: unit },
      cell: (row) => <b>{format.compactMoney(row.expectedLossMinor, currency)}</b>,
    },
    {
      key: "probability",
      header: t("risk.accounts.column.probability"),
      unit: t("risk.accounts.column.probabilityUnit"),
      isNumber: true,
      sort: "probability",
      ...chanceColumn(t("risk.accounts.column.probability")),
      cell: (row) => probabilityCell(t, format, row),
    },
    {
      key: "margin",
      header: t("risk.accounts.column.margin"),
      unit: t("risk.accounts.column.marginUnit", { unit }),
      isNumber: true,
      sort: "margin",
      cell: (row) => format.compactMoney(row.marginMinor, currency),
    },
    {
      key: "factors",
      header: t("risk.accounts.column.factors"),
      ...factorsColumn,
      cell: (row) => factorsCell(t, format, row.factors, unproven),
    },
    {
      key: "owner",
      header: t("risk.accounts.column.owner"),
      cell: (row) =>
        row.ownerName ? (
          <>
            {row.ownerName}
            {row.ownerSince && (
              <span className="second">
                {t("home.risk.ownerMonth", { count: wholeMonthsBetween(row.ownerSince, today) })}
              </span>
            )}
          </>
        ) : (
          <span className="muted">{t("risk.accounts.nobody")}</span>
        ),
    },
  ];
  if (mayAssign)
    columns.push({
      key: "action",
      header: t("risk.accounts.column.action"),
      className: "no-print",
      cell: (row) => (
        <a
          className="button small"
          href={row.ownerId ? `/handovers/new?account=${row.id}` : `/accounts/${row.id}/assign`}
          aria-label={`${t(row.ownerId ? "risk.accounts.handOver" : "risk.accounts.assign")} ${row.name}`}
        >
          {t(row.ownerId ? "risk.accounts.handOver" : "risk.accounts.assign")}
        </a>
      ),
    });
  return columns;
}
