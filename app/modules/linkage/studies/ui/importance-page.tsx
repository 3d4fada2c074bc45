import { useTranslation } from "react-i18next";
import type { ImportanceStudy } from "../get-importance-study.server";
import type { StudyFrame } from "../get-study-frame.server";
import { ImportanceShares } from "./importance-shares";
import styles from "./studies.module.css";
import { StudyPage } from "./study-page";
import { useFactorWords } from "./use-factor-words";
import { useStudyFormat } from "./use-study-format";

export function ImportancePage({ study, frame }: { study: ImportanceStudy; frame: StudyFrame }) {
  const { t } = useTranslation();
  const { head, importance, rows } = study;
  return (
    <StudyPage study="importance" head={head} frame={frame} counts="accounts">
      {importance && head ? (
        <div className={styles.study}>
          <div>
            <ImportanceSentence importance={importance} />
            <ImportanceShares importance={importance} />
          </div>
          <ImportanceFacts importance={importance} head={head} rows={rows} />
        </div>
      ) : (
        <p className="sub">{t("drivers.refused.failed")}</p>
      )}
    </StudyPage>
  );
}

type Importance = NonNullable<ImportanceStudy["importance"]>;

function ImportanceSentence({ importance: { shares, isOrderClear, rSquared } }: { importance: Importance }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const words = useFactorWords();
  const [first, second] = shares;
  if (!first) return null;
  const values = {
    all: format.percent(rSquared, { decimals: 1 }),
    first: words.factor(first.exposure),
    share: format.share(first.estimate),
    low: format.share(first.lower),
    high: format.share(first.upper),
  };
  return (
    <p className={styles.lead}>
      {isOrderClear || !second
        ? t("studies.importance.sentence", values)
        : t("studies.importance.sentenceOpen", {
            ...values,
            second: words.inSentence(words.factor(second.exposure)),
          })}
    </p>
  );
}

interface FactsProps {
  readonly importance: Importance;
  readonly head: NonNullable<ImportanceStudy["head"]>;
  readonly rows: number;
}

function ImportanceFacts({ importance, head, rows }: FactsProps) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const { rSquared, method } = importance;
  const outcome = t(`drivers.outcome.${importance.outcome}`);
  const percent = (share: number) => format.percent(share, { decimals: 1 });
  return (
    <aside className="aside">
      <h2>{t("studies.importance.facts")}</h2>
      <dl className="key-values">
        <dt>{t("studies.importance.outcome")}</dt>
        <dd>{outcome}</dd>
        <dt>{t("studies.importance.rSquared")}</dt>
        <dd>{t("studies.importance.rSquaredValue", { value: percent(rSquared) })}</dd>
        <dt>{t("studies.importance.methodLabel")}</dt>
        <dd>{t(`studies.importance.method.${method}`)}</dd>
        <dt>{t("studies.importance.rows")}</dt>
        <dd>{format.number(rows)}</dd>
        <dt>{t("studies.importance.accounts")}</dt>
        <dd>{format.number(head.accounts)}</dd>
        <dt>{t("studies.importance.employees")}</dt>
        <dd>{format.number(head.employees)}</dd>
      </dl>
      <p className={`sub ${styles.note}`}>{t("studies.importance.rest", { rest: percent(1 - rSquared) })}</p>
      <h3 className={styles.note}>{t("studies.importance.label")}</h3>
      <p className="sub">{t("studies.importance.association", { outcome: format.inSentence(outcome) })}</p>
    </aside>
  );
}
