import { tickDecimals } from "./axis-ticks";
import styles from "./interval-track.module.css";

interface TrackProps {
  /** Ends of the axis that all tracks of a column share. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** Drawn stronger than the other ticks: nothing, or the mean. */
  readonly zero?: number;
}

interface Props extends TrackProps {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the dot or the bar; the interval is the second shade. */
  readonly hue: "cus" | "emp" | "mon" | "ink";
  /** A share is a bar from zero, a difference is a dot; an open dot has zero in its interval. */
  readonly mark: "bar" | "dot" | "open";
}

const colors = {
  cus: ["var(--cus)", "var(--cus-2)", "var(--cus-3)"],
  emp: ["var(--emp)", "var(--emp-2)", "var(--emp-3)"],
  mon: ["var(--mon)", "var(--mon-2)", "var(--mon-3)"],
  ink: ["var(--ink-2)", "var(--ink-3)", "var(--line-2)"],
} as const;

/** An estimate with its interval at the height of a table row. Decoration: the figures stand beside it. */
export function IntervalTrack({ domain, ticks, zero, estimate, lower, upper, hue, mark }: Props) {
  const at = (value: number) => position(value, domain);
  const [strong, middle, light] = colors[hue];
  return (
    <svg className={styles.track} width="100%" height="24" aria-hidden="true">
      {ticks.map((tick) => (
        <line
          key={tick}
          x1={at(tick)}
          x2={at(tick)}
          y2="24"
          stroke={tick === zero ? "var(--ink-3)" : "var(--line)"}
        />
      ))}
      {mark === "bar" && (
        <rect x={at(domain[0])} y="6" height="12" width={at(estimate)} fill={light} className={styles.fill} />
      )}
      <line x1={at(lower)} x2={at(upper)} y1="12" y2="12" stroke={middle} strokeWidth="3" />
      {mark === "bar" ? (
        <line x1={at(estimate)} x2={at(estimate)} y1="6" y2="18" stroke={strong} strokeWidth="2" />
      ) : (
        <circle
          cx={at(estimate)}
          cy="12"
          r="4.5"
          fill={mark === "open" ? "var(--bg)" : strong}
          stroke={strong}
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}

/** Labels of the ticks, in the head of the column that holds the tracks. */
export function TrackAxis({
  domain,
  ticks,
  formatTick,
}: TrackProps & { formatTick: (value: number, decimals: number) => string }) {
  const decimals = tickDecimals(ticks);
  return (
    <span className={styles.axis} aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick} style={{ left: position(tick, domain) }}>
          {formatTick(tick, decimals)}
        </span>
      ))}
    </span>
  );
}

function position(value: number, [low, high]: readonly [number, number]): string {
  const share = (value - low) / (high - low || 1);
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
}
