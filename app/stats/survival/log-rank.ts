import { ArgumentError, requireFinite, requireSameLength } from "../arguments";
import { choleskyFactor, choleskySolve } from "../linear-algebra/cholesky";
import { type Matrix, zeros } from "../linear-algebra/matrix";
import { type Refusal, refuse } from "../result";
import { ascendingOrder } from "./ascending-order";
import { type ChiSquareTest, chiSquareTest } from "./cox-regression";
import { type FollowUp, type FollowUpColumns, readFollowUp } from "./follow-up";
import { encodeLevels, type Label } from "./level-codes";

export interface LogRankOptions {
  readonly strata?: ArrayLike<Label>;
  /** Fleming–Harrington weight S(t−)^rho: 0 log-rank, 1 Peto & Peto's modification of Gehan–Wilcoxon. */
  readonly rho?: number;
  /** Times (1 − S(t−))^gamma, which looks at late differences. R's `survdiff` has rho only. */
  readonly gamma?: number;
}

export interface LogRankGroup {
  readonly group: Label;
  readonly n: number;
  /** Weighted by S(t−)^rho·(1 − S(t−))^gamma where those are asked for. */
  readonly observed: number;
  readonly expected: number;
}

export interface LogRankTest extends ChiSquareTest {
  readonly method: string;
  readonly n: number;
  readonly groups: readonly LogRankGroup[];
  /** Of observed − expected, groups × groups. */
  readonly covariance: Matrix;
  readonly warnings: readonly string[];
}

/**
 * Log-rank test of equal hazards in k groups, stratified if asked, weighted if asked, for right-censored or delayed-entry
 * rows. At each event time, with n at risk of whom n(j) in group j and d events:
 *   E(j) += g·d·n(j)/n,  V(j,k) += g²·d·(n − d)/(n − 1)·n(j)/n·(1[j=k] − n(k)/n),
 * the (n − d)/(n − 1) term left out at n = 1. g = S(t−)^rho·(1 − S(t−))^gamma with S pooled within the stratum. The statistic is
 * (O − E)ᵀV⁻¹(O − E) with one group left out; df = groups with anything expected − 1. `weights` count as repetitions.
 *
 * Sources: Mantel (1966); Peto & Peto (1972); Harrington & Fleming (1982).
 * R: `survdiff(Surv(exit, event) ~ group + strata(s), rho =, timefix = FALSE)`; it takes no delayed entry.
 *
 * Refuses `too-few-observations`, `no-comparison-group` (one group), `no-events`, `no-variation` (no event time with two
 * groups at risk). Throws ArgumentError on faulty rows.
 */
export function logRankTest(
  rows: FollowUp,
  group: ArrayLike<Label>,
  options: LogRankOptions = {},
): LogRankTest | Refusal {
  const columns = readFollowUp(rows);
  const { n } = columns;
  requireSameLength(group, n, "group");
  if (options.strata !== undefined) requireSameLength(options.strata, n, "strata");
  const { rho = 0, gamma = 0 } = options;
  requireFinite(rho, "rho");
  requireFinite(gamma, "gamma");
  if (gamma < 0) throw new ArgumentError("gamma", `must be at least 0, got ${gamma}`);
  if (n === 0) return refuse("too-few-observations", { n });
  const groups = encodeLevels(group, "group");
  if (groups.levels.length < 2) return refuse("no-comparison-group", { groups: 1 });
  if (!columns.event.includes(1)) return refuse("no-events", { n });
  const strata = options.strata === undefined ? null : encodeLevels(options.strata, "strata");
  const tally = new LogRankTally(columns, groups.codes, groups.levels.length, rho, gamma);
  const byExit = ascendingOrder(columns.exit);
  const byEntry = columns.entry === null ? null : ascendingOrder(columns.entry);
  const strataCount = strata?.levels.length ?? 1;
  for (let s = 0; s < strataCount; s++) {
    const own = (order: Uint32Array): Uint32Array =>
      strata === null ? order : order.filter((row) => strata.codes[row] === s);
    tally.addStratum(own(byExit), byEntry === null ? null : own(byEntry));
  }
  const compared = [...groups.levels.keys()].filter((j) => tally.expected[j]! > 0);
  const statistic = quadraticStatistic(tally, compared);
  if (statistic === null) return refuse("no-variation", { groups: compared.length });
  const weighting = rho === 0 && gamma === 0 ? "log-rank" : `Fleming-Harrington(${rho}, ${gamma})`;
  return {
    ...chiSquareTest(statistic, compared.length - 1),
    method: strata === null ? weighting : `stratified ${weighting}`,
    n,
    groups: groups.levels.map((level, j) => ({
      group: level,
      n: tally.size[j]!,
      observed: tally.observed[j]!,
      expected: tally.expected[j]!,
    })),
    covariance: tally.covariance,
    warnings: compared.length < groups.levels.length ? ["group-never-at-risk-with-an-event"] : [],
  };
}

