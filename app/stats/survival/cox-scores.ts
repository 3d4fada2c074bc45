import { writeRisks } from "./cox-likelihood";
import type { PreparedCoxRows } from "./cox-rows";
import { RiskSetSums } from "./risk-set-sums";
import { TiedEventTerms, type Ties } from "./tied-event-terms";

/** Per event time, on the standardised columns and with the stratum's largest η taken out. */
export interface HazardIncrements {
  /** dΛ for a row that stays at risk; with ties in Efron's way a row that has the event meets less. */
  readonly hazard: Float64Array;
  readonly hazardOfEvents: Float64Array;
  /** ∫x̄ dΛ of the same, T × p. */
  readonly mean: Float64Array;
  readonly meanOfEvents: Float64Array | null;
  /** Mean covariates at the event time, T × p: what a row's own event is measured from. */
  readonly centre: Float64Array | null;
  /** Σ w̄/c², the variance of dΛ. */
  readonly variance: Float64Array;
  /** r = w·exp(η) of each prepared row. */
  readonly risk: Float64Array;
  /** η taken out, by stratum. */
  readonly shifts: Float64Array;
}

/** @param forScores false: only what the baseline hazard needs. */
export function hazardIncrements(
  rows: PreparedCoxRows,
  beta: ArrayLike<number>,
  ties: Ties,
  forScores: boolean,
): HazardIncrements {
  const p = rows.columnCount;
  const times = rows.eventTimes.length;
  const hazard = new Float64Array(times);
  const hazardOfEvents = new Float64Array(times);
  const variance = new Float64Array(times);
  const mean = new Float64Array(times * p);
  const meanOfEvents = forScores ? new Float64Array(times * p) : null;
  const centre = forScores ? new Float64Array(times * p) : null;
  const sums = new RiskSetSums(rows, false);
  const shifts = writeRisks(rows, beta, new Float64Array(rows.used), sums.risk);
  const terms = new TiedEventTerms(ties);
  const tied1 = new Float64Array(p);
  sums.startPass();
  for (let s = rows.stratumStart.length - 2; s >= 0; s--) {
    sums.startStratum(rows.stratumStart[s + 1]!);
    for (let t = rows.stratumStart[s + 1]! - 1; t >= rows.stratumStart[s]!; t--) {
      sums.moveTo(t);
      const start = rows.bucketStart[t]!;
      const end = rows.bucketCensored[t]!;
      const count = end - start;
      let tied0 = 0;
      let weight = 0;
      tied1.fill(0);
      for (let i = start; i < end; i++) {
        weight += rows.weights === null ? 1 : rows.weights[i]!;
        tied0 += sums.risk[i]!;
        for (let a = 0; a < p; a++) tied1[a]! += sums.risk[i]! * rows.x[i * p + a]!;
      }
      terms.compute(count, sums.sum0, tied0);
      const { a0, a1, b0, b1, b2 } = terms;
      const w = weight / count;
      hazard[t] = w * a0;
      hazardOfEvents[t] = w * (a0 - a1);
      variance[t] = w * b0;
      for (let a = 0; a < p; a++) {
        const atRisk = sums.sum1[a]!;
        const tied = tied1[a]!;
        mean[t * p + a] = w * (atRisk * b0 - tied * b1);
        if (!forScores) continue;
        meanOfEvents![t * p + a] = w * (atRisk * (b0 - b1) - tied * (b1 - b2));
        centre![t * p + a] = (atRisk * a0 - tied * a1) / count;
      }
    }
  }
  return { hazard, hazardOfEvents, mean, meanOfEvents, centre, variance, risk: sums.risk, shifts };
}

/**
 * Σ over clusters of s·sᵀ (p × p), s the cluster's sum of weighted score residuals
 *   w·δ·(x − x̄(t)) − r·∫(x − x̄) dΛ over the row's time at risk.
 * Source: Lin & Wei (1989); Therneau & Grambsch (2000), §7.2. R: `crossprod(rowsum(residuals(fit, "score", weighted = TRUE), cluster))`.
 *
 * @param clusters code of each row given, or null: each row for itself
 */
export function scoreCrossProduct(
  rows: PreparedCoxRows,
  beta: ArrayLike<number>,
  ties: Ties,
  clusters: { readonly codes: Int32Array; readonly count: number } | null,
): Float64Array {
  const p = rows.columnCount;
  const increments = hazardIncrements(rows, beta, ties, true);
  const { hazard, mean } = increments;
  const hazardOfEvents = increments.hazardOfEvents;
  const meanOfEvents = increments.meanOfEvents!;
  const centre = increments.centre!;
  const opens = new Uint8Array(hazard.length + 1);
  for (let s = 0; s + 1 < rows.stratumStart.length; s++) opens[rows.stratumStart[s]!] = 1;
  // Sums from the stratum's first event time up to and including t; its own increments are still needed for events.
  const upTo = new Float64Array(hazard.length);
  const meanUpTo = new Float64Array(mean.length);
  for (let t = 0; t < hazard.length; t++) {
    const continues = opens[t] === 0;
    upTo[t] = hazard[t]! + (continues ? upTo[t - 1]! : 0);
    for (let a = 0; a < p; a++) {
      meanUpTo[t * p + a] = mean[t * p + a]! + (continues ? meanUpTo[(t - 1) * p + a]! : 0);
    }
  }
  const clusterScores = clusters === null ? null : new Float64Array(clusters.count * p);
  const score = new Float64Array(p);
  const product = new Float64Array(p * p);
  for (let i = 0; i < rows.used; i++) {
    const first = rows.first[i]!;
    const last = rows.last[i]!;
    const event = i < rows.bucketCensored[last]!;
    const r = increments.risk[i]!;
    const w = rows.weights === null ? 1 : rows.weights[i]!;
    const fresh = opens[first] === 1;
    let met = upTo[last]! - (fresh ? 0 : upTo[first - 1]!);
    if (event) met += hazardOfEvents[last]! - hazard[last]!;
    for (let a = 0; a < p; a++) {
      const at = last * p + a;
      const xa = rows.x[i * p + a]!;
      let meanMet = meanUpTo[at]! - (fresh ? 0 : meanUpTo[(first - 1) * p + a]!);
      if (event) meanMet += meanOfEvents[at]! - mean[at]!;
      score[a] = (event ? w * (xa - centre[at]!) : 0) - r * (xa * met - meanMet);
    }
    if (clusterScores === null) addOuter(product, score, 0, p);
    else {
      const base = clusters!.codes[rows.source[i]!]! * p;
      for (let a = 0; a < p; a++) clusterScores[base + a]! += score[a]!;
    }
  }
  if (clusterScores !== null)
    for (let c = 0; c < clusters!.count; c++) addOuter(product, clusterScores, c * p, p);
  return product;
}

function addOuter(product: Float64Array, score: Float64Array, base: number, p: number): void {
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) product[a * p + b]! += score[base + a]! * score[base + b]!;
  }
}
