import { useTranslation } from "react-i18next";
import { type Grade, grades } from "~/modules/linkage/drivers/result";
import styles from "./returns.module.css";

const classes: Readonly<Record<Grade, string | undefined>> = {
  A: styles.evA,
  B: styles.evB,
  C: styles.evC,
  D: styles.evD,
};

/** Share of the benefit by the grade it rests on, by size whatever its sign; hatched is not counted. */
export function EvidenceBar({ byGrade }: { byGrade: Readonly<Record<Grade, number>> }) {
  const { t } = useTranslation();
  const whole = grades.reduce((sum, grade) => sum + Math.abs(byGrade[grade]), 0);
  const shares = grades
    .map((grade) => ({ grade, share: whole > 0 ? Math.abs(byGrade[grade]) / whole : 0 }))
    .filter(({ share }) => share >= 0.005);
  if (shares.length === 0) return <span className="muted small">{t("roi.programmes.noEvidence")}</span>;
  return (
    <span className={styles.evidence}>
      {shares.map(({ grade, share }) => (
        <span key={grade} className={classes[grade]} style={{ flexGrow: share }}>
          {grade} {Math.round(100 * share)}
          <i />
        </span>
      ))}
    </span>
  );
}
