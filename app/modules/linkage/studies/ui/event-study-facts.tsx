import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StateMark, type Tone } from "~/ui/primitives/state-mark";
import type { EventStudyPoint } from "../../drivers/result";
import { DriverSentence } from "../../drivers/ui/driver-sentence";
import { useEffectWords } from "../../drivers/ui/effect-words";
import { GradeBadge } from "../../drivers/ui/grade-badge";
import type { OutcomeStudy, PreTrend } from "../prepare-handovers";
import type { HeldEqual } from "../prepare-held-equal";
import styles from "./studies.module.css";
import { useStudyFormat } from "./use-study-format";

const tones: Readonly<Record<PreTrend, Tone>> = {
  flat: "good",
  not_flat: "bad",
  unseen: "warn",
  unknown: "neutral",
};

/** What stands behind one event study: how many accounts, whether the months before were flat, what it found. */
export function EventStudyFacts({ study, heldEqual }: { study: OutcomeStudy; heldEqual: HeldEqual | null }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const words = useEffectWords();
  const { outcome, scale, preTrend, preTrendSays, treatedAccounts, comparisonAccounts } = study;
  const unit = t(`drivers.unitOf.${outcome}`);
  const inWindow = (point: EventStudyPoint) =>
    t("studies.handovers.inWindow", {
      value: format.difference(point.estimate, scale),
      window:
        point.from === point.to
          ? format.number(point.from)
          : t("studies.handovers.months", { from: format.number(point.from), to: format.number(point.to) }),
    });
  return (
    <div className={styles.facts}>
      {study.sayings.length > 0 && (
        <ul className={styles.sayings}>
          {study.sayings.map(({ key, effect }) => (
            <li key={effect.exposure} className={styles.sentence}>
              <GradeBadge grade={effect.grade} />
              <span>
                <DriverSentence effect={effect} />{" "}
                <span className="small muted nowrap">
                  {words.step(effect.exposure, effect.per)}
                  {key && (
                    <span className="no-print">
                      {" · "}
                      <Link to={`/drivers/${key}`}>{t("studies.fullResult")}</Link>
                    </span>
                  )}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {heldEqual && <HeldEqualLine heldEqual={heldEqual} unit={unit} />}
      {preTrendSays === "not_flat" && <p className={styles.sayings}>{t("studies.handovers.notFlatText")}</p>}
      {preTrendSays === "unseen" && <p className={styles.sayings}>{t("studies.handovers.unseenText")}</p>}
      <dl className="key-values">
        <Fact label={t("studies.handovers.treated")}>
          {format.number(treatedAccounts)}
          {study.strength === "weak" && (
            <>
              {" "}
              <StateMark tone="warn">{t("studies.weak")}</StateMark>
            </>
          )}
        </Fact>
        <Fact label={t("studies.handovers.compared")}>
          {t("studies.handovers.comparedValue", { number: format.number(comparisonAccounts) })}
        </Fact>
        <Fact label={t("studies.handovers.preTrend")}>
          {preTrend && `${format.p("p", preTrend.p)} `}
          <StateMark tone={tones[preTrendSays]}>
            {t(`studies.handovers.preTrendSays.${preTrendSays}`)}
          </StateMark>
        </Fact>
        {preTrend && (
          <Fact label={t("studies.handovers.drift")}>
            {preTrend.detectableDrift === null
              ? "–"
              : `${format.difference(preTrend.detectableDrift, scale).replace(/^\+/, "")} ${unit}`}
          </Fact>
        )}
        {study.deepest && <Fact label={t("studies.handovers.deepest")}>{inWindow(study.deepest)}</Fact>}
        {study.last && <Fact label={t("studies.handovers.last")}>{inWindow(study.last)}</Fact>}
      </dl>
    </div>
  );
}

/** The study is of the change with all it brings; beside it what is left between people of equal standing. */
function HeldEqualLine({ heldEqual, unit }: { heldEqual: HeldEqual; unit: string }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const { key, scale, estimate, lower, upper, lagMonths } = heldEqual;
  return (
    <p className={styles.sayings}>
      {t("drivers.heldEqual", {
        value: `${format.difference(estimate, scale)} ${unit}`,
        low: format.difference(lower, scale),
        high: format.difference(upper, scale),
        from: format.number(lagMonths[0]),
        to: format.number(lagMonths[1]),
      })}{" "}
      <Link className="small no-print" to={`/drivers/${key}`}>
        {t("studies.fullResult")}
      </Link>
    </p>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
