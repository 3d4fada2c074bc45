import { requireFiniteColumn, requireOpenProbability, requireSameLength } from "../arguments";
import { normalQuantile } from "../distributions/normal";
import { type Estimate, type Refusal, refuse } from "../result";
import { ascendingOrder, orderByCode } from "./ascending-order";
import { type FollowUp, type FollowUpColumns, readFollowUp } from "./follow-up";
import { encodeLevels, type Label } from "./level-codes";

export interface ConcordanceOptions {
  /** Pairs are formed within strata only. */
  readonly strata?: ArrayLike<Label>;
  readonly cluster?: ArrayLike<Label>;
  readonly level?: number;
}

export interface Concordance extends Estimate {
  /** Weighted pairs: the higher score had the event first, the lower did, the scores tie. */
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedScore: number;
}

/**
 * Harrell's C for a risk score: of the pairs in which one had the event while the other was at risk and stayed so, the share
 * in which the former scored higher, ties half. Two events at one time form no pair. Standard error by the infinitesimal
 * jackknife over rows or clusters. O(n log n) by binary indexed trees over the scores.
 *
 * n rows; normal limits. Source: Harrell et al. (1982); Therneau & Watson (2015).
 * R: `concordance(Surv(entry, exit, event) ~ score + strata(s), reverse = TRUE, cluster =)`; `coxph(…)$concordance`.
 *
 * Refuses `too-few-observations`, `no-events`, `not-identified` (no pair). Throws ArgumentError on faulty rows or scores.
 */
export function concordance(
  rows: FollowUp,
  score: ArrayLike<number>,
  options: ConcordanceOptions = {},
): Concordance | Refusal {
  const level = options.level ?? 0.95;
  requireOpenProbability(level, "level");
  const columns = readFollowUp(rows);
  const { n } = columns;
  requireSameLength(score, n, "score");
  requireFiniteColumn(score, "score");
  if (options.strata !== undefined) requireSameLength(options.strata, n, "strata");
  if (options.cluster !== undefined) requireSameLength(options.cluster, n, "cluster");
  if (n === 0) return refuse("too-few-observations", { n });
  if (!columns.event.includes(1)) return refuse("no-events", { n });
  const counts = countPairs(columns, score, options.strata);
  const pairs = counts.concordant + counts.discordant + counts.tied;
  if (!(pairs > 0)) return refuse("not-identified", { pairs: 0 });
  const somers = (counts.concordant - counts.discordant) / pairs;
  const clusters = options.cluster === undefined ? null : encodeLevels(options.cluster, "cluster");
  const byCluster = new Float64Array(clusters?.levels.length ?? n);
  for (let i = 0; i < n; i++) {
    const weight = columns.weights === null ? 1 : columns.weights[i]!;
    const influence = (counts.difference[i]! - somers * counts.total[i]!) / pairs;
    byCluster[clusters === null ? i : clusters.codes[i]!]! += weight * influence;
  }
  const estimate = (somers + 1) / 2;
  const standardError = Math.sqrt(byCluster.reduce((sum, value) => sum + value * value, 0)) / 2;
  const half = normalQuantile((1 + level) / 2) * standardError;
  return {
    estimate,
    standardError,
    interval: { lower: Math.max(0, estimate - half), upper: Math.min(1, estimate + half), level },
    degreesOfFreedom: Infinity,
    n,
    method: "Harrell's C, infinitesimal jackknife",
    warnings: [],
    concordant: counts.concordant,
    discordant: counts.discordant,
    tiedScore: counts.tied,
  };
}

interface PairCounts {
  concordant: number;
  discordant: number;
  tied: number;
  /** Of each row's pairs, weight of the partners: concordant − discordant, and all. */
  readonly difference: Float64Array;
  readonly total: Float64Array;
}

function countPairs(
  columns: FollowUpColumns,
  score: ArrayLike<number>,
  strataLabels?: ArrayLike<Label>,
): PairCounts {
  const { n, entry, exit } = columns;
  const rankOfRow = entry === null ? null : new Int32Array(n);
  const counts: PairCounts = {
    concordant: 0,
    discordant: 0,
    tied: 0,
    difference: new Float64Array(n),
    total: new Float64Array(n),
  };
  const strata = strataLabels === undefined ? null : encodeLevels(strataLabels, "strata");
  const sorted = (keys: Float64Array): Uint32Array =>
    strata === null
      ? ascendingOrder(keys)
      : orderByCode(strata.codes, strata.levels.length, ascendingOrder(keys));
  const byExit = sorted(exit);
  const byEntry = entry === null ? null : sorted(entry);
  for (let start = 0; start < n; ) {
    let end = start + 1;
    if (strata === null) end = n;
    else while (end < n && strata.codes[byExit[end]!] === strata.codes[byExit[start]!]) end++;
    countInStratum(
      columns,
      score,
      byExit.subarray(start, end),
      byEntry?.subarray(start, end) ?? null,
      rankOfRow,
      counts,
    );
    start = end;
  }
  return counts;
}

