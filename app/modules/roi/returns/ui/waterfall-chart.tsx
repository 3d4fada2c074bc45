import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { niceTicks } from "~/ui/charts/axis-ticks";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { prepareWaterfall } from "../prepare-waterfall";
import type { ProgrammeReturn } from "../simulate-programmes";
import { writeMoney } from "./money-words";
import styles from "./returns.module.css";

interface Props {
  readonly result: ProgrammeReturn;
  readonly currency: string;
  readonly horizonMonths: number;
}

const classes = {
  cost: styles.emp,
  people: styles.empSolid,
  customers: styles.cus,
  net: styles.mon,
} as const;

export function WaterfallChart({ result, currency, horizonMonths }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit = format.moneyUnit(currency);
  const write = (minor: number, signed = true) => writeMoney(format, minor, currency, signed);
  const steps = prepareWaterfall(result);
  const nameOf = (key: (typeof steps)[number]["key"]) =>
    key === "cost" ? t("roi.waterfall.cost") : key === "net" ? t("roi.waterfall.net") : t(`roi.line.${key}`);
  const ticks = niceTicks(
    Math.min(0, ...steps.map(({ from, to }) => Math.min(from, to))),
    Math.max(0, ...steps.map(({ from, to }) => Math.max(from, to))),
    5,
  );
  const bottom = ticks[0]!;
  const height = ticks.at(-1)! - bottom || 1;
  const top = (minor: number) => `${(100 * (1 - (minor - bottom) / height)).toFixed(2)}%`;
  return (
    <ChartFrame
      name="waterfall"
      title={t("roi.waterfall.title")}
      subtitle={
        <>
          {t("roi.waterfall.subtitle", { unit, months: horizonMonths })}{" "}
          <span className={styles.empWord}>{t("roi.waterfall.employees")}</span> ·{" "}
          <span className={styles.cusWord}>{t("roi.waterfall.customers")}</span> ·{" "}
          <span className={styles.monWord}>{t("roi.waterfall.money")}</span>
        </>
      }
      table={{
        columns: [
          { label: t("roi.waterfall.step") },
          { label: `${t("roi.waterfall.amount")}, ${unit}`, format: write },
        ],
        rows: steps.map((step) => [nameOf(step.key), Math.round(step.amount)]),
      }}
      csvName="cost-to-net"
    >
      <div aria-hidden="true">
        <div className={styles.waterfall}>
          {ticks.map((tick) => (
            <div
              key={tick}
              className={`${styles.grid} ${tick === 0 ? styles.gridZero : ""}`}
              style={{ top: top(tick) }}
            >
              <span>{write(tick, false)}</span>
            </div>
          ))}
          {steps.map((step, index) => {
            const upper = Math.max(step.from, step.to);
            const size = Math.abs(step.to - step.from);
            return (
              <div key={step.key} className={styles.step}>
                <span className={styles.barLabel} style={{ top: `calc(${top(upper)} - 19px)` }}>
                  {write(step.amount)}
                </span>
                <span
                  className={`${styles.bar} ${classes[step.tone]}`}
                  style={{ top: top(upper), height: `${((100 * size) / height).toFixed(2)}%` }}
                />
                {index < steps.length - 1 && (
                  <span className={styles.connector} style={{ top: top(step.to) }} />
                )}
              </div>
            );
          })}
        </div>
        <div className={styles.names}>
          {steps.map((step) => (
            <span key={step.key} className={step.key === "net" ? "strong" : undefined}>
              {nameOf(step.key)}
            </span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}
