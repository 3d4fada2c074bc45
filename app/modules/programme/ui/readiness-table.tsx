import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark, type Tone } from "~/ui/primitives/state-mark";
import type { ReadinessRow } from "../list-readiness.server";
import type { ReadinessStatus } from "../readiness";

const toneOf: Readonly<Record<ReadinessStatus, Tone>> = {
  open: "neutral",
  in_progress: "warn",
  done: "good",
};

export function ReadinessMark({ status }: { status: ReadinessStatus }) {
  const { t } = useTranslation();
  return <StateMark tone={toneOf[status]}>{t(`programme.readiness.status.${status}`)}</StateMark>;
}

export function ReadinessTable({ rows }: { rows: readonly ReadinessRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th>{t("programme.readiness.name")}</th>
            <th>{t("programme.readiness.answer")}</th>
            <th>{t("programme.readiness.evidence")}</th>
            <th>{t("programme.readiness.owner")}</th>
            <th>{t("programme.readiness.statusField")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.item}>
              <td style={{ minWidth: 260, maxWidth: 360 }}>
                <Link to={`/programme/readiness/${row.item}`} prefetch="intent">
                  {t(`programme.readiness.item.${row.item}`)}
                </Link>
                <span className="second">{t(`programme.readiness.text.${row.item}`)}</span>
              </td>
              <td style={{ minWidth: 240 }}>
                {row.answer ?? <span className="muted">{t("programme.readiness.unanswered")}</span>}
              </td>
              <td className="nowrap">
                {row.evidenceCount === 0 ? (
                  <span className="muted">{t("programme.readiness.noEvidence")}</span>
                ) : (
                  t("programme.readiness.evidenceCount", {
                    count: row.evidenceCount,
                    date: format.date(row.lastEvidenceOn),
                  })
                )}
              </td>
              <td className="nowrap">
                {row.ownerName ?? <span className="muted">{t("programme.nobody")}</span>}
              </td>
              <td>
                <ReadinessMark status={row.status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
