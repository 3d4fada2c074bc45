import { useTranslation } from "react-i18next";
import { riskLevels, severityOf } from "../risk";
import styles from "./risk-matrix.module.css";

interface Props {
  readonly risks: readonly {
    readonly probability: number;
    readonly impact: number;
    readonly closedOn: string | null;
  }[];
}

/** Open risks by probability (up) and impact (across); the count stands in the cell, the colour is its severity. */
export function RiskMatrix({ risks }: Props) {
  const { t } = useTranslation();
  const open = risks.filter((risk) => risk.closedOn === null);
  return (
    <section>
      <div className="section-head">
        <div>
          <h2>{t("programme.risks.matrix")}</h2>
          <p className="sub">{t("programme.risks.matrixText")}</p>
        </div>
      </div>
      <div className="table-frame">
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">
                {t("programme.risks.probability")} ↓ {t("programme.risks.impact")} →
              </th>
              {riskLevels.map((impact) => (
                <th key={impact} scope="col">
                  {t(`programme.risks.impactLevel.${impact}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...riskLevels].reverse().map((probability) => (
              <tr key={probability}>
                <th scope="row">{t(`programme.risks.probabilityLevel.${probability}`)}</th>
                {riskLevels.map((impact) => {
                  const count = open.filter(
                    (risk) => risk.probability === probability && risk.impact === impact,
                  ).length;
                  return (
                    <td
                      key={impact}
                      className={`${styles.cell} ${styles[severityOf(probability, impact)]}`}
                      title={t("programme.risks.cell", { count, probability, impact })}
                    >
                      {count > 0 ? count : ""}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
