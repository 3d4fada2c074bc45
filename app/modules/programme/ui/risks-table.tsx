import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark, type Tone } from "~/ui/primitives/state-mark";
import type { RiskRow } from "../list-risks.server";
import { type Severity, severityOf } from "../risk";

const toneOf: Readonly<Record<Severity, Tone>> = { low: "good", medium: "warn", high: "bad" };

interface Props {
  readonly risks: readonly RiskRow[];
  readonly mayWrite: boolean;
  readonly today: string;
}

export function RisksTable({ risks, mayWrite, today }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <h2 style={{ marginBottom: 12 }}>{t("programme.risks.list")}</h2>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("programme.risks.risk")}</th>
              <th className="n">{t("programme.risks.probability")}</th>
              <th className="n">{t("programme.risks.impact")}</th>
              <th className="n">{t("programme.risks.score")}</th>
              <th />
              <th>{t("programme.risks.response")}</th>
              <th>{t("programme.risks.owner")}</th>
              <th>{t("programme.risks.reviewOn")}</th>
            </tr>
          </thead>
          <tbody>
            {risks.map((risk) => (
              <tr key={risk.id}>
                <td style={{ minWidth: 240 }}>
                  {mayWrite ? <Link to={`/programme/risks/${risk.id}`}>{risk.title}</Link> : risk.title}
                </td>
                <td className="n">{risk.probability}</td>
                <td className="n">{risk.impact}</td>
                <td className="n strong">{risk.probability * risk.impact}</td>
                <td>
                  {risk.closedOn ? (
                    <StateMark tone="neutral">{t("programme.risks.closed")}</StateMark>
                  ) : (
                    <Mark severity={severityOf(risk.probability, risk.impact)} />
                  )}
                </td>
                <td style={{ minWidth: 220 }}>
                  {t(`programme.risks.responses.${risk.response}`)}
                  {risk.responseNote && <span className="second">{risk.responseNote}</span>}
                </td>
                <td className="nowrap">
                  {risk.ownerName ?? <span className="muted">{t("programme.nobody")}</span>}
                </td>
                <td className="nowrap">
                  {format.date(risk.closedOn ?? risk.reviewOn)}
                  {!risk.closedOn && risk.reviewOn && risk.reviewOn < today && (
                    <span className="second">
                      <StateMark tone="warn">{t("programme.risks.overdue")}</StateMark>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Mark({ severity }: { severity: Severity }) {
  const { t } = useTranslation();
  return <StateMark tone={toneOf[severity]}>{t(`programme.risks.severity.${severity}`)}</StateMark>;
}
