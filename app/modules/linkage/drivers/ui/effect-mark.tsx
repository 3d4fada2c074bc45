import type { Grade, Outcome, Verdict } from "../result";
import { type ForestAxis, placeOn } from "./forest-axis";

interface Props {
  readonly axis: ForestAxis;
  readonly outcome: Outcome;
  readonly effect: {
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
    readonly grade: Grade;
    readonly verdict: Verdict;
    readonly minimumDetectable: number | null;
  };
  readonly last?: { readonly estimate: number; readonly lower: number; readonly upper: number } | null;
}

export const hueOf: Readonly<Record<Outcome, "cus" | "mon" | "emp">> = {
  satisfaction: "cus",
  revenue: "mon",
  churn: "cus",
  leaving: "emp",
};

/**
 * Point and interval of one row, around the middle of the drawing. Filled is a finding within or by event (A, B), open an
 * association; grey is nothing found, with the band of what could have been seen hatched behind it.
 */
export function EffectMark({ axis, outcome, effect, last = null }: Props) {
  const { estimate, lower, upper, verdict, grade, minimumDetectable } = effect;
  const hue = hueOf[outcome];
  const isNull = verdict === "none" || verdict === "side_by_side";
  const isFilled = !isNull && (grade === "A" || grade === "B");
  const ink = isNull ? "var(--ink-2)" : `var(--${hue})`;
  return (
    <svg y="50%" overflow="visible" aria-hidden="true">
      {verdict === "none" && minimumDetectable !== null && (
        <DetectableBand axis={axis} reach={minimumDetectable} />
      )}
      {last && <LastFitMark axis={axis} last={last} />}
      {verdict !== "side_by_side" && (
        <line
          x1={`${placeOn(axis, lower)}%`}
          x2={`${placeOn(axis, upper)}%`}
          stroke={isNull ? ink : `var(--${hue}-2)`}
          strokeWidth={isNull ? 2 : isFilled ? 4 : 3}
          strokeDasharray={!isNull && grade === "D" ? "2 3" : undefined}
        />
      )}
      {verdict !== "side_by_side" && lower < axis.min && (
        <text x="0" y={4} style={{ fill: ink }}>
          ◂
        </text>
      )}
      {verdict !== "side_by_side" && upper > axis.max && (
        <text x="100%" y={4} textAnchor="end" style={{ fill: ink }}>
          ▸
        </text>
      )}
      <circle
        cx={`${placeOn(axis, estimate)}%`}
        r={5}
        fill={isFilled ? ink : "var(--bg)"}
        stroke={ink}
        strokeWidth={2}
        strokeDasharray={verdict === "side_by_side" ? "2 2" : undefined}
      />
    </svg>
  );
}

function DetectableBand({ axis, reach }: { axis: ForestAxis; reach: number }) {
  const low = placeOn(axis, -reach);
  const high = placeOn(axis, reach);
  return (
    <>
      <rect x={`${low}%`} y={-11} width={`${high - low}%`} height={22} fill="url(#forest-hatch)" />
      {-reach > axis.min && <line x1={`${low}%`} x2={`${low}%`} y1={-15} y2={15} stroke="var(--ink-3)" />}
      {reach < axis.max && <line x1={`${high}%`} x2={`${high}%`} y1={-15} y2={15} stroke="var(--ink-3)" />}
    </>
  );
}

function LastFitMark({ axis, last }: { axis: ForestAxis; last: NonNullable<Props["last"]> }) {
  const at = `${placeOn(axis, last.estimate)}%`;
  return (
    <>
      <line
        x1={`${placeOn(axis, last.lower)}%`}
        x2={`${placeOn(axis, last.upper)}%`}
        y1={11}
        y2={11}
        stroke="var(--ink-3)"
        strokeWidth={1}
      />
      <line x1={at} x2={at} y1={7} y2={15} stroke="var(--ink-3)" strokeWidth={2} />
    </>
  );
}
