import { type ComponentType, type RefObject, startTransition, useEffect, useRef, useState } from "react";
import styles from "./charts.module.css";

/** What the server draws before the width is known; the box has the final height, so nothing shifts. */
const serverWidth = 720;

interface Props<PlotProps extends object> {
  readonly Plot: ComponentType<PlotProps>;
  readonly plotProps: Omit<PlotProps, "width" | "height">;
  readonly height: number;
}

/** A box of fixed height whose plain drawing is made for its width; on the server for a usual one. */
export function MeasuredPlot<PlotProps extends object>({ Plot, plotProps, height }: Props<PlotProps>) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const AnyPlot = Plot as ComponentType<object>;
  return (
    <div ref={box} className={styles.plot} style={{ height }}>
      <AnyPlot {...plotProps} width={width} height={height} />
    </div>
  );
}

/** As a transition, because the plot inside may not have been hydrated when the first measurement comes. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(serverWidth);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0) startTransition(() => setWidth(measured));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
