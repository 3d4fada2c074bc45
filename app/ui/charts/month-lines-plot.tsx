import { niceTicks } from "./axis-ticks";
import type { MonthLinesProps } from "./month-lines";
import { MonthPlot, type PlotScale } from "./month-plot";
import { type MonthLine, unbrokenRuns } from "./month-series";
import { TooltipRows } from "./tooltip-rows";

export default function MonthLinesPlot(props: MonthLinesProps & { width: number; height: number }) {
  const { months, lines, formatValue, domain } = props;
  const all = lines
    .flatMap((line) => [...line.values, ...(line.low ?? []), ...(line.high ?? [])])
    .filter((value): value is number => value !== null && value !== undefined);
  const [low, high] = domain ?? [Math.min(...all), Math.max(...all)];
  const ticks = all.length === 0 ? [0, 1] : niceTicks(low, high);
  return (
    <MonthPlot
      {...props}
      ticks={ticks}
      formatTick={props.formatTick ?? formatValue}
      marginRight={lines.length > 1 ? 112 : 12}
      draw={(scale) => (
        <>
          {lines.map((line) => (
            <OneLine key={line.key} line={line} scale={scale} />
          ))}
          {lines.length > 1 && <EndLabels lines={lines} scale={scale} />}
        </>
      )}
      tooltip={(index) => (
        <TooltipRows
          month={months[index] ?? ""}
          rows={lines.map((line) => ({ ...line, text: textAt(line, index, props) }))}
          total={null}
        />
      )}
    />
  );
}

function OneLine({ line, scale }: { line: MonthLine; scale: PlotScale }) {
  const point = (index: number, value: number) => `${scale.x(index).toFixed(1)},${scale.y(value).toFixed(1)}`;
  const { low = [], high = [], values } = line;
  const bands = unbrokenRuns(
    values.map((_, index) => (low[index] == null || high[index] == null ? null : 1)),
  );
  return (
    <g>
      {bands.map((run) => (
        <polygon
          key={run[0]}
          fill={line.color}
          fillOpacity={0.14}
          points={[
            ...run.map((index) => point(index, high[index] ?? 0)),
            ...[...run].reverse().map((index) => point(index, low[index] ?? 0)),
          ].join(" ")}
        />
      ))}
      {unbrokenRuns(values).map((run) =>
        run.length === 1 ? (
          <circle
            key={run[0]}
            cx={scale.x(run[0]!)}
            cy={scale.y(values[run[0]!]!)}
            r={2.5}
            fill={line.color}
          />
        ) : (
          <polyline
            key={run[0]}
            fill="none"
            stroke={line.color}
            strokeWidth={2}
            strokeLinejoin="round"
            points={run.map((index) => point(index, values[index]!)).join(" ")}
          />
        ),
      )}
    </g>
  );
}

const labelHeight = 15;

/** Names at the lines' ends instead of a legend, pushed apart where they would touch. */
function EndLabels({ lines, scale }: { lines: readonly MonthLine[]; scale: PlotScale }) {
  const ends = lines
    .map((line) => {
      const index = line.values.findLastIndex((value) => value !== null);
      return { line, y: index === -1 ? 0 : scale.y(line.values[index]!) };
    })
    .sort((a, b) => a.y - b.y);
  let floor = Number.NEGATIVE_INFINITY;
  return (
    <>
      {ends.map(({ line, y }) => {
        floor = Math.max(y, floor + labelHeight);
        return (
          <text key={line.key} x={scale.innerWidth + 6} y={floor + 4} style={{ fill: line.color }}>
            {line.label}
          </text>
        );
      })}
    </>
  );
}

function textAt(line: MonthLine, index: number, { formatValue, formatN }: MonthLinesProps): string | null {
  const value = line.values[index] ?? null;
  if (value === null) return null;
  const low = line.low?.[index] ?? null;
  const high = line.high?.[index] ?? null;
  const n = line.n?.[index] ?? null;
  const interval = low !== null && high !== null ? ` (${formatValue(low)} – ${formatValue(high)})` : "";
  return `${formatValue(value)}${interval}${n !== null && formatN ? ` · ${formatN(n)}` : ""}`;
}
