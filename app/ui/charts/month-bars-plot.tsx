import { niceTicks } from "./axis-ticks";
import type { MonthBarsProps } from "./month-bars";
import { MonthPlot } from "./month-plot";
import { stackByMonth } from "./month-series";
import { TooltipRows } from "./tooltip-rows";

export default function MonthBarsPlot(props: MonthBarsProps & { width: number; height: number }) {
  const { months, series, formatValue } = props;
  const bars = stackByMonth(months.length, series);
  const ticks = niceTicks(
    Math.min(0, ...bars.map((bar) => bar.to)),
    Math.max(0, ...bars.map((bar) => bar.to)),
  );
  const byKey = new Map(series.map((one) => [one.key, one]));
  return (
    <MonthPlot
      {...props}
      ticks={ticks}
      formatTick={props.formatTick ?? formatValue}
      draw={(scale) =>
        bars.map((bar) => {
          const look = byKey.get(bar.key);
          const top = scale.y(Math.max(bar.from, bar.to));
          const width = Math.max(2, scale.step * 0.76);
          return (
            <rect
              key={`${bar.key}${bar.index}`}
              x={scale.x(bar.index) - width / 2}
              y={top}
              width={width}
              height={Math.max(0.5, scale.y(Math.min(bar.from, bar.to)) - top)}
              fill={look?.color}
              stroke={look?.outline}
            />
          );
        })
      }
      tooltip={(index) => (
        <TooltipRows
          month={months[index] ?? ""}
          rows={series.map((one) => ({ ...one, text: cell(one.values[index] ?? null, formatValue) }))}
          total={totalOf(props, index)}
        />
      )}
    />
  );
}

function cell(value: number | null, formatValue: (value: number) => string): string | null {
  return value === null || value === 0 ? null : formatValue(value);
}

function totalOf({ series, formatValue }: MonthBarsProps, index: number): string | null {
  const present = series.map((one) => one.values[index] ?? null).filter((value) => value !== null);
  return present.length < 2 ? null : formatValue(present.reduce((sum, value) => sum + value, 0));
}
