/** Round values that cover [min, max], about `wanted` of them: 0, 3, 6, 9, 12. */
export function niceTicks(min: number, max: number, wanted = 4): number[] {
  if (!(max > min)) return [min, min + 1];
  const step = niceStep((max - min) / wanted);
  const first = Math.floor(min / step + 1e-9);
  const last = Math.ceil(max / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Decimals that all of them need, so that labels of one axis are written alike. */
export function tickDecimals(ticks: readonly number[]): number {
  return Math.max(0, ...ticks.map((tick) => String(tick).split(".")[1]?.length ?? 0));
}

function niceStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * magnitude >= rough * (1 - 1e-9)) ?? 10;
  return factor * magnitude;
}
