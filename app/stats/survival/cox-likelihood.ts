import type { PreparedCoxRows } from "./cox-rows";
import { RiskSetSums } from "./risk-set-sums";
import { TiedEventTerms, type Ties } from "./tied-event-terms";

/** Log partial likelihood, its gradient and observed information at one β, all on the standardised columns. */
export interface PartialLikelihood {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  /** p × p, symmetric. */
  readonly information: Float64Array;
}

/** The same sums with each event time's terms multiplied by g(t) and g(t)²: what a coefficient β + θ·g(t) adds. */
export interface TimeWeightedTerms {
  /** One value for each event time. */
  readonly g: Float64Array;
  readonly gradient: Float64Array;
  readonly crossInformation: Float64Array;
  readonly information: Float64Array;
}

/** Evaluates the partial likelihood; the large work arrays are kept between evaluations. */
export class CoxLikelihood {
  private readonly sums: RiskSetSums;
  private readonly terms: TiedEventTerms;
  private readonly eta: Float64Array;

  constructor(
    private readonly rows: PreparedCoxRows,
    ties: Ties,
  ) {
    this.sums = new RiskSetSums(rows, true);
    this.terms = new TiedEventTerms(ties);
    this.eta = new Float64Array(rows.used);
  }

  /**
   * ℓ = Σ over event times [Σ w·η − w̄·Σₖ log c(k)], w̄ the mean weight of the tied events (Therneau & Grambsch 2000, §3.3);
   * gradient and information are its derivatives. One pass.
   *
   * @param timeWeighted filled where given, from zeros
   */
  at(beta: ArrayLike<number>, timeWeighted?: TimeWeightedTerms): PartialLikelihood {
    const { rows, sums, terms, eta } = this;
    const p = rows.columnCount;
    writeRisks(rows, beta, eta, sums.risk);
    const gradient = new Float64Array(p);
    const information = new Float64Array(p * p);
    const gradientHere = new Float64Array(p);
    const tied1 = new Float64Array(p);
    const tied2 = new Float64Array((p * (p + 1)) / 2);
    const { sum1, sum2 } = sums;
    const { x, weights } = rows;
    let logLikelihood = 0;
    sums.startPass();
    for (let s = rows.stratumStart.length - 2; s >= 0; s--) {
      sums.startStratum(rows.stratumStart[s + 1]!);
      for (let t = rows.stratumStart[s + 1]! - 1; t >= rows.stratumStart[s]!; t--) {
        sums.moveTo(t);
        const start = rows.bucketStart[t]!;
        const end = rows.bucketCensored[t]!;
        const count = end - start;
        const tiesMatter = count > 1;
        let tied0 = 0;
        let weight = 0;
        gradientHere.fill(0);
        if (tiesMatter) {
          tied1.fill(0);
          tied2.fill(0);
        }
        for (let i = start; i < end; i++) {
          const w = weights === null ? 1 : weights[i]!;
          weight += w;
          logLikelihood += w * eta[i]!;
          for (let a = 0; a < p; a++) gradientHere[a]! += w * x[i * p + a]!;
          if (!tiesMatter) continue;
          const r = sums.risk[i]!;
          tied0 += r;
          for (let a = 0, at = 0; a < p; a++) {
            const rx = r * x[i * p + a]!;
            tied1[a]! += rx;
            for (let b = 0; b <= a; b++) tied2[at++]! += rx * x[i * p + b]!;
          }
        }
        terms.compute(count, sums.sum0, tied0);
        const mean = weight / count;
        const { a0, a1, b0, b1, b2 } = terms;
        logLikelihood -= mean * terms.logs;
        for (let a = 0, at = 0; a < p; a++) {
          gradientHere[a]! -= mean * (sum1[a]! * a0 - tied1[a]! * a1);
          gradient[a]! += gradientHere[a]!;
          const byRisk = sum1[a]! * b0 - tied1[a]! * b1;
          const byTied = sum1[a]! * b1 - tied1[a]! * b2;
          for (let b = 0; b <= a; b++, at++) {
            const here = mean * (sum2[at]! * a0 - tied2[at]! * a1 - (sum1[b]! * byRisk - tied1[b]! * byTied));
            information[a * p + b]! += here;
            if (timeWeighted === undefined) continue;
            const g = timeWeighted.g[t]!;
            timeWeighted.crossInformation[a * p + b]! += g * here;
            timeWeighted.information[a * p + b]! += g * g * here;
          }
          if (timeWeighted !== undefined) timeWeighted.gradient[a]! += timeWeighted.g[t]! * gradientHere[a]!;
        }
      }
    }
    mirror(information, p);
    if (timeWeighted !== undefined) {
      mirror(timeWeighted.crossInformation, p);
      mirror(timeWeighted.information, p);
    }
    return { logLikelihood, gradient, information };
  }
}

/**
 * η = offset + xβ less its largest value in the stratum, and r = w·exp(η): the shift cancels from the likelihood and keeps
 * exp from overflowing.
 */
export function writeRisks(
  rows: PreparedCoxRows,
  beta: ArrayLike<number>,
  eta: Float64Array,
  risk: Float64Array,
): Float64Array {
  const { x, weights, offset, stratumStart, bucketStart } = rows;
  const p = rows.columnCount;
  const shifts = new Float64Array(stratumStart.length - 1);
  const b = Float64Array.from(beta);
  for (let s = 0; s + 1 < stratumStart.length; s++) {
    const start = bucketStart[stratumStart[s]!]!;
    const end = bucketStart[stratumStart[s + 1]!]!;
    let largest = -Infinity;
    for (let i = start; i < end; i++) {
      let value = offset === null ? 0 : offset[i]!;
      for (let a = 0; a < p; a++) value += b[a]! * x[i * p + a]!;
      eta[i] = value;
      if (value > largest) largest = value;
    }
    shifts[s] = largest;
    for (let i = start; i < end; i++) {
      eta[i]! -= largest;
      risk[i] = (weights === null ? 1 : weights[i]!) * Math.exp(eta[i]!);
    }
  }
  return shifts;
}

function mirror(matrix: Float64Array, p: number): void {
  for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) matrix[b * p + a] = matrix[a * p + b]!;
}