function countInStratum(
  columns: FollowUpColumns,
  score: ArrayLike<number>,
  byExit: Uint32Array,
  byEntry: Uint32Array | null,
  rankOfRow: Int32Array | null,
  counts: PairCounts,
): void {
  const { entry, exit, event, weights } = columns;
  const { rankOf, rankCount } = denseRanks(score, byExit);
  const weightOf = (row: number): number => (weights === null ? 1 : weights[row]!);
  const atRisk = new WeightTree(rankCount);
  const events = new WeightTree(rankCount);
  if (rankOfRow !== null) for (let i = 0; i < byExit.length; i++) rankOfRow[byExit[i]!] = rankOf[i]!;

  // A survivor's pairs are the events met while at risk: going down in time, what the tree of events holds when it enters
  // less what it held when it left.
  const meet = (row: number, position: number, sign: number): void => {
    const below = events.below(position);
    const same = events.below(position + 1) - below;
    counts.difference[row]! += sign * (events.total - same - below - below);
    counts.total[row]! += sign * events.total;
  };
  const join = (i: number): void => {
    meet(byExit[i]!, rankOf[i]!, -1);
    atRisk.add(rankOf[i]!, weightOf(byExit[i]!));
  };
  let entering = byEntry === null ? -1 : byEntry.length - 1;
  for (let i = byExit.length - 1; i >= 0; ) {
    const time = exit[byExit[i]!]!;
    let start = i;
    while (start >= 0 && exit[byExit[start]!]! === time) start--;
    for (; entering >= 0 && entry![byEntry![entering]!]! >= time; entering--) {
      const row = byEntry![entering]!;
      const position = rankOfRow![row]!;
      meet(row, position, 1);
      atRisk.add(position, -weightOf(row));
    }
    // A row censored at the time outlived the events of that time; those events themselves form no pairs.
    for (let k = i; k > start; k--) if (event[byExit[k]!] === 0) join(k);
    for (let k = i; k > start; k--) {
      const row = byExit[k]!;
      if (event[row] === 0) continue;
      const below = atRisk.below(rankOf[k]!);
      const same = atRisk.below(rankOf[k]! + 1) - below;
      const above = atRisk.total - below - same;
      counts.concordant += weightOf(row) * below;
      counts.discordant += weightOf(row) * above;
      counts.tied += weightOf(row) * same;
      counts.difference[row]! += below - above;
      counts.total[row]! += atRisk.total;
    }
    for (let k = i; k > start; k--) if (event[byExit[k]!] !== 0) events.add(rankOf[k]!, weightOf(byExit[k]!));
    for (let k = i; k > start; k--) if (event[byExit[k]!] !== 0) join(k);
    i = start;
  }
  if (byEntry === null) for (let i = 0; i < byExit.length; i++) meet(byExit[i]!, rankOf[i]!, 1);
  else for (; entering >= 0; entering--) meet(byEntry[entering]!, rankOfRow![byEntry[entering]!]!, 1);
}

/** Position of each listed row's score among the distinct scores listed. */
function denseRanks(score: ArrayLike<number>, rows: Uint32Array): { rankOf: Int32Array; rankCount: number } {
  const keys = Float64Array.from(rows, (row) => score[row]!);
  const order = ascendingOrder(keys);
  const rankOf = new Int32Array(rows.length);
  let rank = -1;
  for (let i = 0; i < order.length; i++) {
    if (i === 0 || keys[order[i]!] !== keys[order[i - 1]!]) rank++;
    rankOf[order[i]!] = rank;
  }
  return { rankOf, rankCount: rank + 1 };
}

/** A binary indexed tree (Fenwick 1994): weights at positions 0 … size − 1, prefix sums in O(log size). */
class WeightTree {
  total = 0;
  private readonly sums: Float64Array;

  constructor(size: number) {
    this.sums = new Float64Array(size + 1);
  }

  add(position: number, weight: number): void {
    this.total += weight;
    for (let at = position + 1; at < this.sums.length; at += at & -at) this.sums[at]! += weight;
  }

  /** Weight at positions before `position`. */
  below(position: number): number {
    let sum = 0;
    for (let at = position; at > 0; at -= at & -at) sum += this.sums[at]!;
    return sum;
  }
}
