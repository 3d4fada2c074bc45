import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { wholeMonthsBetween } from "~/kernel/calendar";
import type { ListColumn } from "~/ui/tables/list-table";
import { changeOf, leastAnswers } from "../account-row";
import type { AccountRow } from "../list-accounts.server";
import { HealthMark } from "./health-mark";

interface Company {
  readonly today: string;
  readonly currency: string;
}

/** The list's columns. Cells are plain functions: a page has fifty rows, and a hook in each would be felt. */
export function useAccountColumns({ today, currency }: Company): ListColumn<AccountRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const word = (key: Parameters<typeof columnKey>[0]) => t(columnKey(key));
  const health = {
    good: <HealthMark health="good" status="customer" />,
    watch: <HealthMark health="watch" status="customer" />,
    falling: <HealthMark health="falling" status="customer" />,
    unknown: <HealthMark health="unknown" status="customer" />,
    lost: <HealthMark health="unknown" status="lost" />,
  };
  const tooFew = t("linkage.list.tooFew");
  const nobody = <span className="muted">{t("linkage.list.nobody")}</span>;
  return [
    {
      key: "name",
      header: word("name"),
      sort: "name",
      isFixed: true,
      cell: (row) => (
        <>
          <a href={`/accounts/${row.id}`}>{row.name}</a> <span className="muted small">{row.region}</span>
        </>
      ),
    },
    { key: "number", header: word("number"), sort: "number", isExtra: true, cell: (row) => row.number },
    { key: "type", header: word("type"), isExtra: true, cell: (row) => t(`customers.type.${row.type}`) },
    {
      key: "status",
      header: word("status"),
      isExtra: true,
      cell: (row) => t(`customers.status.${row.status}` as "customers.status.customer"),
    },
    { key: "segment", header: word("segment"), isExtra: true, cell: (row) => row.segment },
    {
      key: "revenue",
      header: word("revenue"),
      unit: t("linkage.list.column.revenueUnit", { unit: format.moneyUnit(currency) }),
      isNumber: true,
      sort: "revenue",
      phone: { line: 2, before: word("revenue"), after: format.moneyUnit(currency) },
      cell: (row) => format.compactMoney(row.revenueMinor, currency),
    },
    {
      key: "change",
      header: word("change"),
      unit: t("linkage.list.column.changeUnit"),
      isNumber: true,
      cell: (row) => format.percent(changeOf(row), { signed: true }),
    },
    {
      key: "satisfaction",
      header: word("satisfaction"),
      unit: t("linkage.list.column.satisfactionUnit"),
      isNumber: true,
      sort: "csat",
      startsDescending: false,
      phone: { line: 2, before: word("satisfaction") },
      cell: (row) =>
        row.csatN < leastAnswers || row.csatMean === null ? (
          <span className="muted" title={tooFew}>
            – (n {row.csatN})
          </span>
        ) : (
          <>
            {format.number(Number(row.csatMean), { decimals: 1 })}{" "}
            <span className="muted">({format.number(row.csatN)})</span>
          </>
        ),
    },
    {
      key: "health",
      header: word("health"),
      phone: { line: 1 },
      cell: (row) => health[row.status === "customer" ? (row.health as keyof typeof health) : "lost"],
    },
    { key: "owner", header: word("owner"), phone: { line: 2 }, cell: (row) => row.ownerName ?? nobody },
    {
      key: "months",
      header: word("months"),
      unit: t("linkage.list.column.monthsUnit"),
      isNumber: true,
      sort: "since",
      startsDescending: true,
      cell: (row) =>
        format.number(row.ownerSince === null ? null : wholeMonthsBetween(row.ownerSince, today)),
    },
    {
      key: "handovers",
      header: word("handovers"),
      unit: t("linkage.list.column.handoversUnit"),
      isNumber: true,
      sort: "handovers",
      cell: (row) => format.number(row.handovers12m),
    },
    {
      key: "cases",
      header: word("cases"),
      isNumber: true,
      isExtra: true,
      cell: (row) => format.number(row.openCases),
    },
    {
      key: "lastContact",
      header: word("lastContact"),
      isNumber: true,
      isExtra: true,
      cell: (row) => format.date(row.lastContactAt?.toISOString() ?? null),
    },
    {
      key: "since",
      header: word("since"),
      isNumber: true,
      isExtra: true,
      cell: (row) => format.date(row.acquiredOn),
    },
  ];
}

type ColumnWord =
  | "name"
  | "number"
  | "type"
  | "status"
  | "segment"
  | "revenue"
  | "change"
  | "satisfaction"
  | "health"
  | "owner"
  | "months"
  | "handovers"
  | "cases"
  | "lastContact"
  | "since";

const columnKey = (word: ColumnWord) => `linkage.list.column.${word}` as const;
