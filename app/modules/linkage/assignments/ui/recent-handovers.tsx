import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import { DataTable } from "~/ui/tables/data-table";
import type { AssignmentEndCause, AssignmentRole } from "../assignment";
import { HandoverSection } from "./handover-section";

interface Handover {
  readonly accountId: string;
  readonly accountName: string;
  readonly role: AssignmentRole;
  readonly fromName: string;
  readonly fromId: string;
  readonly toName: string | null;
  readonly toId: string | null;
  readonly endedOn: string;
  readonly uncoveredDays: number | null;
  readonly cause: AssignmentEndCause | null;
}

/** Roles that ended in the last six months, newest first, with whoever took them next. */
export function RecentHandovers({ handovers }: { handovers: readonly Handover[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t("assignments.list.recent");
  return (
    <HandoverSection title={title} text={t("assignments.list.recentText")}>
      {handovers.length === 0 ? (
        <p className="sub">{t("assignments.list.none")}</p>
      ) : (
        <DataTable
          label={title}
          rows={handovers}
          rowKey={({ accountId, role, fromId }, index) => `${accountId}.${role}.${fromId}.${index}`}
          columns={[
            {
              key: "account",
              header: t("assignments.list.account"),
              cell: ({ accountId, accountName }) => (
                <Link to={`/accounts/${accountId}/team`}>{accountName}</Link>
              ),
            },
            {
              key: "date",
              header: t("assignments.list.date"),
              className: "nowrap",
              line: 1,
              cell: ({ endedOn }) => format.date(endedOn),
            },
            {
              key: "role",
              header: t("assignments.list.role"),
              cell: ({ role }) => t(`assignments.role.${role}`),
            },
            { key: "from", header: t("assignments.list.from"), line: 2, cell: ({ fromName }) => fromName },
            {
              key: "to",
              header: t("assignments.list.to"),
              line: 2,
              cell: ({ toName }) =>
                toName ? (
                  <>
                    <span className="narrow-only muted">→ </span>
                    {toName}
                  </>
                ) : (
                  <StateMark tone="warn">{t("assignments.list.nobody")}</StateMark>
                ),
            },
            {
              key: "cause",
              header: t("assignments.list.cause"),
              line: 2,
              cell: ({ cause }) => t(`assignments.cause.${cause ?? "unknown"}`),
            },
            {
              key: "uncovered",
              header: t("assignments.list.uncovered"),
              unit: t("assignments.list.days"),
              isNumber: true,
              cell: ({ uncoveredDays }) => format.number(uncoveredDays),
            },
          ]}
        />
      )}
    </HandoverSection>
  );
}
