import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { type DataColumn, DataTable } from "~/ui/tables/data-table";
import { HandoverSection } from "./handover-section";

interface Leaver {
  readonly id: string;
  readonly name: string;
  readonly leftOn: string;
  readonly openAssignments: number;
  readonly ownedAccounts: number;
  readonly revenue12mMinor: string;
}

interface Unowned {
  readonly accountId: string;
  readonly name: string;
  readonly unownedSince: string | null;
  readonly revenue12mMinor: string;
}

/** What the accounts in a row bring in a year, and the button that ends the waiting: the last columns of both lists. */
function useClosingColumns<Row extends { readonly name: string; readonly revenue12mMinor: string }>(
  currency: string,
  action: string,
  toOf: (row: Row) => string,
): readonly DataColumn<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: "revenue",
      header: t("assignments.list.revenue"),
      unit: `${format.moneyUnit(currency)} ${t("common.unit.perYear")}`,
      isNumber: true,
      line: 2,
      cell: ({ revenue12mMinor }) => (
        <>
          {format.compactMoney(revenue12mMinor, currency)}{" "}
          <span className="narrow-only muted">
            {format.moneyUnit(currency)} {t("common.unit.perYear")}
          </span>
        </>
      ),
    },
    {
      key: "action",
      isNumber: true,
      className: "no-print",
      line: 1,
      cell: (row) => (
        <Link className="button small" to={toOf(row)} aria-label={`${action} ${row.name}`}>
          {action}
        </Link>
      ),
    },
  ];
}

export function WaitingLeavers({ leavers, currency }: { leavers: readonly Leaver[]; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const closing = useClosingColumns<Leaver>(
    currency,
    t("assignments.list.handOver"),
    ({ id }) => `/handovers/new?employee=${id}`,
  );
  const title = t("assignments.list.waiting");
  return (
    <HandoverSection title={title} text={t("assignments.list.waitingText")}>
      <DataTable
        label={title}
        rows={leavers}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "person",
            header: t("assignments.list.person"),
            cell: ({ id, name }) => <Link to={`/employees/${id}`}>{name}</Link>,
          },
          {
            key: "leaves",
            header: t("assignments.list.leavesOn"),
            line: 2,
            cell: ({ leftOn }) => format.date(leftOn),
          },
          {
            key: "owned",
            header: t("assignments.list.owned"),
            isNumber: true,
            cell: ({ ownedAccounts }) => format.number(ownedAccounts),
          },
          {
            key: "open",
            header: t("assignments.list.open"),
            isNumber: true,
            cell: ({ openAssignments }) => format.number(openAssignments),
          },
          ...closing,
        ]}
      />
    </HandoverSection>
  );
}

export function UnownedAccounts({ accounts, currency }: { accounts: readonly Unowned[]; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const closing = useClosingColumns<Unowned>(
    currency,
    t("assignments.list.assign"),
    ({ accountId }) => `/accounts/${accountId}/assign`,
  );
  const title = t("assignments.list.unowned");
  return (
    <HandoverSection title={title} text={t("assignments.list.unownedText")}>
      <DataTable
        label={title}
        rows={accounts}
        rowKey={({ accountId }) => accountId}
        columns={[
          {
            key: "account",
            header: t("assignments.list.account"),
            cell: ({ accountId, name }) => <Link to={`/accounts/${accountId}`}>{name}</Link>,
          },
          {
            key: "since",
            header: t("assignments.list.since"),
            line: 2,
            cell: ({ unownedSince }) =>
              unownedSince ? format.date(unownedSince) : t("assignments.list.never"),
          },
          ...closing,
        ]}
      />
    </HandoverSection>
  );
}
