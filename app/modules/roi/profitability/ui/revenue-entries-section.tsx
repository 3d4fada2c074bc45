import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import { useMoneyColumns } from "../../ui/money-columns";
import type { ConvertedCurrency, RevenueEntries } from "../list-revenue-entries.server";

interface Props {
  readonly entries: RevenueEntries & { readonly month: string };
  readonly currency: string;
}

/** The entries of one month, and how each currency of them became the month's figure. */
export function RevenueEntriesSection({ entries, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { exact } = useMoneyColumns(currency);
  const { rows, currencies } = entries;
  const month = format.month(entries.month);
  const total = (read: (row: (typeof currencies)[number]) => number | null) =>
    format.money(
      currencies.reduce((sum, row) => sum + (read(row) ?? 0), 0),
      currency,
    );
  const orLeftOut = (minor: number | null) =>
    minor === null ? t("money.cost.leftOut") : format.money(minor, currency);
  return (
    <Section title={t("money.account.entriesTitle", { month })} subtitle={t("money.cost.linesText")}>
      <div className="stack">
        <DataTable
          label={t("money.account.entriesTitle", { month })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: "day", header: t("money.file.date"), cell: ({ bookedOn }) => format.date(bookedOn) },
            { key: "product", header: t("money.account.product"), cell: ({ product }) => product ?? "–" },
            {
              key: "kind",
              header: t("money.file.kind"),
              cell: ({ kind }) => t(`money.account.kind.${kind}`),
            },
            {
              key: "amount",
              header: t("money.line.revenue"),
              isNumber: true,
              cell: (row) => `${format.money(row.amountMinor, row.currency)} ${row.currency}`,
            },
            {
              key: "cost",
              header: t("money.line.costOfGoods"),
              isNumber: true,
              cell: (row) =>
                row.costOfGoodsMinor === null
                  ? "–"
                  : `${format.money(row.costOfGoodsMinor, row.currency)} ${row.currency}`,
            },
          ]}
        />
        <DataTable
          label={t("money.account.convertedTitle")}
          rows={currencies}
          rowKey={(row) => row.currency}
          columns={[
            {
              key: "currency",
              header: t("money.account.convertedTitle"),
              cell: (row) =>
                `${format.money(row.originalMinor, row.currency)} − ${format.money(row.originalCostMinor, row.currency)} ${row.currency}`,
              foot: t("money.cost.total"),
            },
            {
              key: "rate",
              header: t("money.cost.rate"),
              isNumber: true,
              cell: ({ rate }) => rate ?? t("money.cost.noRate"),
            },
            exact<ConvertedCurrency>("revenue", t("money.line.revenue"), (row) => row.amountMinor ?? 0, {
              cell: (row) => orLeftOut(row.amountMinor),
              foot: total((row) => row.amountMinor),
            }),
            exact<ConvertedCurrency>(
              "costOfGoods",
              t("money.line.costOfGoods"),
              (row) => row.costOfGoodsMinor ?? 0,
              {
                cell: (row) => orLeftOut(row.costOfGoodsMinor),
                foot: total((row) => row.costOfGoodsMinor),
              },
            ),
          ]}
        />
      </div>
    </Section>
  );
}
