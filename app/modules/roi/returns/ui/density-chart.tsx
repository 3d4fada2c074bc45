import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { niceTicks } from "~/ui/charts/axis-ticks";
import { ChartFrame } from "~/ui/charts/chart-frame";
import type { ProgrammeReturn } from "../simulate-programmes";
import type { Density } from "../summarise-draws";
import { writeMoney } from "./money-words";
import styles from "./returns.module.css";

interface Props {
  readonly result: ProgrammeReturn;
  readonly currency: string;
  readonly horizonMonths: number;
}

const width = 400;
const height = 70;

/** How often each net came up: losses in red left of nil, gains right of it. */
export function DensityChart({ result, currency, horizonMonths }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { density, net, gainProbability } = result;
  const unit = format.moneyUnit(currency);
  const write = (minor: number) => writeMoney(format, minor, currency, true);
  const table = {
    columns: [
      { label: `${t("roi.density.value")}, ${unit}` },
      {
        label: `${t("roi.density.share")}, %`,
        format: (share: number) => format.percent(share, { decimals: 2 }),
      },
    ],
    rows: (density?.heights ?? []).map((share, at) => [write(density!.from + at * density!.step), share]),
  };
  return (
    <ChartFrame
      name="density"
      title={t("roi.density.title")}
      subtitle={t("roi.density.subtitle", { unit, months: horizonMonths })}
      table={table}
      csvName="net-return-draws"
      empty={density === null ? <p className="sub">{t("roi.density.none")}</p> : undefined}
    >
      {density && (
        <Drawing
          density={density}
          net={net}
          gain={gainProbability}
          write={write}
          tick={(minor) => writeMoney(format, minor, currency)}
        />
      )}
    </ChartFrame>
  );
}

interface DrawingProps {
  readonly density: Density;
  readonly net: ProgrammeReturn["net"];
  readonly gain: number;
  readonly write: (minor: number) => string;
  readonly tick: (minor: number) => string;
}

function Drawing({ density, net, gain, tick }: DrawingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, step, heights } = density;
  const reach = step * (heights.length - 1);
  // Nil is always in sight: whether it is a loss is the question.
  const start = Math.min(from, 0);
  const end = Math.max(from + reach, 0);
  const share = (minor: number) => (minor - start) / (end - start || 1);
  const percent = (minor: number) => `${(100 * Math.min(1, Math.max(0, share(minor)))).toFixed(2)}%`;
  const tallest = Math.max(...heights);
  const x = (minor: number) => (share(minor) * width).toFixed(1);
  const outline = heights.map((h, at) => `${x(from + at * step)},${(height * (1 - h / tallest)).toFixed(1)}`);
  const area = `M${x(from)},${height}L${outline.join("L")}L${x(from + reach)},${height}Z`;
  const zero = share(0) * width;
  const ticks = niceTicks(start, end, 3).filter((value) => share(value) >= 0.05 && share(value) <= 1.001);
  const loss = 1 - gain;
  return (
    <div
      className={styles.density}
      role="img"
      aria-label={`${t("roi.density.loss", { share: format.percent(loss, { decimals: 0 }) })}, ${t("roi.density.gain", { share: format.percent(gain, { decimals: 0 }) })}`}
    >
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <clipPath id="density-loss">
          <rect x="0" y="0" width={Math.max(0, zero)} height={height} />
        </clipPath>
        <clipPath id="density-gain">
          <rect x={zero} y="0" width={Math.max(0, width - zero)} height={height} />
        </clipPath>
        <path d={area} fill="var(--bad)" opacity="0.5" clipPath="url(#density-loss)" />
        <path d={area} fill="var(--mon-3)" clipPath="url(#density-gain)" />
        <line x1="0" x2={width} y1={height} y2={height} stroke="var(--line-2)" />
      </svg>
      <span className={styles.zero} style={{ left: percent(0) }} />
      {share(0) > 0.2 && (
        <span className={`${styles.sides} ${styles.lossWord}`} style={{ left: percent(0) }}>
          {t("roi.density.loss", { share: format.percent(loss, { decimals: 0 }) })}
        </span>
      )}
      {share(0) < 0.8 && (
        <span className={`${styles.sides} ${styles.gainWord}`} style={{ left: percent(0) }}>
          {t("roi.density.gain", { share: format.percent(gain, { decimals: 0 }) })}
        </span>
      )}
      <span
        className={styles.band}
        style={{ left: percent(net.low), width: `calc(${percent(net.high)} - ${percent(net.low)})` }}
      />
      <span className={styles.dot} style={{ left: percent(net.base) }} />
      {ticks.map((value) => (
        <span
          key={value}
          className={share(value) > 0.95 ? `${styles.tick} ${styles.tickEnd}` : styles.tick}
          style={{ left: percent(value) }}
        >
          {tick(value)}
        </span>
      ))}
    </div>
  );
}
