import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import type { Check, DriverEffect } from "../result";
import { decimalsOf } from "./effect-decimals";
import { useEffectWords } from "./effect-words";
import { pText } from "./p-text";
import styles from "./panel.module.css";
import { PanelPart } from "./panel-part";

/** The same question from other sides, each with what it should show and whether it did. */
export function CheckList({ effect, checks }: { effect: DriverEffect; checks: readonly Check[] }) {
  const { t } = useTranslation();
  return (
    <PanelPart title={t("drivers.panel.checks")}>
      {checks.length === 0 && <p className="muted">{t("drivers.panel.noChecks")}</p>}
      <ul>
        {checks.map((check) => (
          <li key={check.name} className={styles["check"]}>
            <div className={styles["checkLine"]}>
              <span>{t(`drivers.check.${check.name}`)}</span>
              <span>
                <CheckFigures effect={effect} check={check} />
                {check.passed !== null && (
                  <StateMark tone={check.passed ? "good" : "warn"}>
                    {t(check.passed ? "drivers.panel.passed" : "drivers.panel.failed")}
                  </StateMark>
                )}
              </span>
            </div>
            <p className="small muted">{t(`drivers.checkWhy.${check.name}`)}</p>
          </li>
        ))}
      </ul>
    </PanelPart>
  );
}

function CheckFigures({ effect, check }: { effect: DriverEffect; check: Check }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEffectWords();
  const { estimate, lower, upper, p } = check;
  if (estimate === null) return p === null ? null : <span>p {pText(format, p)}</span>;
  // A share of customers is in per cent, whatever the effect is in.
  const decimals =
    check.name === "answer_rate" ? 1 : decimalsOf(effect.outcome, [lower ?? 0, upper ?? 0, estimate]);
  const unit = check.name === "answer_rate" ? ` ${t("drivers.unitOf.revenue")}` : "";
  return (
    <span>
      {words.signed(estimate, decimals)}
      {unit}
      {lower !== null && upper !== null && (
        <span className="muted"> ({words.interval(lower, upper, decimals)})</span>
      )}
      {check.name === "permutation" && p !== null && <span className="muted"> p {pText(format, p)}</span>}
    </span>
  );
}
