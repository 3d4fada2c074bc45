import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import { useMoneyColumns } from "../../ui/money-columns";
import type { AccountProfitRow, ProfitFilter } from "../list-account-profits.server";
import { useProfitColumns } from "./profit-columns";

interface Props {
  readonly rows: readonly AccountProfitRow[];
  readonly order: ProfitFilter["order"];
  readonly seesPay: boolean;
  readonly currency: string;
}

/** The accounts that bring most, or least; each opens to the months and entries it is made of. */
export function AccountProfitTable({ rows, order, seesPay, currency }: Props) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { account } = useMoneyColumns(currency);
  const profitColumns = useProfitColumns(currency);
  const link = (to: ProfitFilter["order"]) => {
    const other = new URLSearchParams(search);
    if (to === "best") other.delete("order");
    else other.set("order", to);
    return `?${other.toString()}`;
  };
  const title = t(order === "best" ? "money.accounts.best" : "money.accounts.worst");
  return (
    <Section
      title={title}
      subtitle={t(seesPay ? "money.accounts.byProfit" : "money.accounts.byGross")}
      links={
        <>
          <Link to={link(order === "best" ? "worst" : "best")} preventScrollReset replace>
            {t(order === "best" ? "money.accounts.showWorst" : "money.accounts.showBest")}
          </Link>
          <Link to={`/money/accounts?${search.toString()}`}>{t("money.accounts.all")}</Link>
          <a href={`/money/profitability.csv?${search.toString()}`}>CSV</a>
        </>
      }
    >
      <DataTable
        label={title}
        rows={rows}
        rowKey={(row) => row.accountId}
        columns={[account({ to: "money" }), ...profitColumns<AccountProfitRow>()]}
      />
    </Section>
  );
}
