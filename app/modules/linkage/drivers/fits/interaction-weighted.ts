/**
 * The handover's effect once more, by Sun and Abraham's interaction-weighted estimator: account and month effects, a dummy
 * for each cohort and window, averaged by the cohorts' rows. Another way to the same number; a gap says that one of them is off.
 */
import { isRefusal } from "~/stats/result";
import { fixedEffectsAnswer } from "~/stats/runner/fixed-effects-answer";
import type { EventWindow } from "./event-windows";
import { studyMonths } from "./handover-outcomes";
import type { HandoverStretch } from "./handover-timeline";
import type { PanelData } from "./panel-data";

/** Cohorts of half a year: monthly ones would be a thousand dummies. */
const cohortMonths = 6;
const fewestRows = 10;

export interface InteractionWeighted {
  readonly estimate: number;
  readonly standardError: number;
}

/** One estimate a window, null where no cohort has rows enough. Source: Sun & Abraham (2021), J. Econometrics 225(2). */
export function interactionWeighted(
  panel: PanelData,
  stretches: readonly HandoverStretch[],
  outcome: "answers" | "revenue",
  windows: readonly EventWindow[],
  noticeMonths: number,
): (InteractionWeighted | null)[] {
  const months = studyMonths(panel, stretches, outcome);
  const dummyOf = new Map<string, { window: number; rows: number[] }>();
  for (const [row, { month, handedOver }] of months.entries()) {
    const since = month - handedOver;
    if (!(since >= -noticeMonths)) continue;
    const window = windows.findIndex(({ from, to }) => since >= from && since <= to);
    const key = `${Math.floor(handedOver / cohortMonths)} ${since < 0 ? "notice" : window}`;
    const dummy = dummyOf.get(key) ?? { window: since < 0 ? -2 : window, rows: [] };
    dummy.rows.push(row);
    dummyOf.set(key, dummy);
  }
  const dummies = [...dummyOf].filter(([, { rows }]) => rows.length >= fewestRows);
  if (dummies.length === 0) return windows.map(() => null);
  const answer = fixedEffectsAnswer({
    outcome: Float64Array.from(months, ({ value }) => value),
    covariates: dummies.map(([, { rows }]) => {
      const column = new Float64Array(months.length);
      for (const row of rows) column[row] = 1;
      return column;
    }),
    names: dummies.map(([key]) => key),
    effects: [Int32Array.from(months, ({ unit }) => unit), Int32Array.from(months, ({ month }) => month)],
    clusters: [Int32Array.from(months, ({ unit }) => unit)],
  });
  if (isRefusal(answer)) return windows.map(() => null);
  const k = answer.coefficients.length;
  return windows.map((_, window) => {
    const parts = answer.coefficients.flatMap(({ name, estimate }, at) => {
      const dummy = dummyOf.get(name);
      return dummy?.window === window ? [{ at, estimate, rows: dummy.rows.length }] : [];
    });
    const total = parts.reduce((sum, { rows }) => sum + rows, 0);
    if (total === 0) return null;
    let variance = 0;
    for (const a of parts)
      for (const b of parts) variance += (a.rows * b.rows * answer.covariance[a.at + b.at * k]!) / total ** 2;
    return {
      estimate: parts.reduce((sum, { rows, estimate }) => sum + (rows / total) * estimate, 0),
      standardError: Math.sqrt(Math.max(0, variance)),
    };
  });
}
