import styles from "./charts.module.css";
import { unbrokenRuns } from "./month-series";
import { placeLabel, textWidth } from "./place-label";
import { spreadLabels } from "./spread-labels";
import type { StepCurve, StepCurvesProps, StepPoint } from "./step-curves";

export interface StepScale {
  x(month: number): number;
  y(value: number): number;
}

const labelGap = 15;

type Level = "estimate" | "lower" | "upper";

function stepPath(run: readonly StepPoint[], level: Level, { x, y }: StepScale): string {
  return run
    .map((point, index) => {
      const height = y(point[level] ?? 0);
      return index === 0 ? `${x(point.month)} ${height}` : `H${x(point.month)}V${height}`;
    })
    .join("");
}

export function CurveBand({ curve, scale }: { curve: StepCurve; scale: StepScale }) {
  const runs = unbrokenRuns(
    curve.points.map(({ lower, upper }) => (lower === null || upper === null ? null : 1)),
  );
  return (
    <>
      {runs.map((indexes) => {
        const run = indexes.map((index) => curve.points[index]!);
        const back = [...run].reverse();
        const path = back
          .map((point, index) => {
            const height = scale.y(point.lower ?? 0);
            const before = back[index + 1];
            return before ? `V${scale.y(before.lower ?? 0)}H${scale.x(before.month)}` : `V${height}`;
          })
          .join("");
        const end = run.at(-1)!;
        return (
          <path
            key={run[0]!.month}
            className={styles.band}
            fill={curve.color}
            fillOpacity={0.13}
            d={`M${stepPath(run, "upper", scale)}V${scale.y(end.lower ?? 0)}${path}Z`}
          />
        );
      })}
    </>
  );
}

interface LineProps {
  readonly curve: StepCurve;
  readonly scale: StepScale;
  readonly titleOf: StepCurvesProps["titleOf"];
}

/** So near to each other the pointer cannot choose between them. */
const titleGap = 12;

export function CurveLine({ curve, scale, titleOf }: LineProps) {
  const runs = unbrokenRuns(curve.points.map((point) => point.estimate));
  let last = Number.NEGATIVE_INFINITY;
  const titled = curve.points.filter((point) => {
    if (point.estimate === null || scale.x(point.month) - last < titleGap) return false;
    last = scale.x(point.month);
    return true;
  });
  return (
    <>
      {runs.map((indexes) => (
        <path
          key={indexes[0]}
          fill="none"
          stroke={curve.color}
          strokeWidth={2}
          strokeDasharray={curve.dash}
          d={`M${stepPath(
            indexes.map((index) => curve.points[index]!),
            "estimate",
            scale,
          )}`}
        />
      ))}
      {titled.map((point) => (
        <circle
          key={point.month}
          cx={scale.x(point.month)}
          cy={scale.y(point.estimate!)}
          r={6}
          fill="transparent"
        >
          <title>{titleOf(curve, point)}</title>
        </circle>
      ))}
    </>
  );
}

function placesOf({ points }: StepCurve, { x, y }: StepScale): { x: number; y: number }[] {
  return points.flatMap(({ month, estimate }) =>
    estimate === null ? [] : [{ x: x(month), y: y(estimate) }],
  );
}

interface EndLabelsProps {
  readonly curves: readonly StepCurve[];
  readonly scale: StepScale;
  /** Where the margin begins, and how names stand in it. */
  readonly marginAt: number;
  readonly margin: { readonly width: number; readonly offset: number };
  readonly bottom: number;
}

/** Names at the curves' ends: in the margin, pushed apart, where a curve runs on to it; beside its last step where it ends early. */
export function EndLabels({ curves, scale, marginAt, margin, bottom }: EndLabelsProps) {
  const ends = curves.flatMap((curve) => {
    const end = curve.points.findLast((point) => point.estimate !== null);
    return end ? [{ curve, x: scale.x(end.month), y: scale.y(end.estimate!) }] : [];
  });
  const isEarly = ({ x }: { x: number }) => x < marginAt - margin.width;
  const late = ends.filter((end) => !isEarly(end));
  const heights = spreadLabels(
    late.map(({ y }) => y),
    labelGap,
    bottom,
  );
  const earlyHeight = (end: (typeof ends)[number]) =>
    placeLabel(
      { x: end.x + 6, y: end.y },
      textWidth(end.curve.label),
      curves.filter((curve) => curve !== end.curve).map((curve) => placesOf(curve, scale)),
      bottom,
    );
  const labelX = marginAt + margin.offset;
  return (
    <>
      {ends.filter(isEarly).map((end) => (
        <text key={end.curve.key} x={end.x + 6} y={earlyHeight(end) + 4} className={styles.haloed}>
          {end.curve.label}
        </text>
      ))}
      {late.map(({ curve, x, y }, index) => (
        <g key={curve.key}>
          <line
            x1={x + 2}
            y1={y}
            x2={labelX - 4}
            y2={heights[index]}
            stroke={curve.color}
            strokeDasharray={curve.dash}
          />
          <text x={labelX} y={heights[index]! + 4}>
            {curve.label}
          </text>
        </g>
      ))}
    </>
  );
}
