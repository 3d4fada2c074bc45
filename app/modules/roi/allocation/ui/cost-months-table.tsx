import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import { DataTable } from "~/ui/tables/data-table";
import { useMoneyColumns } from "../../ui/money-columns";
import type { CostMonth } from "../read-cost-months.server";

type Month = Omit<CostMonth, "computedAt">;
type Part = "ledgerMinor" | "accountsMinor" | "unusedMinor" | "overheadMinor";

interface Props {
  readonly months: readonly Month[];
  /** The twelve complete months that statements are of: their sum stands below. */
  readonly year: { readonly first: string; readonly last: string };
  readonly chosen: string | null;
  readonly currency: string;
}

/** Every month to the cent: what the ledger holds is what the three parts hold. */
export function CostMonthsTable({ months, year, chosen, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { exact } = useMoneyColumns(currency);
  const complete = months.filter(({ month }) => month >= year.first && month <= year.last);
  const part = (key: "ledger" | "accounts" | "unused" | "overhead", field: Part) =>
    exact<Month>(key, t(`money.cost.${key}`), (row) => row[field], {
      foot: format.money(
        complete.reduce((sum, row) => sum + row[field], 0),
        currency,
      ),
    });
  const rest = (row: Month) => row.ledgerMinor - row.accountsMinor - row.unusedMinor - row.overheadMinor;
  return (
    <DataTable
      label={t("money.cost.title")}
      rows={months}
      rowKey={({ month }) => month}
      isCurrent={({ month }) => month === chosen}
      columns={[
        {
          key: "month",
          header: t("money.column.month"),
          cell: ({ month }) => (
            <Link to={`?month=${month.slice(0, 7)}`} preventScrollReset>
              {format.month(month)}
            </Link>
          ),
          foot: t("money.cost.year", { first: format.month(year.first), last: format.month(year.last) }),
        },
        part("ledger", "ledgerMinor"),
        part("accounts", "accountsMinor"),
        part("unused", "unusedMinor"),
        part("overhead", "overheadMinor"),
        {
          key: "check",
          header: t("money.cost.check"),
          cell: (row) => (
            <StateMark tone={rest(row) === 0 ? "good" : "bad"}>
              {rest(row) === 0 ? t("money.cost.addsUp") : format.money(rest(row), currency)}
            </StateMark>
          ),
        },
        { key: "rule", header: t("money.cost.rule"), isNumber: true, cell: ({ ruleVersion }) => ruleVersion },
      ]}
    />
  );
}
