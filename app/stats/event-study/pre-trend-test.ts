import { ArgumentError, requireOpenProbability } from "../arguments";
import { chiSquareCdf, chiSquareQuantile } from "../distributions/chi-square";
import { choleskyFactor, choleskySolve } from "../linear-algebra/cholesky";
import { isRefusal, type Refusal, refuse } from "../result";
import { aggregateEffects, covarianceOf } from "./aggregate-effects";
import type { GroupTimeEffects } from "./group-time-effects";
import { noncentralityForPower } from "./noncentral-chi-square";

export interface PreTrendOptions {
  /** Which effects before treatment are tested: every cohort and period (R's did), or their dynamic averages. Default "cells". */
  readonly over?: "cells" | "event-times";
  /** 1 − the size of the test; default the level of the effects. */
  readonly level?: number;
  /** Power at which the detectable trend is stated; default 0.8. */
  readonly power?: number;
}

export interface PreTrendTest {
  /** Wald statistic of all effects before treatment being 0. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly detectable: {
    readonly power: number;
    /** The linear difference in trends, per unit of period, this test finds with that power (either sign). */
    readonly slope: number;
    /** What a trend of just that slope would add to the overall dynamic effect, undetected with chance 1 − power. */
    readonly overallBias: number;
    readonly noncentrality: number;
  };
  readonly n: number;
  readonly clusters: number;
  readonly method: string;
  readonly warnings: readonly string[];
}

/**
 * Test for different trends before treatment, and what it could have detected: a large p-value beside a large
 * detectable slope says nothing.
 *
 * W = θ' V⁻¹ θ over the pre-treatment effects θ (not those within the anticipation) with their influence-function
 * covariance, χ²(q). Under a trend of slope γ, E θ = γ d with d the time between each effect's period and base, so W is
 * noncentral with λ = γ² d' V⁻¹ d; the detectable slope solves P(χ²_q(λ) > critical) = power.
 * Source: Callaway & Sant'Anna (2021); Roth (2022), AER: Insights 4(3), here with the joint Wald test for its pre-test.
 * R: `did::att_gt(..., bstrap = FALSE)$W, $Wpval`; the power from `pchisq(ncp = )`.
 *
 * Throws ArgumentError for level or power outside (0, 1), power not above the test's size, an unknown `over`.
 * Refuses `not-identified` without an effect before treatment, `rank-deficient` when their covariance is singular
 * (as with more effects than clusters).
 */
export function preTrendTest(given: GroupTimeEffects, options: PreTrendOptions = {}): PreTrendTest | Refusal {
  const { over = "cells", level = given.level, power = 0.8 } = options;
  requireOpenProbability(level, "level");
  requireOpenProbability(power, "power");
  if (over !== "cells" && over !== "event-times") throw new ArgumentError("over", `unknown: ${over}`);
  if (!(power > 1 - level)) throw new ArgumentError("power", `must be above the test's size ${1 - level}`);
  const dynamic = aggregateEffects(given, { by: "dynamic" });
  if (isRefusal(dynamic)) return dynamic;
  const tested =
    over === "cells"
      ? given.effects.map((cell, column) => ({ ...cell, column, gap: cell.period - cell.base }))
      : dynamic.effects.map((row, column) => ({ ...row, column, gap: row.underUnitTrend }));
  const pre = tested.filter((effect) => effect.phase === "pre" && effect.standardError > 0);
  const q = pre.length;
  if (q === 0) return refuse("not-identified", { effectsBeforeTreatment: 0 });
  const source = over === "cells" ? given.influence : dynamic.influence;
  const { clusters } = given;
  const scaled = new Float64Array(q * clusters);
  pre.forEach((effect, r) => {
    const from = effect.column * clusters;
    for (let c = 0; c < clusters; c++) scaled[r * clusters + c] = source[from + c]! / effect.standardError;
  });
  const correlation = { rows: q, columns: q, values: covarianceOf(scaled, clusters, q) };
  const factor = q < clusters ? choleskyFactor(correlation) : null;
  // A pivot of 1e-5 squares to what rounding leaves of an effect that is a sum of others.
  const singular = !factor || pre.some((_, r) => factor.values[r * q + r]! < 1e-5);
  if (!factor || singular) return refuse("rank-deficient", { effects: q, clusters });

  const scores = pre.map((effect) => effect.estimate / effect.standardError);
  const gaps = pre.map((effect) => effect.gap / effect.standardError);
  const statistic = dot(scores, choleskySolve(factor, scores));
  const information = dot(gaps, choleskySolve(factor, gaps));
  const critical = chiSquareQuantile(level, q);
  const noncentrality = noncentralityForPower(q, critical, power);
  const slope = Math.sqrt(noncentrality / information);
  return {
    statistic,
    degreesOfFreedom: q,
    pValue: chiSquareCdf(statistic, q, { upper: true }),
    detectable: { power, slope, overallBias: slope * dynamic.overall.underUnitTrend, noncentrality },
    n: given.n,
    clusters,
    method: `Wald test of effects before treatment (${over})`,
    warnings: clusters < 10 * q ? ["many-effects-for-the-clusters"] : [],
  };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
