import { useTranslation } from "react-i18next";
import type { DataColumn, HiddenReason } from "~/ui/tables/data-table";
import { useMoneyColumns } from "../../ui/money-columns";
import type { ShownGroup } from "../read-profit-report.server";

interface ProfitLines {
  readonly revenueMinor: number;
  readonly costOfGoodsMinor: number;
  readonly acquisitionMinor: number;
  /** Null where the reader may not see what the people behind it cost. */
  readonly costToServeMinor: number | null;
  readonly profitMinor: number | null;
}

/** Why a figure is not shown; without a reason it is that of a single account. */
export function useHiddenReason() {
  const { t } = useTranslation();
  return (reason: ShownGroup["hidden"]): HiddenReason => {
    const words = t(`money.hidden.${reason ?? "too_few"}`);
    return { words, short: reason === null ? t("money.hidden.short") : words };
  };
}

type Write = "amount" | "exact";
type Sums = Partial<
  Record<"revenue" | "costOfGoods" | "gross" | "costToServe" | "acquisition" | "profit", React.ReactNode>
>;

/** From revenue to profit, the columns of every table that has them; `foot` stands below. */
export function useProfitColumns(currency: string, write: Write = "amount") {
  const { t } = useTranslation();
  const columns = useMoneyColumns(currency);
  const hiddenReason = useHiddenReason();
  return <Row extends ProfitLines>(
    reasonOf: (row: Row) => ShownGroup["hidden"] = () => null,
    foot: Sums = {},
  ): DataColumn<Row>[] => {
    const hidden = (read: (row: Row) => number | null) => (row: Row) =>
      read(row) === null ? hiddenReason(reasonOf(row)) : null;
    const column = (key: keyof Sums, read: (row: Row) => number | null, isStrong = false) =>
      columns[write]<Row>(key, t(`money.line.${key}`), (row) => read(row) ?? 0, {
        isStrong,
        hidden: hidden(read),
        ...(foot[key] !== undefined && { foot: foot[key] }),
      });
    return [
      column("revenue", (row) => row.revenueMinor),
      column("costOfGoods", (row) => row.costOfGoodsMinor),
      column("gross", (row) => row.revenueMinor - row.costOfGoodsMinor),
      column("costToServe", (row) => row.costToServeMinor),
      column("acquisition", (row) => row.acquisitionMinor),
      column("profit", (row) => row.profitMinor, true),
    ];
  };
}
