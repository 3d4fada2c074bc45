import { useTranslation } from "react-i18next";
import type { RetentionStudy } from "../get-retention-study.server";
import type { StudyFrame } from "../get-study-frame.server";
import { fewestAtRisk } from "../prepare-curves";
import { RetentionSection } from "./retention-section";
import styles from "./studies.module.css";
import { StudyPage } from "./study-page";

export function RetentionPage({ study, frame }: { study: RetentionStudy; frame: StudyFrame }) {
  const { t } = useTranslation();
  return (
    <StudyPage study="retention" head={study.head} frame={frame} counts="accounts">
      <p className={styles.lead}>{t("studies.retention.split")}</p>
      {study.groupings.map((grouping) => (
        <RetentionSection key={grouping.grouping} retention={grouping} />
      ))}
      <p className={`sub ${styles.note}`}>{t("studies.retention.association")}</p>
      <p className="sub">{t("studies.retention.ends", { count: fewestAtRisk })}</p>
    </StudyPage>
  );
}
