import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import type { Responsibility } from "../get-governance.server";

interface Props {
  readonly rows: readonly Responsibility[];
  readonly mayWrite: boolean;
}

export function ResponsibilitiesTable({ rows, mayWrite }: Props) {
  const { t } = useTranslation();
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("programme.overview.responsibilities")}</h2>
          <p className="sub">{t("programme.overview.responsibilitiesText")}</p>
        </div>
        {mayWrite && (
          <Link to="/programme/responsibilities/new" className="button small no-print">
            {t("programme.overview.addResponsibility")}
          </Link>
        )}
      </div>
      {rows.length === 0 ? (
        <div className="empty">
          <p className="strong">{t("programme.overview.noResponsibilities")}</p>
          <p>{t("programme.overview.noResponsibilitiesText")}</p>
        </div>
      ) : (
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("programme.overview.matter")}</th>
                <th>{t("programme.overview.decides")}</th>
                <th>{t("programme.overview.does")}</th>
                <th>{t("programme.overview.consulted")}</th>
                <th>{t("programme.overview.informed")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    {mayWrite ? (
                      <Link to={`/programme/responsibilities/${row.id}`}>{row.matter}</Link>
                    ) : (
                      row.matter
                    )}
                  </td>
                  <td>
                    <Person name={row.decidesName} leftOn={row.decidesLeftOn} />
                  </td>
                  <td>
                    <Person name={row.doesName} leftOn={row.doesLeftOn} />
                  </td>
                  <td>{row.consulted ?? "–"}</td>
                  <td>{row.informed ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Person({ name, leftOn }: { name: string | null; leftOn: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {name ?? <span className="muted">{t("programme.nobody")}</span>}
      {leftOn && (
        <span className="second">
          <StateMark tone="warn">{t("programme.left", { date: format.date(leftOn) })}</StateMark>
        </span>
      )}
    </>
  );
}
