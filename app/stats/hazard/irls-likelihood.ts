import { choleskyFactor, choleskySolve } from "../linear-algebra/cholesky";
import { dependentColumns } from "../survival/dependent-columns";
import type { LikelihoodPoint } from "../survival/newton";
import { DesignBlocks } from "./design-blocks";
import type { GlmRows } from "./generalised-linear-model";
import type { Contribution, ResponseFamily } from "./response-family";

/** The likelihood in the rescaled coordinates of `design`. */
export class IrlsLikelihood {
  readonly design: DesignBlocks;
  private readonly contribution: Contribution = { logLikelihood: 0, score: 0, information: 0 };
  /** Places of a row that are not 0, few where columns are dummies: only they add to sums and products. */
  private readonly places: Int32Array;

  constructor(
    private readonly rows: GlmRows,
    private readonly family: ResponseFamily,
  ) {
    this.design = new DesignBlocks(rows.columns);
    this.places = new Int32Array(this.design.p);
  }

  /** Elimination on the unweighted cross-product. Its rounding is about 1e-16, so 1e-12 of a column left over is signal. */
  dependentColumns(): number[] {
    const { p, n } = this.design;
    const gram = new Float64Array(p * p);
    this.design.each((block, _start, count) => {
      for (let i = 0; i < count; i++)
        addOuter(gram, block, i * p, 1, p, this.places, this.fill(block, i * p));
    });
    mirror(gram, p);
    return dependentColumns(gram, p, () => 1e-12 * n, 1e-12);
  }

  /** One least-squares step from the responses moved off the boundary, which lands near the maximum. */
  start(): Float64Array {
    const { p } = this.design;
    const information = new Float64Array(p * p);
    const right = new Float64Array(p);
    this.design.each((block, start, count) => {
      for (let i = 0; i < count; i++) {
        const row = start + i;
        const eta = this.family.start(this.rows.response[row]!);
        this.family.contribute(this.rows.response[row]!, eta, this.contribution);
        const weight = this.weightOf(row) * this.contribution.information;
        const target = eta - (this.rows.offset?.[row] ?? 0);
        const filled = this.fill(block, i * p);
        for (let s = 0; s < filled; s++) {
          const a = this.places[s]!;
          right[a]! += weight * target * block[i * p + a]!;
        }
        addOuter(information, block, i * p, weight, p, this.places, filled);
      }
    });
    mirror(information, p);
    const factor = choleskyFactor({ rows: p, columns: p, values: information });
    return factor === null ? new Float64Array(p) : choleskySolve(factor, right);
  }

  at(beta: Float64Array): LikelihoodPoint {
    const { places, contribution } = this;
    const { p } = this.design;
    const gradient = new Float64Array(p);
    const information = new Float64Array(p * p);
    let logLikelihood = 0;
    this.design.each((block, start, count) => {
      for (let i = 0; i < count; i++) {
        const base = i * p;
        const filled = this.fill(block, base);
        const weight = this.contribute(block, base, start + i, beta, filled);
        logLikelihood += weight * contribution.logLikelihood;
        const score = weight * contribution.score;
        for (let s = 0; s < filled; s++) gradient[places[s]!]! += score * block[base + places[s]!]!;
        addOuter(information, block, base, weight * contribution.information, p, places, filled);
      }
    });
    mirror(information, p);
    return { logLikelihood, gradient, information };
  }

  scoreCrossProduct(beta: Float64Array, codes: Int32Array, clusters: number): Float64Array {
    const { p } = this.design;
    const sums = new Float64Array(clusters * p);
    this.design.each((block, start, count) => {
      for (let i = 0; i < count; i++) {
        const filled = this.fill(block, i * p);
        const score = this.contribute(block, i * p, start + i, beta, filled) * this.contribution.score;
        const base = codes[start + i]! * p;
        for (let s = 0; s < filled; s++) {
          const a = this.places[s]!;
          sums[base + a]! += score * block[i * p + a]!;
        }
      }
    });
    const product = new Float64Array(p * p);
    for (let c = 0; c < clusters; c++) {
      addOuter(product, sums, c * p, 1, p, this.places, this.fill(sums, c * p));
    }
    mirror(product, p);
    return product;
  }

  saturatedLogLikelihood(): number {
    let sum = 0;
    for (let i = 0; i < this.design.n; i++)
      sum += this.weightOf(i) * this.family.saturated(this.rows.response[i]!);
    return sum;
  }

  private contribute(
    block: Float64Array,
    base: number,
    row: number,
    beta: Float64Array,
    filled: number,
  ): number {
    const { places } = this;
    let eta = this.rows.offset === undefined ? 0 : this.rows.offset[row]!;
    for (let s = 0; s < filled; s++) eta += beta[places[s]!]! * block[base + places[s]!]!;
    this.family.contribute(this.rows.response[row]!, eta, this.contribution);
    return this.weightOf(row);
  }

  /** Notes the places of the p values from `base` on that are not 0; how many. */
  private fill(values: Float64Array, base: number): number {
    const { places } = this;
    let count = 0;
    for (let a = 0; a < places.length; a++) if (values[base + a] !== 0) places[count++] = a;
    return count;
  }

  private weightOf(row: number): number {
    return this.rows.weights === undefined ? 1 : this.rows.weights[row]!;
  }
}

/** Lower triangle (row a, column b ≤ a) of factor · x·xᵀ, x being 0 but at the places given. */
function addOuter(
  into: Float64Array,
  x: Float64Array,
  base: number,
  factor: number,
  p: number,
  places: Int32Array,
  filled: number,
): void {
  for (let s = 0; s < filled; s++) {
    const a = places[s]!;
    const xa = factor * x[base + a]!;
    const row = a * p;
    for (let t = 0; t <= s; t++) into[row + places[t]!]! += xa * x[base + places[t]!]!;
  }
}

function mirror(matrix: Float64Array, p: number): void {
  for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) matrix[b * p + a] = matrix[a * p + b]!;
}