class LogRankTally {
  readonly size: Float64Array;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly covariance: Matrix;

  constructor(
    private readonly columns: FollowUpColumns,
    private readonly codes: Int32Array,
    private readonly count: number,
    private readonly rho: number,
    private readonly gamma: number,
  ) {
    this.size = new Float64Array(count);
    this.observed = new Float64Array(count);
    this.expected = new Float64Array(count);
    this.covariance = zeros(count, count);
    for (const code of codes) this.size[code]!++;
  }

  addStratum(byExit: Uint32Array, byEntry: Uint32Array | null): void {
    const { columns, codes } = this;
    const atRisk = new Float64Array(this.count);
    const events = new Float64Array(this.count);
    const weightOf = (row: number): number => (columns.weights === null ? 1 : columns.weights[row]!);
    let entered = 0;
    if (byEntry === null) for (const row of byExit) atRisk[codes[row]!]! += weightOf(row);
    let pooled = 1;
    for (let i = 0; i < byExit.length; ) {
      const time = columns.exit[byExit[i]!]!;
      if (byEntry !== null) {
        while (entered < byEntry.length && columns.entry![byEntry[entered]!]! < time) {
          atRisk[codes[byEntry[entered]!]!]! += weightOf(byEntry[entered]!);
          entered++;
        }
      }
      events.fill(0);
      let d = 0;
      let end = i;
      for (; end < byExit.length && columns.exit[byExit[end]!]! === time; end++) {
        const row = byExit[end]!;
        if (columns.event[row] === 0) continue;
        events[codes[row]!]! += weightOf(row);
        d += weightOf(row);
      }
      if (d > 0) pooled = this.addTime(atRisk, events, d, pooled);
      for (; i < end; i++) atRisk[codes[byExit[i]!]!]! -= weightOf(byExit[i]!);
    }
  }

  /** Returns the pooled survival just after the time. */
  private addTime(atRisk: Float64Array, events: Float64Array, d: number, pooled: number): number {
    let n = 0;
    for (let j = 0; j < this.count; j++) n += atRisk[j]!;
    const g = (this.rho === 0 ? 1 : pooled ** this.rho) * (this.gamma === 0 ? 1 : (1 - pooled) ** this.gamma);
    const spread = n > 1 ? (g * g * d * (n - d)) / (n - 1) : 0;
    for (let j = 0; j < this.count; j++) {
      const share = atRisk[j]! / n;
      this.observed[j]! += g * events[j]!;
      this.expected[j]! += g * d * share;
      if (spread === 0) continue;
      for (let k = 0; k < this.count; k++) {
        this.covariance.values[k * this.count + j]! += spread * share * ((j === k ? 1 : 0) - atRisk[k]! / n);
      }
    }
    return (pooled * Math.max(0, n - d)) / n;
  }
}

function quadraticStatistic(tally: LogRankTally, compared: readonly number[]): number | null {
  if (compared.length < 2) return null;
  const kept = compared.slice(1);
  const size = kept.length;
  const v = zeros(size, size);
  const total = tally.covariance.rows;
  kept.forEach((j, a) => {
    kept.forEach((k, b) => {
      v.values[b * size + a] = tally.covariance.values[k * total + j]!;
    });
  });
  const factor = choleskyFactor(v);
  if (factor === null) return null;
  const difference = Float64Array.from(kept, (j) => tally.observed[j]! - tally.expected[j]!);
  const solved = choleskySolve(factor, difference);
  return difference.reduce((sum, value, a) => sum + value * solved[a]!, 0);
}
