import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { type DataColumn, DataTable } from "~/ui/tables/data-table";
import { useMoneyColumns } from "../../ui/money-columns";
import type { CategorySplit, LedgerLine, UnitRest } from "../read-cost-months.server";

interface Props {
  readonly detail: {
    readonly month: string;
    readonly categories: readonly CategorySplit[];
    readonly lines: readonly LedgerLine[];
    readonly units: readonly UnitRest[];
    readonly accounts: number;
    readonly standardTime: number;
  };
  readonly currency: string;
}

/** One month by category, by line of the ledger with its rate, and what stayed with the units. */
export function CostMonthDetail({ detail, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { exact } = useMoneyColumns(currency);
  const month = format.month(detail.month);
  const total = <Row,>(rows: readonly Row[], read: (row: Row) => number | null) =>
    format.money(
      rows.reduce((sum, row) => sum + (read(row) ?? 0), 0),
      currency,
    );
  /** Amounts of all rows, with their sum below. */
  const summed = <Row,>(
    rows: readonly Row[],
    key: string,
    header: string,
    read: (row: Row) => number,
  ): DataColumn<Row> => exact(key, header, read, { foot: total(rows, read) });
  const category = <Row extends { readonly category: string }>(): DataColumn<Row> => ({
    key: "category",
    header: t("money.column.category"),
    cell: (row) => t(`money.category.${row.category as "training"}`),
    foot: t("money.cost.total"),
  });
  const { categories, lines, units } = detail;
  return (
    <>
      <Section
        title={t("money.cost.byCategory", { month })}
        subtitle={t("money.cost.standard", {
          count: detail.accounts,
          n: format.number(detail.accounts),
          standard: format.number(detail.standardTime),
        })}
      >
        <DataTable
          label={t("money.cost.byCategory", { month })}
          rows={categories}
          rowKey={(row) => row.category}
          columns={[
            category<CategorySplit>(),
            summed(categories, "ledger", t("money.cost.ledger"), (row) => row.ledgerMinor),
            summed(categories, "accounts", t("money.cost.accounts"), (row) => row.accountsMinor),
            summed(categories, "unused", t("money.cost.unused"), (row) => row.unusedMinor),
            summed(categories, "overhead", t("money.cost.overhead"), (row) => row.overheadMinor),
          ]}
        />
      </Section>
      <Section
        title={t("money.cost.lines", { month })}
        subtitle={t("money.cost.linesText")}
        links={<a href={`/money/costs.csv?month=${detail.month.slice(0, 7)}`}>{t("money.cost.rows")}</a>}
      >
        <DataTable
          label={t("money.cost.lines", { month })}
          rows={lines}
          rowKey={(line) => `${line.category} ${line.source} ${line.currency}`}
          columns={[
            category<LedgerLine>(),
            {
              key: "source",
              header: t("money.cost.source"),
              cell: (line) => (
                <Link to={`/money/costs/rows?${lineQuery(detail.month, line)}`}>
                  {t(`money.source.${line.source}`)}
                </Link>
              ),
            },
            {
              key: "entries",
              header: t("money.cost.entries"),
              isNumber: true,
              cell: ({ entries }) => format.number(entries),
            },
            {
              key: "original",
              header: t("money.cost.original"),
              isNumber: true,
              cell: (line) => format.money(line.originalMinor, line.currency),
            },
            { key: "currency", header: t("money.column.currency"), cell: (line) => line.currency },
            {
              key: "rate",
              header: t("money.cost.rate"),
              isNumber: true,
              cell: ({ rate, rateMonth }) => (
                <>
                  {rate === null ? t("money.cost.noRate") : Number(rate)}
                  {rateMonth !== null && rateMonth !== detail.month && (
                    <span className="second">{format.month(rateMonth)}</span>
                  )}
                </>
              ),
            },
            exact<LedgerLine>("amount", t("money.column.amount"), (line) => line.amountMinor ?? 0, {
              cell: ({ amountMinor }) =>
                amountMinor === null ? t("money.cost.leftOut") : format.money(amountMinor, currency),
              foot: total(lines, (line) => line.amountMinor),
            }),
          ]}
        />
      </Section>
      <Section title={t("money.cost.byUnit", { month })} subtitle={t("money.cost.byUnitText")}>
        <DataTable
          label={t("money.cost.byUnit", { month })}
          rows={units}
          rowKey={(row) => row.unitId}
          columns={[
            {
              key: "unit",
              header: t("money.column.unit"),
              cell: ({ unit }) => unit ?? t("money.cost.noUnit"),
              foot: t("money.cost.total"),
            },
            summed(units, "unused", t("money.cost.unused"), (row) => row.unusedMinor),
            summed(units, "unitCost", t("money.cost.unitCost"), (row) => row.unitCostMinor),
            summed(units, "noAccounts", t("money.cost.noAccounts"), (row) => row.noAccountsMinor),
          ]}
        />
      </Section>
    </>
  );
}

function lineQuery(month: string, { category, source, currency }: LedgerLine): string {
  return new URLSearchParams({ month: month.slice(0, 7), category, source, currency }).toString();
}
