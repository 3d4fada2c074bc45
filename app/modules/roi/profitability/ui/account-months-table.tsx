import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import { useMoneyColumns } from "../../ui/money-columns";
import type { AccountMoney, AccountMonth } from "../read-account-money.server";
import { useHiddenReason } from "./profit-columns";

/** Twelve months to the cent; their sum is the account's line, and a month opens to its entries. */
export function AccountMonthsTable({ money, currency }: { money: AccountMoney; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { exact } = useMoneyColumns(currency);
  const hidden = useHiddenReason()(null);
  const { profit, months, entries } = money;
  const sum = (read: (row: AccountMonth) => number) =>
    format.money(
      months.reduce((total, row) => total + read(row), 0),
      currency,
    );
  const column = (key: "revenue" | "costOfGoods" | "gross", read: (row: AccountMonth) => number) =>
    exact<AccountMonth>(key, t(`money.line.${key}`), read, { foot: sum(read) });
  const total =
    profit.profitMinor === null ? hidden.words : `${format.money(profit.profitMinor, currency)} ${currency}`;
  return (
    <Section title={t("money.account.monthsTitle")} subtitle={t("money.account.monthsText")}>
      <DataTable
        label={t("money.account.monthsTitle")}
        rows={months}
        rowKey={({ month }) => month}
        isCurrent={({ month }) => month === entries?.month}
        columns={[
          {
            key: "month",
            header: t("money.column.month"),
            cell: ({ month }) => (
              <Link to={`?month=${month.slice(0, 7)}`} preventScrollReset>
                {format.month(month)}
              </Link>
            ),
            foot: t("money.cost.total"),
          },
          column("revenue", (row) => row.revenueMinor),
          column("costOfGoods", (row) => row.costOfGoodsMinor),
          column("gross", (row) => row.revenueMinor - row.costOfGoodsMinor),
          exact<AccountMonth>(
            "costToServe",
            t("money.line.costToServe"),
            (row) => row.costToServeMinor ?? 0,
            {
              hidden: ({ costToServeMinor }) => (costToServeMinor === null ? hidden : null),
              foot:
                profit.costToServeMinor === null
                  ? hidden.short
                  : format.money(profit.costToServeMinor, currency),
            },
          ),
        ]}
      />
      <p className="sub" style={{ marginTop: 8 }}>
        {t("money.account.profit", {
          acquisition: `${format.money(profit.acquisitionMinor, currency)} ${currency}`,
          profit: total,
        })}{" "}
        <Link to="/money/costs">{t("money.account.costs")}</Link>
      </p>
    </Section>
  );
}
