import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DriverEffect, isRefusedEffect, type RefusedEffect } from "../result";
import { DriverSentence } from "./driver-sentence";
import { EffectMark } from "./effect-mark";
import { useEffectWords } from "./effect-words";
import styles from "./forest.module.css";
import { type ForestAxis, placeOn } from "./forest-axis";
import { GradeBadge } from "./grade-badge";
import type { ForestEffect, ForestRow } from "./prepare-forest";
import { RemedyLink } from "./remedy-link";

interface Props {
  readonly row: ForestRow;
  readonly axis: ForestAxis | null;
  readonly decimals: number;
  readonly isOpen: boolean;
  readonly search: string;
  readonly comparesLast: boolean;
}

/** One question: its name and sentence, its place on the axis, its figures and its grade. */
export function ForestRowItem({ row, axis, decimals, isOpen, search, comparesLast }: Props) {
  const { t } = useTranslation();
  const words = useEffectWords();
  const { effect, analysis, last } = row;
  const refused = isRefused(effect) ? effect : null;
  const found = refused ? null : (effect as ForestEffect);
  return (
    <li className={styles["row"]} data-open={isOpen ? "" : undefined} data-refused={refused ? "" : undefined}>
      <div className={styles["text"]}>
        <div>
          <Link
            to={`/drivers/${effect.key}${search}`}
            className={styles["name"]}
            preventScrollReset
            prefetch="intent"
            data-row-link=""
            aria-current={isOpen ? "true" : undefined}
          >
            {words.name(effect.exposure)}
          </Link>{" "}
          <span className={`small muted ${styles["step"]}`} title={words.stepTitle(effect.exposure)}>
            {[found && words.step(effect.exposure, found.per), analysis && words.analysis(analysis)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </div>
        <p className={styles["sentence"]}>
          <DriverSentence effect={effect} />
          {refused && (
            <>
              {" "}
              <RemedyLink code={refused.refused.code} />
            </>
          )}
        </p>
        {found && found.weakened.length > 0 && (
          <p className={styles["weak"]}>
            {found.weakened.map((weakening) => (
              <span key={weakening} title={t(`drivers.weakened.${weakening}`)}>
                {t(`drivers.weakenedShort.${weakening}`)}
              </span>
            ))}
          </p>
        )}
      </div>
      <div className={styles["plot"]} data-refused={refused ? "" : undefined}>
        {axis && (
          <svg width="100%" height="100%" aria-hidden="true">
            <Grid axis={axis} />
            {found && <EffectMark axis={axis} outcome={found.outcome} effect={found} last={last} />}
          </svg>
        )}
        {refused && <span>{t("drivers.page.notAnswered")}</span>}
      </div>
      <Figures effect={found} decimals={decimals} />
      {comparesLast && <LastFigures effect={found} last={last} decimals={decimals} />}
      <div className={styles["grade"]}>{found && <GradeBadge grade={found.grade} />}</div>
    </li>
  );
}

function Figures({ effect, decimals }: { effect: ForestEffect | null; decimals: number }) {
  const { t } = useTranslation();
  const words = useEffectWords();
  if (!effect)
    return (
      <div className={styles["figures"]}>
        <span className="muted">–</span>
      </div>
    );
  return (
    <div className={styles["figures"]}>
      <b>{words.signed(effect.estimate, decimals)}</b>
      <span className="small muted">
        {effect.verdict === "side_by_side"
          ? t("drivers.page.noInterval")
          : words.interval(effect.lower, effect.upper, decimals)}
      </span>
    </div>
  );
}

function LastFigures({
  effect,
  last,
  decimals,
}: Pick<ForestRow, "last"> & { effect: ForestEffect | null; decimals: number }) {
  const { t } = useTranslation();
  const words = useEffectWords();
  if (!last)
    return (
      <div className={styles["figures"]}>
        <span className="muted small">{effect ? t("drivers.page.newRow") : "–"}</span>
      </div>
    );
  return (
    <div className={styles["figures"]}>
      <span>{words.signed(last.estimate, decimals)}</span>
      <span className="small muted">
        {effect ? `Δ ${words.signed(effect.estimate - last.estimate, decimals)}` : "–"}
      </span>
    </div>
  );
}

function Grid({ axis }: { axis: ForestAxis }) {
  return axis.ticks.map((tick) => (
    <line
      key={tick}
      x1={`${placeOn(axis, tick)}%`}
      x2={`${placeOn(axis, tick)}%`}
      y1="0"
      y2="100%"
      stroke={tick === 0 ? "var(--ink-3)" : "var(--line)"}
    />
  ));
}

function isRefused(effect: ForestEffect | RefusedEffect): effect is RefusedEffect {
  return isRefusedEffect(effect as DriverEffect | RefusedEffect);
}
