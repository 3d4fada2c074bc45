import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ListColumn } from "~/ui/tables/list-table";
import type { RowBehind, RowUnit } from "../page/row-behind";
import type { Outcome } from "../result";
import { useEffectWords } from "./effect-words";

interface List {
  readonly effect: { readonly outcome: Outcome; readonly exposure: string; readonly per?: number };
  readonly currency: string;
  readonly unit: RowUnit | null;
}

const decimalsOf: Readonly<Record<RowUnit, number>> = {
  hours: 1,
  months: 0,
  z: 2,
  score: 0,
  percent: 0,
  flag: 0,
};

/** The account and month, the outcome of that month, and the exposure where it may stand in a row. */
export function useRowColumns({ effect, currency, unit }: List): readonly ListColumn<RowBehind>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEffectWords();
  const account: ListColumn<RowBehind> = {
    key: "account",
    header: t("drivers.rows.account"),
    cell: (row) => (
      <>
        <a href={`/accounts/${row.accountId}`}>{row.accountName}</a>
        <span className="second wide-only">{row.accountNumber}</span>
      </>
    ),
  };
  const month: ListColumn<RowBehind> = {
    key: "month",
    header: t("drivers.rows.month"),
    className: "nowrap",
    phone: { line: 1 },
    cell: (row) => format.month(row.month),
  };
  return [account, month, ...outcomeColumns(), ...(unit ? [exposureColumn(unit)] : [])];

  function outcomeColumns(): ListColumn<RowBehind>[] {
    if (effect.outcome === "satisfaction")
      return [
        {
          key: "mean",
          header: t("drivers.outcome.satisfaction"),
          unit: t("drivers.rows.satisfactionUnit"),
          isNumber: true,
          phone: { line: 2, before: t("drivers.outcome.satisfaction") },
          cell: (row) => format.number(row.csatN > 0 ? row.csatSum / row.csatN : null, { decimals: 2 }),
        },
        {
          key: "n",
          header: t("drivers.rows.answers"),
          isNumber: true,
          phone: { line: 2, before: t("drivers.rows.answers") },
          cell: (row) => format.number(row.csatN),
        },
      ];
    if (effect.outcome === "revenue")
      return [
        {
          key: "revenue",
          header: t("drivers.outcome.revenue"),
          unit: t("drivers.rows.revenueUnit", { unit: format.moneyUnit(currency) }),
          isNumber: true,
          phone: { line: 2, before: t("drivers.outcome.revenue"), after: format.moneyUnit(currency) },
          cell: (row) => format.compactMoney(row.revenueMinor, currency),
        },
      ];
    return [
      {
        key: "lost",
        header: t("drivers.rows.lost"),
        phone: { line: 2, before: t("drivers.rows.lost") },
        cell: (row) => (row.isLost === null ? "–" : t(row.isLost ? "drivers.rows.yes" : "drivers.rows.no")),
      },
    ];
  }

  function exposureColumn(unit: RowUnit): ListColumn<RowBehind> {
    const isFlag = unit === "flag";
    return {
      key: "exposure",
      header: words.name(effect.exposure),
      unit: isFlag
        ? words.step(effect.exposure, 1)
        : t(`drivers.rows.unitOf.${unit as Exclude<RowUnit, "flag">}`),
      isNumber: !isFlag,
      phone: { line: 2, before: words.name(effect.exposure) },
      cell: (row) => {
        if (row.isForeignOwner) return <span title={t("drivers.rows.foreignOwner")}>–</span>;
        if (isFlag) return t(row.value ? "common.yes" : "common.no");
        return format.number(row.value, { decimals: decimalsOf[unit] });
      },
    };
  }
}
