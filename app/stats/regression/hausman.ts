import { chiSquareCdf } from "../distributions/chi-square";
import { choleskyFactor } from "../linear-algebra/cholesky";
import { columnOf, zeros } from "../linear-algebra/matrix";
import { householderQr } from "../linear-algebra/qr";
import { type Refusal, refuse } from "../result";
import { classicalCovariance } from "./classical-covariance";
import type { RandomEffectsFit } from "./random-effects";

export interface HausmanTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly method: string;
  readonly warnings: readonly string[];
}

/**
 * Hausman (1978): do fixed and random effects tell the same? χ² = q′(V_F − V_R)⁻¹q, q = β_F − β_R over the slopes both have,
 * with classical covariances, so only under iid errors; `mundlakRegression` has the test that survives clustering.
 * Where V_F − V_R is not positive definite the absolute value is taken, as plm does, and a warning says so.
 *
 * R: `plm::phtest(within, random)`. Refuses "not-identified" when V_F − V_R is singular.
 */
export function hausmanTest(random: RandomEffectsFit): HausmanTest | Refusal {
  const fixed = random.withinFit;
  const fixedCovariance = classicalCovariance(fixed).matrix;
  const randomCovariance = random.covariance.matrix;
  const pairs = fixed.names.flatMap((name, j) => {
    const at = random.fit.names.indexOf(name);
    return at < 0 ? [] : [{ fixed: j, random: at }];
  });
  const k = pairs.length;
  const difference = Float64Array.from(
    pairs,
    (pair) => fixed.coefficients[pair.fixed]! - random.fit.coefficients[pair.random]!,
  );
  const spread = zeros(k, k);
  // Scaled to unit diagonal of V_F, so that units do not decide on singularity.
  const unit = pairs.map((pair) =>
    Math.sqrt(fixedCovariance.values[pair.fixed * (fixedCovariance.rows + 1)]!),
  );
  pairs.forEach((a, i) => {
    pairs.forEach((b, j) => {
      const value =
        fixedCovariance.values[a.fixed + b.fixed * fixedCovariance.rows]! -
        randomCovariance.values[a.random + b.random * randomCovariance.rows]!;
      columnOf(spread, j)[i] = value / (unit[i]! * unit[j]!);
    });
    difference[i]! /= unit[i]!;
  });
  const qr = householderQr(spread, 1e-12);
  if (k === 0 || qr.rank < k) return refuse("not-identified", { slopes: k, rank: qr.rank });
  const solved = qr.solve(difference);
  let statistic = 0;
  for (let i = 0; i < k; i++) statistic += difference[i]! * solved[i]!;
  const definite = choleskyFactor(spread) !== null;
  statistic = Math.abs(statistic);
  return {
    statistic,
    degreesOfFreedom: k,
    pValue: chiSquareCdf(statistic, k, { upper: true }),
    method: "hausman",
    warnings: definite
      ? []
      : ["the difference of the covariances is not positive definite: take mundlakRegression's test"],
  };
}
