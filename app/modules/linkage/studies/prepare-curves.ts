import type { IntervalEstimate } from "../drivers/result";

/** Where fewer are left, one loss more or less moves the curve by a tenth: it ends. */
export const fewestAtRisk = 10;

export interface CurvePoint extends IntervalEstimate {
  readonly month: number;
  readonly atRisk: number;
}

/** With the step from where nobody was lost yet, a month before the first time that is known. */
export function fromItsStart(curve: readonly CurvePoint[], start: 0 | 1): readonly CurvePoint[] {
  const [first] = curve;
  if (!first || first.month === 0) return curve;
  const origin = {
    month: first.month - 1,
    estimate: start,
    lower: start,
    upper: start,
    atRisk: first.atRisk,
  };
  return [origin, ...curve];
}

/** The curve as far as enough are at risk. The first point is always there. */
export function cutWhereFewAreLeft<Point extends { readonly atRisk: number }>(
  curve: readonly Point[],
): readonly Point[] {
  const end = curve.findIndex((point, index) => index > 0 && point.atRisk < fewestAtRisk);
  return end === -1 ? curve : curve.slice(0, end);
}

/** The longest of the usual spans that most curves cover: what a table compares them at. */
export function commonMonth(curves: readonly (readonly { readonly month: number }[])[]): number | null {
  const covers = (month: number) => curves.filter((curve) => valueAt(curve, month) !== null).length;
  return (
    [36, 24, 12, 6].find((month) => covers(month) > 0 && covers(month) >= (curves.length * 2) / 3) ?? null
  );
}

/** A step curve's value at a month: that of the last point at or before it; null before the curve begins and once it ended. */
export function valueAt<Point extends { readonly month: number }>(
  curve: readonly Point[],
  month: number,
): Point | null {
  const end = curve.at(-1);
  if (!end || month > end.month) return null;
  return curve.findLast((point) => point.month <= month) ?? null;
}
