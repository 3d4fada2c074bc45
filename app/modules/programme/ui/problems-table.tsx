import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import type { ProblemRow } from "../list-problems.server";

export function ProblemsTable({ rows, mayWrite }: { rows: readonly ProblemRow[]; mayWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th>{t("programme.problems.problem")}</th>
            <th>{t("programme.problems.foundOn")}</th>
            <th>{t("programme.problems.cause")}</th>
            <th>{t("programme.problems.solution")}</th>
            <th>{t("programme.problems.owner")}</th>
            <th>{t("programme.problems.state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td style={{ minWidth: 200 }}>
                {mayWrite ? <Link to={`/programme/problems/${row.id}`}>{row.title}</Link> : row.title}
              </td>
              <td className="nowrap">{format.date(row.foundOn)}</td>
              <td style={{ minWidth: 200 }}>{row.cause ?? "–"}</td>
              <td style={{ minWidth: 220 }}>{row.solution ?? "–"}</td>
              <td className="nowrap">
                {row.ownerName ?? <span className="muted">{t("programme.nobody")}</span>}
              </td>
              <td className="nowrap">
                {row.closedOn ? (
                  <StateMark tone="good">
                    {t("programme.problems.closed")} {format.date(row.closedOn)}
                  </StateMark>
                ) : (
                  <StateMark tone="warn">{t("programme.problems.open")}</StateMark>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
