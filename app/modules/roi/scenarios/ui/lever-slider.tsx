import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { AssumedCostKey, Lever } from "../levers";
import type { LeverOutcome, LeverProblem } from "../scenario";
import { useLeverSentences } from "./lever-words";
import styles from "./scenarios.module.css";

interface Props {
  readonly lever: Lever;
  readonly value: number;
  readonly problem: LeverProblem | undefined;
  readonly outcome: LeverOutcome | undefined;
  readonly currency: string;
  readonly onChange: (value: number) => void;
  /** Where no ledger has its cost, it can be entered. */
  readonly cost: CostField | null;
}

interface CostField {
  readonly key: AssumedCostKey;
  readonly value: number | undefined;
  readonly onChange: (cost: number) => void;
}

/**
 * A slider over what our data cover, with a number beside it that can be typed. What lies beyond is drawn hatched and cannot
 * be reached with the slider; typed, it is refused with the reason. Without JavaScript the number is sent with the form.
 */
export function LeverSlider({ lever, value, problem, outcome, currency, onChange, cost }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const sentences = useLeverSentences(currency);
  const { key, now, from, to, step, decimals, refused } = lever;
  const name = t(`scenarios.lever.${key}`);
  const write = (number: number) => format.number(number, { decimals });
  const words = outcome && sentences(outcome);
  return (
    <div className={styles.lever}>
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.unit}>{t(`scenarios.unit.${key}`)}</p>
      </div>
      {refused !== null ? (
        <div className={styles.track} aria-hidden="true">
          <span className={styles.hatch} data-all />
          <span className={`${styles.word} ${styles.wordStart}`} style={{ left: 0 }}>
            {t("scenarios.refused")}
          </span>
        </div>
      ) : (
        <Track lever={lever} value={value} label={name} write={write} onChange={onChange} />
      )}
      {refused !== null ? (
        <p className={styles.answer} style={{ gridTemplateColumns: "1fr" }}>
          {t(`roi.gap.${refused}`)}
        </p>
      ) : (
        <div className={styles.answer}>
          <input
            className="input"
            type="number"
            name={key}
            min={from}
            max={to}
            step={step}
            value={Number.isNaN(value) ? "" : value}
            aria-label={`${name}, ${t(`scenarios.unit.${key}`)}`}
            aria-invalid={problem ? true : undefined}
            onChange={(event) => onChange(event.target.valueAsNumber)}
          />
          <div aria-live="polite">
            {problem === "outside" ? (
              <p role="alert" style={{ color: "var(--bad)" }}>
                {t("scenarios.outside", { from: write(from), to: write(to) })}
              </p>
            ) : words && value !== now ? (
              <>
                <p>
                  {words.cost} {words.net}
                </p>
                {words.leftOut && <p className="muted small">{words.leftOut}</p>}
              </>
            ) : (
              <p className="muted">{t("scenarios.notMoved")}</p>
            )}
          </div>
          {cost && (value !== now || cost.value !== undefined) && (
            <AssumedCost cost={cost} currency={currency} />
          )}
        </div>
      )}
    </div>
  );
}

/** What one unit is assumed to cost; the scenario keeps by whom and when. */
function AssumedCost({ cost: { key, value, onChange }, currency }: { cost: CostField; currency: string }) {
  const { t } = useTranslation();
  return (
    <label className={styles.cost}>
      <input
        className="input"
        type="number"
        name={key}
        min={0}
        step="any"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span className="small muted">
        {t("scenarios.assumedCost", { currency, unit: t(`scenarios.costUnit.${key}`) })}
      </span>
    </label>
  );
}

interface TrackProps {
  readonly lever: Lever;
  readonly value: number;
  readonly label: string;
  readonly write: (value: number) => string;
  readonly onChange: (value: number) => void;
}

function Track({ lever: { now, from, to, step }, value, label, write, onChange }: TrackProps) {
  const { t } = useTranslation();
  const reach = to - from || 1;
  // What is refused takes about a third of the picture, none of it below nil.
  const start = Math.min(from, Math.max(0, from - 0.25 * reach));
  const end = to + 0.35 * reach;
  const at = (number: number) => `${((100 * (number - start)) / (end - start)).toFixed(2)}%`;
  const size = (number: number) => `${((100 * number) / (end - start)).toFixed(2)}%`;
  // A word at an end of the picture is written inwards.
  const edgeOf = (number: number) => {
    const share = (number - start) / (end - start);
    return share < 0.08 ? styles.wordStart : share > 0.92 ? styles.wordEnd : "";
  };
  const isNear = (a: number, b: number) => Math.abs(a - b) / (end - start) < 0.12;
  return (
    <div className={styles.track}>
      {from > start && <span className={styles.hatch} style={{ left: 0, width: at(from) }} />}
      <span className={styles.hatch} style={{ left: at(to), right: 0 }} />
      <span className={styles.mark} style={{ left: at(from) }} />
      <span className={styles.mark} style={{ left: at(to) }} />
      <input
        className={styles.range}
        type="range"
        min={from}
        max={to}
        step={step}
        value={Number.isNaN(value) ? now : Math.min(to, Math.max(from, value))}
        aria-label={label}
        aria-valuetext={write(value)}
        style={{ left: at(from), width: `calc(${size(to - from)} + 18px)` }}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span className={styles.markNow} style={{ left: at(now) }} />
      {!isNear(now, from) && (
        <span className={styles.word} style={{ left: at(from) }}>
          {write(from)}
        </span>
      )}
      {!isNear(now, to) && (
        <span className={styles.word} style={{ left: at(to) }}>
          {write(to)}
        </span>
      )}
      <span className={`${styles.word} ${styles.wordNow} ${edgeOf(now)}`} style={{ left: at(now) }}>
        {t("scenarios.now", { value: write(now) })}
      </span>
      <span className={`${styles.word} ${styles.wordEnd} wide-only`} style={{ left: "100%" }}>
        {t("scenarios.refused")}
      </span>
    </div>
  );
}
