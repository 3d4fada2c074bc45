/** One figure beside what was asked for. */
export interface Measure {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly target?: number;
  /** Is a larger value better, or a smaller one? */
  readonly better?: "more" | "less";
  /** Why there is no value. */
  readonly note?: string;
}

export function printMeasures(measures: readonly Measure[]): void {
  const rows = measures.map((measure) => [
    measure.name,
    measure.value === null ? "–" : `${shown(measure.value)} ${measure.unit}`,
    measure.target === undefined
      ? ""
      : `${measure.better === "more" ? "≥" : "≤"} ${shown(measure.target)} ${measure.unit}`,
    verdict(measure),
  ]);
  const header = ["measure", "value", "target", ""];
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 1 || column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join("  ")
      .trimEnd();
  console.log(line(header));
  console.log(widths.map((width) => "─".repeat(width)).join("  "));
  for (const row of rows) console.log(line(row));
}

function verdict({ value, target, better, note }: Measure): string {
  if (value === null) return note ?? "";
  if (target === undefined) return note ?? "";
  const isMet = better === "more" ? value >= target : value <= target;
  return isMet ? "ok" : "short";
}

function shown(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString("en");
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}
