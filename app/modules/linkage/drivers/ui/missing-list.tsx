import { useTranslation } from "react-i18next";
import styles from "./forest.module.css";
import type { RemediedCode } from "./remedies";
import { RemedyLink } from "./remedy-link";

/** What to import so that more can be answered, first what helps most. */
export function MissingList({ missing, isFirst }: { missing: readonly RemediedCode[]; isFirst: boolean }) {
  const { t } = useTranslation();
  if (missing.length === 0) return null;
  return (
    <section className={isFirst ? styles["missing"] : "section"} aria-labelledby="missing-title">
      <h2 id="missing-title">{t("drivers.empty.missing")}</h2>
      <p className="sub">{t("drivers.empty.missingText")}</p>
      <table className="data">
        <tbody>
          {missing.map((code) => (
            <tr key={code}>
              <td>{t(`drivers.refused.${code}`)}</td>
              <td>
                <RemedyLink code={code} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
