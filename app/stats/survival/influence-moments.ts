/**
 * Sums of squared influence, kept without an influence matrix.
 *
 * The infinitesimal jackknife variance of a curve is Σ over clusters of (Σ over the cluster's rows of w·∂curve/∂w)². Kept as
 * a matrix that is clusters × times; but while nothing of a cluster enters or leaves, its influence is a linear function of
 * quantities that all clusters share:
 *
 *   on log S:   G(c) = K(c) + A·W(c)                 A = Σ d / n(n − d)
 *   on F(j):    U(c) = C(c) + F(j)·K(c) + B(j)·W(c)  B(j) = Σ (A(s−) − 1/n) dF(j)
 *
 * with W(c) the weight of the cluster now at risk. So the six moments ΣCC, ΣCK, ΣKK, ΣCW, ΣKW, ΣWW give the variance at
 * any time, and a row that enters or leaves changes its own cluster's terms only: O(rows + times) for the whole curve.
 *
 * The moments are differences of larger numbers once A and F have moved far, so the present state is made the new zero
 * after a number of moves (`rebase`), which costs one pass over the clusters and is done a bounded number of times.
 */
export class InfluenceMoments {
  private readonly w: Float64Array;
  private readonly k: Float64Array;
  private readonly c: Float64Array[];
  private a = 0;
  private readonly f: Float64Array;
  private readonly b: Float64Array;
  private ww = 0;
  private wk = 0;
  private kk = 0;
  private readonly cc: Float64Array;
  private readonly ck: Float64Array;
  private readonly cw: Float64Array;
  private moves = 0;
  private rebaseAfter = 4;

  constructor(
    private readonly clusters: number,
    private readonly causes: number,
  ) {
    this.w = new Float64Array(clusters);
    this.k = new Float64Array(clusters);
    this.c = Array.from({ length: causes }, () => new Float64Array(clusters));
    this.f = new Float64Array(causes);
    this.b = new Float64Array(causes);
    this.cc = new Float64Array(causes);
    this.ck = new Float64Array(causes);
    this.cw = new Float64Array(causes);
  }

  /** A row of weight `weight` joins the risk set, or leaves it uneventfully where the weight is negative. */
  enter(cluster: number, weight: number): void {
    this.retract(cluster);
    const changeOfK = -weight * this.a;
    this.w[cluster]! += weight;
    this.k[cluster]! += changeOfK;
    for (let j = 0; j < this.causes; j++) {
      this.c[j]![cluster]! -= this.f[j]! * changeOfK + this.b[j]! * weight;
    }
    this.restore(cluster);
    this.moves++;
  }

  /** dF(cause) = `increment` at a time with `atRisk` at risk; before `advanceSurvival` of the same time. */
  advanceCause(cause: number, increment: number, atRisk: number): void {
    this.f[cause]! += increment;
    this.b[cause]! += (this.a - 1 / atRisk) * increment;
  }

  /** d of n at risk had an event; not called where d = n, since S and every increment after it are 0. */
  advanceSurvival(events: number, atRisk: number): void {
    this.a += events / (atRisk * (atRisk - events));
  }

  /**
   * The jump of a row's own event: `onLogSurvival` = −w / (n − d), `onCause` = S(t−)·w / n on its cause (−1: none counted).
   * After the advances of that time and before the row leaves.
   */
  event(cluster: number, onLogSurvival: number, cause: number, onCause: number): void {
    this.retract(cluster);
    this.k[cluster]! += onLogSurvival;
    for (let j = 0; j < this.causes; j++) this.c[j]![cluster]! -= this.f[j]! * onLogSurvival;
    if (cause >= 0) this.c[cause]![cluster]! += onCause;
    this.restore(cluster);
    this.moves++;
  }

  /** Σ G²: the variance of S is S² times this. */
  ofLogSurvival(): number {
    const { a } = this;
    return sumOrZero(this.kk, 2 * a * this.wk, a * a * this.ww, 0, 0, 0);
  }

  /** Σ U²: the variance of F(cause). */
  ofCause(j: number): number {
    const f = this.f[j]!;
    const b = this.b[j]!;
    return sumOrZero(
      this.cc[j]!,
      2 * f * this.ck[j]!,
      2 * b * this.cw[j]!,
      f * f * this.kk,
      2 * f * b * this.wk,
      b * b * this.ww,
    );
  }

  /** To be called once a time. */
  rebaseIfDue(): void {
    if (this.moves < this.rebaseAfter) return;
    this.moves = 0;
    // 4, 8, 16 … moves while the risk set may still be tiny, then once every sixteenth of the clusters.
    this.rebaseAfter = Math.min(this.rebaseAfter * 2, Math.max(4, Math.ceil(this.clusters / 16)));
    this.ww = this.wk = this.kk = 0;
    for (let c = 0; c < this.clusters; c++) {
      for (let j = 0; j < this.causes; j++) {
        this.c[j]![c]! += this.f[j]! * this.k[c]! + this.b[j]! * this.w[c]!;
      }
      this.k[c]! += this.a * this.w[c]!;
      this.ww += this.w[c]! * this.w[c]!;
      this.wk += this.w[c]! * this.k[c]!;
      this.kk += this.k[c]! * this.k[c]!;
    }
    for (let j = 0; j < this.causes; j++) {
      this.cc[j] = this.ck[j] = this.cw[j] = 0;
      const own = this.c[j]!;
      for (let c = 0; c < this.clusters; c++) {
        this.cc[j]! += own[c]! * own[c]!;
        this.ck[j]! += own[c]! * this.k[c]!;
        this.cw[j]! += own[c]! * this.w[c]!;
      }
    }
    this.a = 0;
    this.f.fill(0);
    this.b.fill(0);
  }

  private retract(cluster: number): void {
    this.addMoments(cluster, -1);
  }

  private restore(cluster: number): void {
    this.addMoments(cluster, 1);
  }

  private addMoments(cluster: number, sign: number): void {
    const w = this.w[cluster]!;
    const k = this.k[cluster]!;
    this.ww += sign * w * w;
    this.wk += sign * w * k;
    this.kk += sign * k * k;
    for (let j = 0; j < this.causes; j++) {
      const c = this.c[j]![cluster]!;
      this.cc[j]! += sign * c * c;
      this.ck[j]! += sign * c * k;
      this.cw[j]! += sign * c * w;
    }
  }
}

/** The sum, or 0 where it is no more than the rounding of its terms: a variance of 0 must not come out as 1e-16. */
function sumOrZero(a: number, b: number, c: number, d: number, e: number, f: number): number {
  const sum = a + b + c + d + e + f;
  const size = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d) + Math.abs(e) + Math.abs(f);
  return sum > 1e-14 * size ? sum : 0;
}
