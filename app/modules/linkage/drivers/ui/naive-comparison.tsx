import { useTranslation } from "react-i18next";
import type { Check, DriverEffect } from "../result";
import { decimalsOf } from "./effect-decimals";
import { EffectMark } from "./effect-mark";
import { useEffectWords } from "./effect-words";
import { axisFor, placeOn } from "./forest-axis";
import styles from "./panel.module.css";
import { PanelPart } from "./panel-part";

/** Our estimate above those of the simpler ways, on one scale: how far a plain report would have been off. */
export function NaiveComparison({ effect, naive }: { effect: DriverEffect; naive: readonly Check[] }) {
  const { t } = useTranslation();
  const words = useEffectWords();
  const lines = [
    { name: t("drivers.panel.ours"), ...effect },
    ...naive.map((check) => ({
      ...effect,
      name: t(`drivers.naive.${check.name as "pooled" | "account_and_month" | "uncorrected"}`),
      estimate: check.estimate ?? 0,
      lower: check.lower ?? check.estimate ?? 0,
      upper: check.upper ?? check.estimate ?? 0,
      grade: "C" as const,
      verdict: "goes_with" as const,
      minimumDetectable: null,
    })),
  ];
  const axis = axisFor(lines);
  const decimals = decimalsOf(
    effect.outcome,
    lines.map(({ estimate }) => estimate),
  );
  if (!axis) return null;
  return (
    <PanelPart title={t("drivers.panel.naive")}>
      <p className="small muted">{t("drivers.panel.naiveText")}</p>
      <ul className={styles["naive"]}>
        {lines.map((line, index) => (
          <li key={line.name}>
            <span className={index === 0 ? "strong" : undefined}>{line.name}</span>
            <svg width="100%" height="32" aria-hidden="true">
              <line
                x1={`${placeOn(axis, 0)}%`}
                x2={`${placeOn(axis, 0)}%`}
                y1="0"
                y2="100%"
                stroke="var(--ink-3)"
              />
              <EffectMark axis={axis} outcome={effect.outcome} effect={line} />
            </svg>
            <span className={index === 0 ? "strong" : undefined}>
              {words.signed(line.estimate, decimals)}
            </span>
          </li>
        ))}
      </ul>
    </PanelPart>
  );
}
