import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { MonthAxis } from "../month-axis";
import styles from "./plot.module.css";

interface Props {
  readonly axis: MonthAxis;
  readonly recurringMinor: readonly (number | null)[];
  readonly oneOffMinor: readonly (number | null)[];
  readonly currency: string;
  readonly description: string;
  readonly height?: number;
}

/** Bars by month in percent of the box: recurring at the bottom, one-off on it; credits hang below the zero line. */
export function RevenuePlot({
  axis,
  recurringMinor,
  oneOffMinor,
  currency,
  description,
  height = 160,
}: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const totals = axis.months.map((_, index) => stack(recurringMinor[index] ?? 0, oneOffMinor[index] ?? 0));
  const top = niceCeiling(Math.max(0, ...totals.map((total) => total.up)));
  const bottom = Math.min(0, ...totals.map((total) => total.down));
  const span = top - bottom || 1;
  const y = (minor: number) => (100 * (top - minor)) / span;
  const width = (100 / axis.months.length) * 0.72;
  const bars = (values: readonly (number | null)[], base: (index: number, value: number) => number) =>
    values
      .map((value, index) => {
        if (value === null || value === 0) return "";
        const from = base(index, value);
        const x = axis.middles[index]! - width / 2;
        return `M${x.toFixed(2)} ${y(from).toFixed(2)}h${width.toFixed(2)}V${y(from + value).toFixed(2)}h${(-width).toFixed(2)}Z`;
      })
      .join("");
  const overRecurring = (index: number, value: number) => {
    const recurring = recurringMinor[index] ?? 0;
    return Math.sign(recurring) === Math.sign(value) ? recurring : 0;
  };
  return (
    <div className={styles.framed}>
      <div className={styles.gutter}>
        {[top, top / 2].map((value) => (
          <span key={value} className={styles.scale} style={{ top: `${y(value)}%` }}>
            {format.compactMoney(Math.round(value), currency)}
          </span>
        ))}
        <span className={styles.scale} style={{ top: `${y(0)}%` }}>
          0
        </span>
      </div>
      <div className={styles.plot} style={{ height }} role="img" aria-label={description}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" aria-hidden="true">
          <path className={styles.grid} d={`M0 ${y(top)}H100M0 ${y(top / 2)}H100`} />
          <path className={styles.recurring} d={bars(recurringMinor, () => 0)} />
          <path className={styles.oneOff} d={bars(oneOffMinor, overRecurring)} />
          <path className={styles.zero} d={`M0 ${y(0)}H100`} />
          {axis.months.map((month, index) => (
            <rect
              key={month}
              x={axis.middles[index]! - width * 0.7}
              width={width * 1.4}
              y="0"
              height="100"
              fill="transparent"
            >
              <title>
                {`${format.month(month)}: ${format.money(Math.round((recurringMinor[index] ?? 0) + (oneOffMinor[index] ?? 0)), currency)} ${currency} (${t("linkage.account.revenue.oneOff")} ${format.money(Math.round(oneOffMinor[index] ?? 0), currency)})`}
              </title>
            </rect>
          ))}
        </svg>
      </div>
    </div>
  );
}

function stack(recurring: number, oneOff: number): { up: number; down: number } {
  return {
    up: Math.max(0, recurring) + Math.max(0, oneOff),
    down: Math.min(0, recurring) + Math.min(0, oneOff),
  };
}

/** The next of 1, 2, 4 or 5 times a power of ten, so that the top and the middle are round numbers. */
function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10;
  return factor * power;
}
