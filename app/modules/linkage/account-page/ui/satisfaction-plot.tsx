import { useFormat } from "~/i18n/use-format";
import type { MeanEstimate } from "../mean-from-sums";
import type { MonthAxis } from "../month-axis";
import styles from "./plot.module.css";

interface Props {
  readonly axis: MonthAxis;
  readonly points: readonly MeanEstimate[];
  readonly description: string;
  readonly height?: number;
}

const lowest = 1;
const highest = 5;
/** Room above 5 and below 1, in percent of the height, so that marks at the ends are not cut. */
const margin = 5;

export const satisfactionY = (value: number) =>
  margin + ((highest - value) / (highest - lowest)) * (100 - 2 * margin);

/**
 * Means by month with their band, on a scale that is always 1 to 5. Drawn in percent, so it fits any width without being
 * measured; a month without answers is a gap, and one between two gaps is a dot.
 */
export function SatisfactionPlot({ axis, points, description, height = 180 }: Props) {
  const format = useFormat();
  const at = (index: number, value: number) =>
    `${axis.middles[index]!.toFixed(2)} ${satisfactionY(value).toFixed(2)}`;
  const runs = runsOf(points);
  const bands = runs
    .filter((run) => points[run[0]!]!.lower !== null)
    .map((run) => {
      const upper = run.map((index) => at(index, points[index]!.upper!));
      const lower = run.map((index) => at(index, points[index]!.lower!)).reverse();
      return `M${[...upper, ...lower].join("L")}Z`;
    });
  // A month between two gaps has no width for a band; its interval is a stroke.
  const whiskers = runs
    .filter((run) => run.length === 1 && points[run[0]!]!.lower !== null)
    .map(([index]) => `M${at(index!, points[index!]!.lower!)}L${at(index!, points[index!]!.upper!)}`);
  const lines = runs.map((run) => `M${run.map((index) => at(index, points[index]!.mean!)).join("L")}`);
  return (
    <div className={styles.plot} style={{ height }} role="img" aria-label={description}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" aria-hidden="true">
        <path
          className={styles.grid}
          d={[1, 2, 3, 4, 5].map((value) => `M0 ${satisfactionY(value)}H100`).join("")}
        />
        <path className={styles.grid} d={axis.ticks.map(({ x }) => `M${x.toFixed(2)} 0V100`).join("")} />
        <path className={styles.band} d={bands.join("")} />
        <path className={styles.whisker} d={whiskers.join("")} />
        <path className={styles.line} d={lines.join("")} />
      </svg>
      <svg width="100%" height="100%" aria-hidden="true">
        {points.map((point, index) =>
          point.mean === null ? null : (
            <circle
              key={axis.months[index]}
              className={styles.dot}
              cx={`${axis.middles[index]!.toFixed(2)}%`}
              cy={`${satisfactionY(point.mean).toFixed(2)}%`}
              r={isAlone(points, index) ? 3 : 2}
            >
              <title>
                {`${format.month(axis.months[index]!)}: ${format.number(point.mean, { decimals: 1 })}${
                  point.lower === null
                    ? ""
                    : ` (${format.number(point.lower, { decimals: 1 })}–${format.number(point.upper, { decimals: 1 })})`
                }, n ${point.n}`}
              </title>
            </circle>
          ),
        )}
      </svg>
    </div>
  );
}

function runsOf(points: readonly MeanEstimate[]): number[][] {
  const runs: number[][] = [];
  points.forEach((point, index) => {
    if (point.mean === null) return;
    const run = runs.at(-1);
    if (run?.at(-1) === index - 1) run.push(index);
    else runs.push([index]);
  });
  return runs;
}

function isAlone(points: readonly MeanEstimate[], index: number): boolean {
  return (points[index - 1]?.mean ?? null) === null && (points[index + 1]?.mean ?? null) === null;
}

/** The scale's numbers, beside the plot or, on a phone, inside it. */
export function SatisfactionScale() {
  return (
    <>
      {[1, 2, 3, 4, 5].map((value) => (
        <span key={value} className={styles.scale} style={{ top: `${satisfactionY(value)}%` }}>
          {value}
        </span>
      ))}
    </>
  );
}

/** Months under the plot, each beginning at its line. */
export function MonthTicks({ axis }: { axis: MonthAxis }) {
  const format = useFormat();
  return (
    <div className={styles.ticks} aria-hidden="true">
      {axis.ticks.map(({ month, x }) => (
        <span key={month} style={{ left: `${x}%` }} className={x > 90 ? styles.lastTick : undefined}>
          {format.month(month)}
        </span>
      ))}
    </div>
  );
}
