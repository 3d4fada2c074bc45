/** What is drawn by month. A missing month is null and becomes a gap; it is never 0. */
export interface MonthSeries {
  readonly key: string;
  readonly label: string;
  /** A data colour: `var(--cus)`, `var(--emp-2)`, `var(--mon)` or a mix of them. */
  readonly color: string;
  /** Drawn round a light fill so that it stays visible. */
  readonly outline?: string;
  readonly values: readonly (number | null)[];
}

export interface MonthLine extends MonthSeries {
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
  /** Answers or cases behind each month, for the tooltip. */
  readonly n?: readonly (number | null)[];
}

/** A handover, the start of a programme: a dashed vertical with words. */
export interface MonthEvent {
  readonly month: string;
  readonly label: string;
}

export interface StackedBar {
  readonly key: string;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Positive values stack upwards from zero, negative ones (credits, corrections) downwards. */
export function stackByMonth(monthCount: number, series: readonly MonthSeries[]): StackedBar[] {
  const bars: StackedBar[] = [];
  for (let index = 0; index < monthCount; index++) {
    let up = 0;
    let down = 0;
    for (const { key, values } of series) {
      const value = values[index] ?? null;
      if (value === null || value === 0) continue;
      const from = value > 0 ? up : down;
      bars.push({ key, index, from, to: from + value });
      if (value > 0) up += value;
      else down += value;
    }
  }
  return bars;
}

/** Runs of neighbouring months that have a value: a line is drawn through each and not across the gap. */
export function unbrokenRuns(values: readonly (number | null)[]): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  values.forEach((value, index) => {
    if (value !== null) run.push(index);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  });
  if (run.length > 0) runs.push(run);
  return runs;
}
