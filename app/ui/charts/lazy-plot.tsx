import { type ComponentType, type LazyExoticComponent, Suspense, useRef } from "react";
import styles from "./charts.module.css";
import { useWidth } from "./measured-plot";

interface Props<PlotProps extends object> {
  readonly Plot: ComponentType<PlotProps> | LazyExoticComponent<ComponentType<PlotProps>>;
  readonly plotProps: Omit<PlotProps, "width" | "height">;
  readonly height: number;
}

/** A measured plot whose code comes later on the client; on the server it is there at once. */
export function LazyPlot<PlotProps extends object>({ Plot, plotProps, height }: Props<PlotProps>) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const AnyPlot = Plot as ComponentType<object>;
  return (
    <div ref={box} className={styles.plot} style={{ height }}>
      <Suspense>
        <AnyPlot {...plotProps} width={width} height={height} />
      </Suspense>
    </div>
  );
}
