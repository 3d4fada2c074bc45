import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { DataColumn } from "~/ui/tables/data-table";

interface NamedAccount {
  readonly accountId: string;
  readonly accountNumber: string;
  readonly name: string;
  readonly segment?: string | null;
}

type Extra<Row> = Partial<Omit<DataColumn<Row>, "key" | "header">>;

/** The columns that tables of customer money share: the account that a row leads to, and amounts. */
export function useMoneyColumns(currency: string) {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    /** `to` says whether the name leads to the account's page or to what its money is made of. */
    account: <Row extends NamedAccount>({
      header = t("money.column.account"),
      to = "account" as "account" | "money",
    } = {}): DataColumn<Row> => ({
      key: "account",
      header,
      minWidthPx: 168,
      cell: ({ accountId, accountNumber, name, segment }) => (
        <>
          <Link
            to={to === "money" ? `/money/accounts/${accountId}` : `/accounts/${accountId}`}
            prefetch="intent"
          >
            {name}
          </Link>
          <span className="second">{[accountNumber, segment].filter(Boolean).join(" · ")}</span>
        </>
      ),
    }),
    /** Rounded as on an overview; no value is a dash, with the reason where one is given. */
    amount: <Row,>(
      key: string,
      header: string,
      read: (row: Row) => number | null,
      extra: Extra<Row> & { readonly noValue?: string } = {},
    ): DataColumn<Row> => ({
      key,
      header,
      unit: format.moneyUnit(currency),
      isNumber: true,
      cell: (row) => {
        const minor = read(row);
        return minor === null ? (
          <span title={extra.noValue}>–</span>
        ) : (
          format.compactMoney(Math.round(minor), currency)
        );
      },
      ...extra,
    }),
    /** With its cents, as in a ledger. */
    exact: <Row,>(
      key: string,
      header: string,
      read: (row: Row) => number,
      extra: Extra<Row> = {},
    ): DataColumn<Row> => ({
      key,
      header,
      unit: currency,
      isNumber: true,
      cell: (row) => format.money(read(row), currency),
      ...extra,
    }),
  };
}
