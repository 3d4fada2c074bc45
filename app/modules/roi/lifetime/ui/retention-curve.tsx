import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { ChartFrame } from "~/ui/charts/chart-frame";
import type { ContractResult } from "../value-run";
import styles from "./retention-curve.module.css";

const width = 640;
const height = 240;
const margin = { top: 12, right: 96, bottom: 34, left: 48 };
const shownMonths = 60;

/** What the model says beside what was seen: a model that misses the observed curve may not value anybody. */
export function RetentionCurveChart({ contract }: { contract: ContractResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = contract.months.slice(0, shownMonths + 1);
  const percent = (share: number) => format.percent(share, { decimals: 0 });
  const x = (month: number) =>
    margin.left + (month / Math.max(1, months.length - 1)) * (width - margin.left - margin.right);
  const y = (share: number) => margin.top + (1 - share) * (height - margin.top - margin.bottom);
  const line = (values: readonly (number | null)[], isStep: boolean) =>
    months
      .flatMap((month) => {
        const value = values[month];
        if (value === null || value === undefined) return [];
        const before = values[month - 1];
        const step =
          isStep && month > 0 && before !== null && before !== undefined
            ? `L${x(month).toFixed(1)} ${y(before).toFixed(1)}`
            : "";
        return `${step}${month === 0 ? "M" : "L"}${x(month).toFixed(1)} ${y(value).toFixed(1)}`;
      })
      .join("");
  const last = months.length - 1;
  const lastOf = (values: readonly (number | null)[]) => values[last] ?? null;
  const [seen, fitted] = [lastOf(contract.observed), lastOf(contract.fitted)];
  const areClose = seen !== null && fitted !== null && Math.abs(y(seen) - y(fitted)) < 14;
  return (
    <ChartFrame
      name="retention"
      title={t("money.curve.title")}
      subtitle={t("money.curve.subtitle")}
      csvName="retention-curve"
      table={{
        columns: [
          { label: t("money.curve.month") },
          { label: t("money.curve.observed"), format: percent },
          { label: t("money.curve.fitted"), format: percent },
        ],
        rows: months.map((month) => [
          month,
          contract.observed[month] ?? null,
          contract.fitted[month] ?? null,
        ]),
      }}
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={styles.plot}
        role="img"
        aria-label={t("money.curve.title")}
      >
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line x1={x(0)} x2={x(last)} y1={y(share)} y2={y(share)} className={styles.grid} />
            <text x={margin.left - 8} y={y(share) + 4} textAnchor="end" className={styles.axis}>
              {percent(share)}
            </text>
          </g>
        ))}
        {months
          .filter((month) => month % 12 === 0)
          .map((month) => (
            <text key={month} x={x(month)} y={height - 12} textAnchor="middle" className={styles.axis}>
              {month}
            </text>
          ))}
        <path d={line(contract.observed, true)} className={styles.observed} />
        <path d={line(contract.fitted, false)} className={styles.fitted} />
        {seen !== null && (
          <text
            x={x(last) + 8}
            y={y(seen) + (areClose && seen < (fitted ?? 0) ? 16 : 4)}
            className={styles.observedLabel}
          >
            {t("money.curve.observed")}
          </text>
        )}
        {fitted !== null && (
          <text
            x={x(last) + 8}
            y={y(fitted) + (areClose && fitted <= (seen ?? 0) ? 16 : 4)}
            className={styles.fittedLabel}
          >
            {t("money.curve.fitted")}
          </text>
        )}
      </svg>
    </ChartFrame>
  );
}
