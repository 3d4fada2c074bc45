import { useTranslation } from "react-i18next";
import styles from "./panel-column-table.module.css";

const rules = ["precedes", "served", "average", "employed", "late", "privacy"] as const;

/** What holds for every column, in one sentence each. */
export function PanelRules() {
  const { t } = useTranslation();
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t("panel.rulesTitle")}</h2>
      </div>
      <ul className={styles["rules"]}>
        {rules.map((rule) => (
          <li key={rule}>{t(`panel.rules.${rule}`)}</li>
        ))}
      </ul>
    </section>
  );
}
