import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import type { AssignmentEndCause, AssignmentRole } from "../assignment";

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
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("assignments.list.recent")}</h2>
          <p className="sub">{t("assignments.list.recentText")}</p>
        </div>
      </div>
      {handovers.length === 0 ? (
        <p className="sub">{t("assignments.list.none")}</p>
      ) : (
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("assignments.list.account")}</th>
                <th>{t("assignments.list.date")}</th>
                <th>{t("assignments.list.role")}</th>
                <th>{t("assignments.list.from")}</th>
                <th>{t("assignments.list.to")}</th>
                <th>{t("assignments.list.cause")}</th>
                <th className="n">
                  {t("assignments.list.uncovered")}
                  <span className="unit">{t("assignments.list.days")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {handovers.map((row, index) => (
                <tr key={`${row.accountId}.${row.role}.${row.fromId}.${index}`}>
                  <td>
                    <Link to={`/accounts/${row.accountId}/team`}>{row.accountName}</Link>
                  </td>
                  <td className="nowrap">{format.date(row.endedOn)}</td>
                  <td>{t(`assignments.role.${row.role}`)}</td>
                  <td>{row.fromName}</td>
                  <td>{row.toName ?? <StateMark tone="warn">{t("assignments.list.nobody")}</StateMark>}</td>
                  <td>{t(`assignments.cause.${row.cause ?? "unknown"}`)}</td>
                  <td className="n">{format.number(row.uncoveredDays)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
