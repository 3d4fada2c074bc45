import { niceTicks, tickDecimals } from "./axis-ticks";
import styles from "./charts.module.css";
import { MeasuredPlot } from "./measured-plot";
import { unbrokenRuns } from "./month-series";

export interface EventPoint {
  /** Months from the event, first and last of the window; before it negative. */
  readonly from: number;
  readonly to: number;
  /** Null is a gap. */
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Of the band that holds for all windows together. */
  readonly bandLower: number | null;
  readonly bandUpper: number | null;
  /** What all others are compared with. */
  readonly isReference: boolean;
  /** Exact values and n, told on hover. */
  readonly title: string;
}

export interface EventStudyPlotProps {
  readonly points: readonly EventPoint[];
  /** The hue of what is measured: customers or money. */
  readonly hue: "cus" | "mon";
  readonly words: { readonly before: string; readonly event: string; readonly axis: string };
  readonly formatTick: (value: number, decimals: number) => string;
  readonly formatMonth: (month: number) => string;
  readonly description: string;
  readonly height?: number;
}

/** What happens before and after an event: a dot with its interval for each window, the band for all of them behind. */
export function EventStudyPlot({ height = 260, ...plotProps }: EventStudyPlotProps) {
  return <MeasuredPlot Plot={EventStudyDrawing} plotProps={plotProps} height={height} />;
}

const margin = { top: 24, right: 12, bottom: 42, left: 52 };

export function EventStudyDrawing(props: EventStudyPlotProps & { width: number; height: number }) {
  const { points, hue, words, formatTick, formatMonth, description, width, height } = props;
  const scale = eventScale(points, width, height);
  const decimals = tickDecimals(scale.ticks);
  const bandRuns = unbrokenRuns(
    points.map((point) => (point.bandLower === null || point.isReference ? null : 1)),
  );
  return (
    <svg width={width} height={height} role="img" aria-label={description}>
      <g transform={`translate(${margin.left} ${margin.top})`}>
        {scale.ticks.map((tick) => (
          <g key={tick} transform={`translate(0 ${scale.y(tick)})`}>
            {tick !== 0 && <line x2={scale.innerWidth} stroke="var(--line)" />}
            <text x={-8} y={4} textAnchor="end" className={styles.axis}>
              {formatTick(tick, decimals)}
            </text>
          </g>
        ))}
        {bandRuns.map((run) => (
          <polygon
            key={run[0]}
            className={styles.band}
            fill={`var(--${hue}-4)`}
            points={bandOutline(
              run.map((index) => points[index]!),
              scale,
            )}
          />
        ))}
        <line y1={scale.y(0)} y2={scale.y(0)} x2={scale.innerWidth} stroke="var(--ink-3)" />
        <line
          x1={scale.x(-0.5)}
          x2={scale.x(-0.5)}
          y1={-16}
          y2={scale.innerHeight}
          stroke="var(--ink-3)"
          strokeDasharray="3 3"
        />
        {points.some((point) => point.to < 0) && (
          <text x={scale.x(-0.5) - 6} y={-8} textAnchor="end" className={styles.axis}>
            {words.before}
          </text>
        )}
        <text x={scale.x(-0.5) + 6} y={-8} fontWeight={600} style={{ fill: "var(--ink)" }}>
          {words.event}
        </text>
        {points.map((point) => (
          <PointMark key={`${point.from} ${point.to}`} point={point} hue={hue} scale={scale} />
        ))}
        {monthTicks(points, scale).map((month) => (
          <text
            key={month}
            x={scale.x(month)}
            y={scale.innerHeight + 18}
            textAnchor="middle"
            className={styles.axis}
          >
            {formatMonth(month)}
          </text>
        ))}
        <text x={scale.innerWidth / 2} y={scale.innerHeight + 36} textAnchor="middle" className={styles.axis}>
          {words.axis}
        </text>
      </g>
    </svg>
  );
}

interface Scale {
  x(month: number): number;
  y(value: number): number;
  readonly ticks: readonly number[];
  readonly innerWidth: number;
  readonly innerHeight: number;
}

const middleOf = (point: EventPoint) => (point.from + point.to) / 2;

function eventScale(points: readonly EventPoint[], width: number, height: number): Scale {
  const values = points
    .flatMap((point) => [point.estimate, point.lower, point.upper, point.bandLower, point.bandUpper])
    .filter((value) => value !== null);
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const innerWidth = Math.max(1, width - margin.left - margin.right);
  const innerHeight = height - margin.top - margin.bottom;
  const first = Math.min(-0.5, ...points.map((point) => point.from - 0.5));
  const last = Math.max(0.5, ...points.map((point) => point.to + 0.5));
  const pixels = (value: number) => Number(value.toFixed(1));
  return {
    x: (month) => pixels(((month - first) / (last - first)) * innerWidth),
    y: (value) => pixels(((high - value) / (high - low)) * innerHeight),
    ticks,
    innerWidth,
    innerHeight,
  };
}

function bandOutline(run: readonly EventPoint[], { x, y }: Scale): string {
  const [first, last] = [run[0]!, run.at(-1)!];
  const upper = [
    [first.from - 0.3, first.bandUpper],
    ...run.map((p) => [middleOf(p), p.bandUpper]),
    [last.to + 0.3, last.bandUpper],
  ];
  const lower = [
    [first.from - 0.3, first.bandLower],
    ...run.map((p) => [middleOf(p), p.bandLower]),
    [last.to + 0.3, last.bandLower],
  ];
  return [...upper, ...lower.reverse()].map(([month, value]) => `${x(month!)},${y(value!)}`).join(" ");
}

function PointMark({ point, hue, scale }: { point: EventPoint; hue: string; scale: Scale }) {
  if (point.estimate === null) return null;
  const x = scale.x(middleOf(point));
  const left = scale.x(point.from - 0.5);
  return (
    <g>
      {point.lower !== null && point.upper !== null && !point.isReference && (
        <line
          x1={x}
          x2={x}
          y1={scale.y(point.upper)}
          y2={scale.y(point.lower)}
          stroke={`var(--${hue}-2)`}
          strokeWidth={2.5}
        />
      )}
      {point.to > point.from && (
        <line
          x1={scale.x(point.from - 0.4)}
          x2={scale.x(point.to + 0.4)}
          y1={scale.y(point.estimate)}
          y2={scale.y(point.estimate)}
          stroke={point.isReference ? "var(--ink-3)" : `var(--${hue}-2)`}
        />
      )}
      {point.isReference ? (
        <rect
          x={x - 3.5}
          y={scale.y(point.estimate) - 3.5}
          width={7}
          height={7}
          fill="var(--bg)"
          stroke="var(--ink-3)"
        />
      ) : (
        <circle cx={x} cy={scale.y(point.estimate)} r={3.5} fill={`var(--${hue})`} />
      )}
      <rect x={left} width={scale.x(point.to + 0.5) - left} height={scale.innerHeight} fill="transparent">
        <title>{point.title}</title>
      </rect>
    </g>
  );
}

/** Every, every third or every sixth month, counted from the event. */
function monthTicks(points: readonly EventPoint[], scale: Scale): readonly number[] {
  const first = Math.min(0, ...points.map((point) => point.from));
  const last = Math.max(0, ...points.map((point) => point.to));
  const pixelsEach = scale.innerWidth / (last - first + 1);
  const steps = points.some((point) => point.to > point.from) ? [3, 6, 12] : [1, 3, 6, 12];
  const every = steps.find((count) => pixelsEach * count >= 32) ?? 12;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (month) => month % every === 0,
  );
}
