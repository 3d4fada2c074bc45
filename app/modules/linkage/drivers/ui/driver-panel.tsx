import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { type DriverEffect, isRefusedEffect } from "../result";
import { CheckList } from "./check-list";
import { DeclaredSpecification } from "./declared-specification";
import { DriverSentence } from "./driver-sentence";
import { DriverStudy } from "./driver-study";
import { decimalsOf } from "./effect-decimals";
import { useEffectWords } from "./effect-words";
import { FormulaBlock } from "./formula-block";
import { GradeBadge } from "./grade-badge";
import { MethodFacts } from "./method-facts";
import { NaiveComparison } from "./naive-comparison";
import styles from "./panel.module.css";
import type { DriverDetail } from "./prepare-driver-detail";
import { RemedyLink } from "./remedy-link";
import { SampleFacts } from "./sample-facts";

interface Props {
  readonly detail: DriverDetail;
  readonly timeZone: string;
  /** The filters in force as "?…", or "". */
  readonly search: string;
}

/** The whole of one result: what it says, what it stands on, and what was done to break it. */
export function DriverPanel({ detail, timeZone, search }: Props) {
  const { t, i18n } = useTranslation();
  const words = useEffectWords();
  const title = useRef<HTMLHeadingElement>(null);
  const { effect } = detail;
  const found = isRefusedEffect(effect) ? null : effect;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever opens a result, by key or by hand, goes on reading there
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
  }, [effect.key]);
  return (
    <aside className={styles["panel"]} aria-labelledby="driver-title">
      <p className={styles["top"]}>
        <span className="small muted">
          {t("drivers.panel.driverOf", {
            outcome: t(`drivers.outcome.${effect.outcome}`).toLocaleLowerCase(i18n.language),
          })}
        </span>
        <Link to={`/drivers${search}`} preventScrollReset className="no-print small">
          <span className={styles["wide"]}>
            {t("drivers.panel.close")} <kbd>Esc</kbd>
          </span>
          <span className={styles["narrow"]}>{t("drivers.panel.back")}</span>
        </Link>
      </p>
      <h2 id="driver-title" ref={title} tabIndex={-1}>
        {words.name(effect.exposure)}
        {found && <span className={styles["step"]}> {words.step(effect.exposure, found.per)}</span>}
      </h2>
      {found && <Headline effect={found} />}
      <p className={styles["says"]}>
        {found && <GradeBadge grade={found.grade} />}
        <span>
          <DriverSentence effect={effect} />{" "}
          {isRefusedEffect(effect) ? (
            <RemedyLink code={effect.refused.code} />
          ) : (
            <span className="muted">
              {t(effect.verdict === "none" ? "drivers.panel.nullLong" : `drivers.gradeLong.${effect.grade}`)}
            </span>
          )}
        </span>
      </p>
      {found && found.weakened.length > 0 && (
        <ul className={styles["weakened"]} aria-label={t("drivers.panel.weakened")}>
          {found.weakened.map((weakening) => (
            <li key={weakening}>{t(`drivers.weakened.${weakening}`)}</li>
          ))}
        </ul>
      )}
      {detail.study && <DriverStudy study={detail.study} />}
      {found && <MethodFacts effect={found} detail={detail} />}
      {found && <CheckList effect={found} checks={detail.checks} />}
      {found && detail.naive.length > 0 && <NaiveComparison effect={found} naive={detail.naive} />}
      <FormulaBlock detail={detail} />
      <DeclaredSpecification specification={detail.specification} />
      <SampleFacts detail={detail} timeZone={timeZone} />
      <PanelLinks effectKey={effect.key} hasRows={found !== null && detail.kind !== "leaving"} />
    </aside>
  );
}

function Headline({ effect }: { effect: DriverEffect }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEffectWords();
  const { outcome, estimate, lower, upper, level, verdict } = effect;
  const decimals = decimalsOf(outcome, [lower, upper]);
  return (
    <p className={styles["figure"]}>
      <b>{words.signed(estimate, decimals)}</b>{" "}
      <span>
        {t(`drivers.unitOf.${outcome}`)}
        {verdict !== "side_by_side" && (
          <>
            {" "}
            <span className="nowrap">
              (
              {t("drivers.panel.figure", {
                level: format.percent(level, { decimals: 0 }),
                interval: words.interval(lower, upper, decimals),
              })}
              )
            </span>
          </>
        )}
      </span>
    </p>
  );
}

/** Rows of the analysis of leaving are people, so that there is no list of them. */
function PanelLinks({ effectKey, hasRows }: { effectKey: string; hasRows: boolean }) {
  const { t } = useTranslation();
  return (
    <p className={`${styles["links"]} no-print`}>
      {hasRows && <Link to={`/drivers/${effectKey}/rows`}>{t("drivers.panel.rowsBehind")}</Link>}
      <a href={`/drivers/${effectKey}.csv`} download>
        {t("drivers.panel.csv")}
      </a>
      <Link to="/panel">{t("drivers.panel.definitions")}</Link>
    </p>
  );
}
