import { Line, type LineCustomSvgLayerProps, type SliceTooltipProps } from "@nivo/line";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useFormat } from "~/i18n/use-format";
import styles from "./charts.module.css";
import type { MonthEvent } from "./month-series";

type Series = { id: string; data: { x: number; y: number | null }[] };

/** Where things are on the drawing: month number and value to pixels. */
export interface PlotScale {
  x(index: number): number;
  y(value: number): number;
  readonly step: number;
  readonly innerWidth: number;
  readonly innerHeight: number;
}

export interface MonthPlotProps {
  readonly width: number;
  readonly height: number;
  readonly months: readonly string[];
  readonly ticks: readonly number[];
  readonly formatTick: (value: number) => string;
  readonly description: string;
  readonly events?: readonly MonthEvent[];
  /** Room at the right for labels at the lines' ends. */
  readonly marginRight?: number;
  readonly draw: (scale: PlotScale) => ReactNode;
  readonly tooltip: (index: number) => ReactNode;
}

const PlotContext = createContext<MonthPlotProps | null>(null);

function usePlot(): MonthPlotProps {
  const plot = useContext(PlotContext);
  if (!plot) throw new Error("A chart layer stands outside its plot.");
  return plot;
}

/**
 * The frame of every chart by month: nivo's scales and tooltip slices, our own axes. Bars and lines are drawn by a
 * layer, because nivo's own bar takes 30 ms a chart on the server and this 1 ms.
 */
export function MonthPlot(props: MonthPlotProps) {
  const { width, height, months, ticks, description, marginRight = 8 } = props;
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  const helper: Series[] = [{ id: "month", data: months.map((_, x) => ({ x, y: ticks[0] ?? 0 })) }];
  return (
    <PlotContext.Provider value={props}>
      <Line<Series>
        width={width}
        height={height}
        data={helper}
        margin={{ top: 22, right: marginRight, bottom: 40, left: 48 }}
        xScale={{ type: "linear", min: -0.5, max: months.length - 0.5 }}
        yScale={{ type: "linear", min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1 }}
        layers={[AxesLayer, MarksLayer, "slices"]}
        // Their ids are counted differently on the server, and without scripts nobody hovers.
        enableSlices={isHydrated ? "x" : false}
        sliceTooltip={SliceTooltip}
        animate={false}
        ariaLabel={description}
        role="img"
      />
    </PlotContext.Provider>
  );
}

function AxesLayer(layer: LineCustomSvgLayerProps<Series>) {
  const plot = usePlot();
  return <PlotAxes {...plot} scale={scaleOf(layer, plot.months.length)} />;
}

function MarksLayer(layer: LineCustomSvgLayerProps<Series>) {
  const plot = usePlot();
  return <>{plot.draw(scaleOf(layer, plot.months.length))}</>;
}

function SliceTooltip({ slice }: SliceTooltipProps<Series>) {
  const plot = usePlot();
  return <div className={styles.tooltip}>{plot.tooltip(Number(slice.points[0]?.data.x ?? 0))}</div>;
}

function scaleOf(layer: LineCustomSvgLayerProps<Series>, count: number): PlotScale {
  const { innerWidth, innerHeight } = layer;
  return {
    x: (index) => layer.xScale(index),
    y: (value) => layer.yScale(value),
    step: innerWidth / count,
    innerWidth,
    innerHeight,
  };
}

const labelWidth = 44;

function PlotAxes({ months, ticks, formatTick, events = [], scale }: MonthPlotProps & { scale: PlotScale }) {
  const format = useFormat();
  const every = [1, 2, 3, 6, 12].find((count) => scale.step * count >= labelWidth) ?? 12;
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick} transform={`translate(0 ${scale.y(tick)})`}>
          <line x2={scale.innerWidth} stroke={tick === 0 ? "var(--ink-3)" : "var(--line)"} />
          <text x={-8} y={4} textAnchor="end">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      {months.map((month, index) => {
        const isYearStart = index === 0 || month.slice(5, 7) === "01";
        const isLabelled = (Number(month.slice(5, 7)) - 1) % every === 0;
        return (
          <g key={month} transform={`translate(${scale.x(index)} ${scale.innerHeight})`}>
            {isLabelled && (
              <text y={18} textAnchor="middle">
                {format.shortMonth(month)}
              </text>
            )}
            {isYearStart && (index === 0 ? hasRoomForYear(months, scale.step) : true) && (
              <text y={34} x={-scale.step / 2} fontWeight={600} style={{ fill: "var(--ink)" }}>
                {month.slice(0, 4)}
              </text>
            )}
            {isYearStart && index > 0 && (
              <line x1={-scale.step / 2} x2={-scale.step / 2} y2={34} stroke="var(--line-2)" />
            )}
          </g>
        );
      })}
      {events.map((event, row) => {
        const index = months.indexOf(event.month);
        if (index === -1) return null;
        const isLeft = index < months.length / 2;
        return (
          <g
            key={`${event.month}${event.label}`}
            transform={`translate(${scale.x(index) - scale.step / 2} 0)`}
          >
            <line y1={-14} y2={scale.innerHeight} stroke="var(--ink-3)" strokeDasharray="3 3" />
            <text x={isLeft ? 4 : -4} y={-6 + (row % 2) * 14} textAnchor={isLeft ? "start" : "end"}>
              {event.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The first year's number would run into the second's where only a few months of it are shown. */
function hasRoomForYear(months: readonly string[], stepPixels: number): boolean {
  const secondYear = months.findIndex((month, index) => index > 0 && month.slice(5, 7) === "01");
  return secondYear === -1 || secondYear * stepPixels >= 40;
}
