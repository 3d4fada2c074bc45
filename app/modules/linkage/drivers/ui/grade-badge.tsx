import { useTranslation } from "react-i18next";
import type { Grade } from "../result";
import styles from "./grade-badge.module.css";

/** The evidence grade, told apart by its outline as well as its letter: A filled, B outlined, C dashed, D dotted. */
export function GradeBadge({ grade }: { grade: Grade }) {
  const { t } = useTranslation();
  const words = t("drivers.gradeLabel", { grade, words: t(`drivers.grade.${grade}`) });
  return (
    <span className={styles["grade"]} data-grade={grade} role="img" aria-label={words} title={words}>
      {grade}
    </span>
  );
}
