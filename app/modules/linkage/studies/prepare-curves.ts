import type { IntervalEstimate } from "../drivers/result";

/** Where fewer are left, one loss more or less moves the curve by a fifth: it ends. */
export const fewestAtRisk = 5;

export interface CurvePoint extends IntervalEstimate {
  readonly month: number;
  readonly atRisk: number;
}

/** The curve as far as enough are at risk. The first point stands for the start and is always there. */
export function cutWhereFewAreLeft<Point extends { readonly atRisk: number }>(
  curve: readonly Point[],
): readonly Point[] {
  const end = curve.findIndex((point, index) => index > 0 && point.atRisk < fewestAtRisk);
  return end === -1 ? curve : curve.slice(0, end);
}

/** The last month that every curve reaches, in whole half years where there is one: what a table compares them at. */
export function commonMonth(curves: readonly (readonly { readonly month: number }[])[]): number | null {
  if (curves.length === 0) return null;
  const shortest = Math.min(...curves.map((curve) => curve.at(-1)?.month ?? 0));
  return shortest >= 6 ? Math.floor(shortest / 6) * 6 : shortest > 0 ? shortest : null;
}

/** A step curve's value at a month: that of the last point at or before it. */
export function valueAt<Point extends { readonly month: number }>(
  curve: readonly Point[],
  month: number,
): Point | null {
  return curve.findLast((point) => point.month <= month) ?? null;
}
