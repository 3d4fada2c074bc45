import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import { DataTable } from "~/ui/tables/data-table";
import { hrefWith } from "~/ui/tables/list-query";
import { useMoneyColumns } from "../../ui/money-columns";
import type { AccountProfitRow } from "../list-account-profits.server";
import type { ProfitRows, ProfitSums } from "../list-profit-rows.server";
import type { ShownGroup } from "../read-profit-report.server";
import { useHiddenReason, useProfitColumns } from "./profit-columns";

interface Props {
  readonly rows: ProfitRows;
  readonly sums: ProfitSums;
  /** The statement's own figures: what the rows have to add up to. */
  readonly group: ShownGroup;
  readonly currency: string;
}

/** Every account behind a statement with its cents, and whether they add up to it. */
export function ProfitRowsTable({ rows, sums, group, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [params] = useSearchParams();
  const { account } = useMoneyColumns(currency);
  const profitColumns = useProfitColumns(currency, "exact");
  const hiddenReason = useHiddenReason();
  const orHidden = (minor: number | null) =>
    minor === null ? hiddenReason(group.hidden).words : format.money(minor, currency);
  const addsUp =
    sums.revenueMinor === group.revenueMinor &&
    sums.costOfGoodsMinor === group.costOfGoodsMinor &&
    sums.acquisitionMinor === group.acquisitionMinor;
  const names = account<AccountProfitRow>({ to: "money" });
  return (
    <>
      <p className="row small" style={{ marginBottom: 8 }}>
        <StateMark tone={addsUp ? "good" : "warn"}>
          {t(addsUp ? "money.accounts.addUp" : "money.accounts.beingComputed")}
        </StateMark>
      </p>
      <DataTable
        label={t("money.accounts.allTitle")}
        rows={rows.rows}
        rowKey={(row) => row.accountId}
        columns={[
          {
            ...names,
            foot: t("money.accounts.sum", { count: sums.accounts, n: format.number(sums.accounts) }),
          },
          ...profitColumns<AccountProfitRow>(() => null, {
            revenue: format.money(sums.revenueMinor, currency),
            costOfGoods: format.money(sums.costOfGoodsMinor, currency),
            gross: format.money(sums.grossMinor, currency),
            costToServe: orHidden(group.costToServeMinor),
            acquisition: format.money(sums.acquisitionMinor, currency),
            profit: orHidden(group.profitMinor),
          }),
        ]}
      />
      <p className="row no-print" style={{ marginTop: 12 }}>
        {!rows.isFirst && <Link to={hrefWith(params, { at: null })}>{t("money.accounts.first")}</Link>}
        {rows.next && <Link to={hrefWith(params, { at: rows.next })}>{t("common.action.next")}</Link>}
      </p>
    </>
  );
}
