import { niceTicks } from "./axis-ticks";
import styles from "./charts.module.css";
import { MeasuredPlot } from "./measured-plot";
import { CurveBand, CurveLine, EndLabels, type StepScale } from "./step-curve-marks";

export interface StepPoint {
  readonly month: number;
  /** Null is a gap. */
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Those who could still be lost at this month. */
  readonly atRisk: number;
}

export interface StepCurve {
  readonly key: string;
  readonly label: string;
  readonly color: string;
  /** Tells curves of one hue apart without colour. */
  readonly dash?: string;
  readonly points: readonly StepPoint[];
}

export interface StepCurvesProps {
  readonly curves: readonly StepCurve[];
  /** Ends of the value axis; the upper one may be left to what the curves reach. */
  readonly domain: readonly [number, number | null];
  readonly formatValue: (value: number) => string;
  readonly formatCount: (count: number) => string;
  readonly words: {
    readonly axis: string;
    readonly atRisk: string;
    /** Stands for a number at risk where a curve has not begun or has ended: "<10". */
    readonly few: string;
  };
  /** Exact values and n of one curve, told on hover. */
  readonly titleOf: (curve: StepCurve, point: StepPoint) => string;
  readonly description: string;
  /** Of the drawing; the numbers at risk stand below it. */
  readonly plotHeight?: number;
}

const rowHeight = 17;
const margin = { top: 10, left: 48, bottom: 46 };
/** Room at the right for names, and how far from the drawing they begin. */
const labels = { width: 124, offset: 26 };

/** Curves that change in steps, with their intervals as bands, names at their ends and the numbers at risk below. */
export function StepCurves({ plotHeight = 260, ...plotProps }: StepCurvesProps) {
  const height = margin.top + plotHeight + margin.bottom + 20 + riskRows(plotProps.curves).length * rowHeight;
  return <MeasuredPlot Plot={StepDrawing} plotProps={{ ...plotProps, plotHeight }} height={height} />;
}

interface DrawingProps extends StepCurvesProps {
  readonly plotHeight: number;
  readonly width: number;
  readonly height: number;
}

export function StepDrawing(props: DrawingProps) {
  const { curves, formatValue, formatCount, words, description, width, height, plotHeight } = props;
  const innerWidth = Math.max(1, width - margin.left - labels.width);
  const lastMonth = Math.max(1, ...curves.flatMap((curve) => curve.points.map((point) => point.month)));
  const ticks = valueTicks(props);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const scale: StepScale = {
    x: (month) => Number(((month / lastMonth) * innerWidth).toFixed(1)),
    y: (value) => Number((((high - value) / (high - low)) * plotHeight).toFixed(1)),
  };
  const months = monthTicks(lastMonth, innerWidth);
  const writeAtRisk = (count: number | null) => (count === null ? words.few : formatCount(count));
  return (
    <svg width={width} height={height} role="img" aria-label={description}>
      <g transform={`translate(${margin.left} ${margin.top})`}>
        {ticks.map((tick) => (
          <g key={tick} transform={`translate(0 ${scale.y(tick)})`}>
            <line x2={innerWidth} stroke={tick === 0 ? "var(--ink-3)" : "var(--line)"} />
            <text x={-8} y={4} textAnchor="end" className={styles.axis}>
              {formatValue(tick)}
            </text>
          </g>
        ))}
        {curves.map((curve) => (
          <CurveBand key={curve.key} curve={curve} scale={scale} />
        ))}
        {curves.map((curve) => (
          <CurveLine key={curve.key} curve={curve} scale={scale} titleOf={props.titleOf} />
        ))}
        <EndLabels curves={curves} scale={scale} marginAt={innerWidth} margin={labels} bottom={plotHeight} />
        {months.map((month) => (
          <text
            key={month}
            x={scale.x(month)}
            y={plotHeight + 18}
            textAnchor="middle"
            className={styles.axis}
          >
            {formatCount(month)}
          </text>
        ))}
        <text x={innerWidth / 2} y={plotHeight + 36} textAnchor="middle" className={styles.axis}>
          {words.axis}
        </text>
        <g transform={`translate(0 ${plotHeight + margin.bottom + 10})`}>
          <text x={-margin.left} y={0} className={styles.axis}>
            {words.atRisk}
          </text>
          {riskRows(curves).map((curve, row) => (
            <g key={curve.key} transform={`translate(0 ${(row + 1) * rowHeight})`}>
              {months.map((month) => (
                <text key={month} x={scale.x(month)} textAnchor="middle">
                  {writeAtRisk(atRiskAt(curve, month))}
                </text>
              ))}
              <text x={innerWidth + labels.offset}>{curve.label}</text>
            </g>
          ))}
        </g>
      </g>
    </svg>
  );
}

/** Curves of one group of people lose the same people: their numbers at risk are told once. */
function riskRows(curves: readonly StepCurve[]): readonly StepCurve[] {
  const [first, ...others] = curves;
  if (!first || others.length === 0) return curves;
  const risks = (curve: StepCurve) => curve.points.map((point) => `${point.month}:${point.atRisk}`).join();
  const shared = risks(first);
  return others.every((curve) => risks(curve) === shared) ? [{ ...first, label: "" }] : curves;
}

function valueTicks({ curves, domain }: StepCurvesProps): readonly number[] {
  const tops = curves.flatMap((curve) => curve.points.map((point) => point.upper ?? point.estimate ?? 0));
  return niceTicks(domain[0], domain[1] ?? Math.max(0.01, ...tops), 5);
}

/** Whole or half years; the numbers at risk below them need room. */
function monthTicks(lastMonth: number, pixels: number): readonly number[] {
  const every = [3, 6, 12, 24, 36, 60].find((step) => (step / lastMonth) * pixels >= 44) ?? 120;
  return Array.from({ length: Math.floor(lastMonth / every) + 1 }, (_, index) => index * every);
}

/** The last count known at or before the month; null where the curve has not begun or has ended. */
function atRiskAt({ points }: StepCurve, month: number): number | null {
  if ((points.at(-1)?.month ?? 0) < month) return null;
  return points.findLast((point) => point.month <= month)?.atRisk ?? null;
}
