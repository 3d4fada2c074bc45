import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import type { Formatter } from "~/i18n/format";
import { StateMark } from "~/ui/primitives/state-mark";
import type { ListColumn } from "~/ui/tables/list-table";
import type { ListedEmployee } from "../listed-employee.server";

/** Below so many answers a share says more about who answered than about the customers. */
const enoughAnswers = 5;

/** The columns of the employees list; keys are what `?columns=` and the CSV file call them. */
export function employeeColumns(
  t: TFunction,
  format: Formatter,
  currency: string,
): readonly ListColumn<ListedEmployee>[] {
  return [
    {
      key: "name",
      header: t("people.list.column.name"),
      sort: "name",
      isFixed: true,
      className: "nowrap",
      cell: (row) => (
        <>
          <a href={`/employees/${row.id}`}>{row.name}</a> <span className="muted small">{row.number}</span>
        </>
      ),
    },
    {
      key: "job",
      header: t("people.list.column.job"),
      sort: "job",
      className: "nowrap",
      phone: { line: 2 },
      cell: (row) => row.jobTitle ?? "–",
    },
    {
      key: "unit",
      header: t("people.list.column.unit"),
      sort: "unit",
      className: "nowrap",
      phone: { line: 2 },
      cell: (row) => (row.unit ? <span title={row.unit}>{row.unit}</span> : "–"),
    },
    {
      key: "manager",
      header: t("people.list.column.manager"),
      isExtra: true,
      cell: (row) => row.manager ?? "–",
    },
    {
      key: "status",
      header: t("people.list.column.status"),
      phone: { line: 1 },
      cell: (row) => statusMark(row, t, format),
    },
    {
      key: "hired",
      header: t("people.list.column.hired"),
      isExtra: true,
      isNumber: true,
      cell: (row) => format.date(row.hiredOn),
    },
    {
      key: "tenure",
      header: t("people.list.column.tenure"),
      unit: t("people.list.unit.months"),
      isNumber: true,
      sort: "tenure",
      cell: (row) => format.number(row.tenureMonths),
    },
    {
      key: "fte",
      header: t("people.list.column.fte"),
      unit: t("people.list.unit.fullTime"),
      isNumber: true,
      isExtra: true,
      cell: (row) => format.number(row.fte, { decimals: 2 }),
    },
    {
      key: "training",
      header: t("people.list.column.training"),
      unit: t("people.list.unit.hours"),
      isNumber: true,
      sort: "training",
      cell: (row) => format.number(row.trainingHours12m, { decimals: 1 }),
    },
    {
      key: "accounts",
      header: t("people.list.short.accounts"),
      unit: t("people.list.unit.owned"),
      isNumber: true,
      sort: "accounts",
      phone: { line: 2, before: t("people.list.short.accounts") },
      cell: (row) => format.number(row.accountsOwned),
    },
    {
      key: "served",
      header: t("people.list.column.served"),
      unit: t("people.list.unit.served"),
      isNumber: true,
      isExtra: true,
      cell: (row) => format.number(row.accountsServed),
    },
    {
      key: "workload",
      header: t("people.list.column.workload"),
      unit: t("people.list.unit.z"),
      isNumber: true,
      sort: "workload",
      cell: (row) => format.number(row.workloadZ, { decimals: 1, signed: true }),
    },
    {
      key: "revenue",
      header: t("people.list.short.revenue"),
      unit: t("people.list.unit.revenue", { unit: format.moneyUnit(currency) }),
      isNumber: true,
      sort: "revenue",
      cell: (row) => (row.accountsOwned === 0 ? "–" : format.compactMoney(row.revenueOwnedMinor, currency)),
    },
    {
      key: "csat",
      header: t("people.list.column.csat"),
      unit: t("people.list.unit.csat"),
      isNumber: true,
      sort: "csat",
      cell: (row) => csatCell(row, t, format),
    },
    {
      key: "lost",
      header: t("people.list.short.lost"),
      unit: t("people.list.unit.lost"),
      isNumber: true,
      sort: "lost",
      cell: (row) =>
        row.accountsOwned + row.accountsLost12m === 0 ? "–" : format.number(row.accountsLost12m),
    },
  ];
}

function statusMark(row: ListedEmployee, t: TFunction, format: Formatter) {
  if (row.status === "left") {
    return <StateMark tone="neutral">{t("people.status.left", { date: format.date(row.leftOn) })}</StateMark>;
  }
  if (row.status === "joining") {
    return (
      <StateMark tone="neutral">{t("people.status.joining", { date: format.date(row.hiredOn) })}</StateMark>
    );
  }
  return <StateMark tone="good">{t("people.status.active")}</StateMark>;
}

function csatCell(row: ListedEmployee, t: TFunction, format: Formatter) {
  if (row.csatN < enoughAnswers) {
    return (
      <span className="muted" title={t(row.csatN > 0 ? "common.noValue.too_few" : "common.noValue.no_data")}>
        –{row.csatN > 0 && <span className="small"> ({row.csatN})</span>}
      </span>
    );
  }
  return (
    <>
      {format.percent(row.csatTop2N / row.csatN, { decimals: 0 })}{" "}
      <span className="muted small">({format.number(row.csatN)})</span>
    </>
  );
}

export function NoMatch({ href, t }: { href: string | null; t: TFunction }) {
  return (
    <div className="empty">
      <p>{t("people.list.noMatch")}</p>
      {href && (
        <Link className="button" to={href}>
          {t("people.list.noMatchAction")}
        </Link>
      )}
    </div>
  );
}
