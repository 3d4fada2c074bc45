import { ArgumentError, requireSameLength } from "../arguments";
import { choleskyFactor, choleskySolve } from "../linear-algebra/cholesky";
import { isRefusal, type Refusal, refuse } from "../result";
import { CoxLikelihood } from "./cox-likelihood";
import { type ChiSquareTest, type CoxFit, chiSquareTest } from "./cox-regression";
import { type CoxRows, checkCoxRows, type PreparedCoxRows, prepareCoxRows } from "./cox-rows";
import { kaplanMeier } from "./kaplan-meier";
import { countUpTo } from "./survival-at";

/** The function of time a coefficient is let drift along: 1 − S(t−) of the pooled Kaplan–Meier curve, time, or log time. */
export type TimeTransform = "km" | "identity" | "log";

export interface ProportionalHazardsTest {
  readonly method: string;
  readonly transform: TimeTransform;
  /** One test a covariate, then all together. */
  readonly tests: readonly (ChiSquareTest & { readonly name: string })[];
  readonly global: ChiSquareTest;
}

/**
 * Score test of β(t) = β + θ·g(t) against θ = 0, for each covariate and for all: with u = Σ g·(x − x̄) over the events and the
 * information of (β, θ) at the fit, χ² = uᵀ[I⁻¹]u with 1 and p degrees of freedom. g is centred on its mean over the events.
 *
 * n as in the fit. Source: Grambsch & Therneau (1994), in the exact form of survival ≥ 3. R: `cox.zph(fit, transform = "km")`.
 *
 * @param rows the rows the fit was made from
 * Refuses `no-events`, `not-identified` (no drift can be told, for example with a single event time). Throws ArgumentError on
 * rows that do not fit the model, and for "log" on an event time of 0 or less.
 */
export function proportionalHazardsTest(
  rows: CoxRows,
  fit: CoxFit,
  transform: TimeTransform = "km",
): ProportionalHazardsTest | Refusal {
  if (transform !== "km" && transform !== "identity" && transform !== "log") {
    throw new ArgumentError("transform", `must be "km", "identity" or "log", got ${String(transform)}`);
  }
  const p = fit.coefficients.length;
  const checked = checkCoxRows(rows);
  requireSameLength(rows.covariates, p, "rows.covariates");
  if (checked.columns.n !== fit.n)
    throw new ArgumentError("rows", "are not the rows the model was fitted to");
  const prepared = prepareCoxRows(checked);
  if (prepared === null) return refuse("no-events", { n: fit.n });
  const g = timeScores(prepared, rows, transform);
  if (isRefusal(g)) return g;
  const weighted = {
    g,
    gradient: new Float64Array(p),
    crossInformation: new Float64Array(p * p),
    information: new Float64Array(p * p),
  };
  const beta = Float64Array.from(fit.coefficients, (c, j) => c.estimate * prepared.scale[j]!);
  const point = new CoxLikelihood(prepared, fit.ties).at(beta, weighted);

  const testOf = (columns: readonly number[]): number | null => {
    const size = p + columns.length;
    const information = new Float64Array(size * size);
    const u = new Float64Array(size);
    for (let a = 0; a < p; a++)
      for (let b = 0; b < p; b++) information[a * size + b] = point.information[a * p + b]!;
    columns.forEach((j, at) => {
      u[p + at] = weighted.gradient[j]!;
      for (let a = 0; a < p; a++) {
        const cross = weighted.crossInformation[a * p + j]!;
        information[a * size + p + at] = information[(p + at) * size + a] = cross;
      }
      columns.forEach((k, other) => {
        information[(p + at) * size + p + other] = weighted.information[j * p + k]!;
      });
    });
    const factor = choleskyFactor({ rows: size, columns: size, values: information });
    if (factor === null) return null;
    const solved = choleskySolve(factor, u);
    return u.reduce((sum, value, at) => sum + value * solved[at]!, 0);
  };
  const all = testOf(prepared.names.map((_, j) => j));
  if (all === null) return refuse("not-identified", { eventTimes: prepared.eventTimes.length });
  return {
    method: "score test of a coefficient that drifts with time",
    transform,
    tests: prepared.names.map((name, j) => ({ name, ...chiSquareTest(testOf([j])!, 1) })),
    global: chiSquareTest(all, p),
  };
}

function timeScores(
  prepared: PreparedCoxRows,
  rows: CoxRows,
  transform: TimeTransform,
): Float64Array | Refusal {
  const { eventTimes } = prepared;
  let raw: Float64Array;
  if (transform === "km") {
    // Pooled over strata and unweighted, as R has it: it only sets the scale of time.
    const curve = kaplanMeier({ entry: rows.entry, exit: rows.exit, event: rows.event });
    if (isRefusal(curve)) return curve;
    raw = eventTimes.map((time) => {
      const before = countUpTo(curve.times, time) - 2;
      return before < 0 ? 0 : 1 - curve.survival[before]!;
    });
  } else if (transform === "log") {
    if (eventTimes.some((time) => time <= 0))
      throw new ArgumentError("transform", "log needs event times above 0");
    raw = eventTimes.map(Math.log);
  } else raw = eventTimes;
  let sum = 0;
  let low = Infinity;
  let high = -Infinity;
  raw.forEach((value, t) => {
    sum += value * (prepared.bucketCensored[t]! - prepared.bucketStart[t]!);
    low = Math.min(low, value);
    high = Math.max(high, value);
  });
  if (low === high) return refuse("not-identified", { eventTimes: new Set(eventTimes).size });
  const mean = sum / prepared.events;
  // The statistic does not depend on the scale; a scale near 1 keeps the information well conditioned.
  return raw.map((value) => (value - mean) / (high - low));
}
