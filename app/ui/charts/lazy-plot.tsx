import { useElementSize, useMergedRef } from "@mantine/hooks";
import { type ComponentType, type LazyExoticComponent, Suspense } from "react";
import styles from "./charts.module.css";

/** What the server draws before the width is known; the box has the final height, so nothing shifts. */
const serverWidth = 720;

interface Props<PlotProps extends object> {
  readonly Plot: ComponentType<PlotProps> | LazyExoticComponent<ComponentType<PlotProps>>;
  readonly plotProps: Omit<PlotProps, "width" | "height">;
  readonly height: number;
}

/** A box of fixed height that measures its width. On the server the plot is there at once; on the client its code comes later. */
export function LazyPlot<PlotProps extends object>({ Plot, plotProps, height }: Props<PlotProps>) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const merged = useMergedRef(ref);
  const AnyPlot = Plot as ComponentType<object>;
  return (
    <div ref={merged} className={styles.plot} style={{ height }}>
      <Suspense>
        <AnyPlot {...plotProps} width={Math.round(width) || serverWidth} height={height} />
      </Suspense>
    </div>
  );
}
