interface Props {
  readonly values: readonly (number | null)[];
  readonly color: string;
  readonly width?: number;
  readonly height?: number;
  /** Ends of the value axis, so that sparklines in one column can share a scale. */
  readonly domain?: readonly [number, number];
}

/** A trend at the size of a word. Decoration: the figures stand beside it. Missing values are gaps. */
export function Sparkline({ values, color, width = 96, height = 24, domain }: Props) {
  const present = values.filter((value): value is number => value !== null);
  if (present.length < 2) return null;
  const [low, high] = domain ?? [Math.min(...present), Math.max(...present)];
  const span = high - low || 1;
  const x = (index: number) => 2 + (index / (values.length - 1)) * (width - 4);
  const y = (value: number) => height - 2 - ((value - low) / span) * (height - 4);
  let path = "";
  let isDown = false;
  values.forEach((value, index) => {
    if (value === null) isDown = false;
    else {
      path += `${isDown ? "L" : "M"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      isDown = true;
    }
  });
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke={color}
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(last)} cy={y(values[last] ?? low)} r={2} fill={color} />
    </svg>
  );
}
