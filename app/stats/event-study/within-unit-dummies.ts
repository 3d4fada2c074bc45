import { choleskyFactor, choleskyInverse } from "../linear-algebra/cholesky";
import type { Matrix } from "../linear-algebra/matrix";
import { type Refusal, refuse } from "../result";
import type { StaggeredPanel } from "./staggered-panel";

export interface DummyRegressionInput {
  readonly panel: StaggeredPanel;
  readonly outcome: ArrayLike<number>;
  /** Rows of the panel that take part. */
  readonly rows: Int32Array;
  /** For each of `rows` the number of the dummy that is 1 in it, or −1; period dummies are added here. */
  readonly dummyOf: Int32Array;
  readonly dummies: number;
}

export interface DummyRegression {
  /** Numbers of the dummies that could be told from the others and the periods; the rest are collinear. */
  readonly kept: readonly number[];
  readonly collinear: readonly number[];
  /** Of the kept dummies. */
  readonly coefficient: Float64Array;
  /** CR1 covariance of the kept dummies. */
  readonly covariance: Matrix;
  readonly n: number;
  readonly clusters: number;
}

/** A pivot this small a part of its column's own is what rounding leaves of a sum of other columns. */
const collinearPivot = 1e-9;

/**
 * Least squares on unit effects, period effects and one set of dummies, exactly: the unit means are taken out of the
 * cross-products in closed form, which for 0/1 columns are counts, so that a million rows cost one pass and the rest
 * depends on the number of columns alone. Errors CR1 by cluster, K = dummies + periods (the unit effects are nested in
 * the clusters): G/(G−1) · (n−1)/(n−K). Units seen once say nothing and are left out.
 */
export function withinUnitDummies(input: DummyRegressionInput): DummyRegression | Refusal {
  const { panel, outcome, dummyOf, dummies } = input;
  const { order, start, used } = rowsByUnit(input);
  if (used.rows === 0) return refuse("too-few-observations", { n: 0 });
  if (used.clusters < 2) return refuse("too-few-clusters", { clusters: used.clusters, needed: 2 });

  // Column numbers: one per period that occurs but the first, then the dummies.
  const periodColumn = new Int32Array(panel.periods.length).fill(-1);
  let periodColumns = -1;
  for (const t of used.periods) periodColumn[t] = periodColumns++;
  const size = periodColumns + dummies;
  const gram = new Float64Array(size * size);
  const touched = new Int32Array(size);
  const count = new Float64Array(size);
  const demeaned = new Float64Array(order.length);
  const right = new Float64Array(size);
  const columnsOf = (at: number): [number, number] => {
    const dummy = dummyOf[at]!;
    return [periodColumn[panel.periodOf[input.rows[at]!]!]!, dummy < 0 ? -1 : periodColumns + dummy];
  };

  for (let u = 0; u + 1 < start.length; u++) {
    const from = start[u]!;
    const to = start[u + 1]!;
    if (to - from < 2) continue;
    const size1 = to - from;
    let mean = 0;
    for (let k = from; k < to; k++) mean += outcome[input.rows[order[k]!]!]! / size1;
    let width = 0;
    for (let k = from; k < to; k++) {
      const y = outcome[input.rows[order[k]!]!]! - mean;
      demeaned[k] = y;
      const [a, b] = columnsOf(order[k]!);
      for (const column of [a, b]) {
        if (column < 0) continue;
        gram[column * size + column]!++;
        right[column]! += y;
        if (count[column] === 0) touched[width++] = column;
        count[column]!++;
      }
      if (a >= 0 && b >= 0) gram[a * size + b]!++;
    }
    // Both triangles hold part of the sums; they are joined below.
    for (let i = 0; i < width; i++) {
      const a = touched[i]!;
      for (let j = 0; j <= i; j++) {
        const b = touched[j]!;
        gram[Math.min(a, b) * size + Math.max(a, b)]! -= (count[a]! * count[b]!) / size1;
      }
    }
    for (let i = 0; i < width; i++) count[touched[i]!] = 0;
  }
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) gram[a * size + b] = gram[b * size + a]!;

  const keptColumns = independentColumns(gram, size);
  const kept = keptColumns.filter((c) => c >= periodColumns).map((c) => c - periodColumns);
  const n = used.rows;
  const parameters = kept.length + used.periods.length;
  if (kept.length === 0) return refuse("no-variation", { dummies });
  if (n - parameters - used.units + 1 <= 0)
    return refuse("too-few-observations", { n, parameters, units: used.units });
  const width = keptColumns.length;
  const reduced: Matrix = { rows: width, columns: width, values: new Float64Array(width * width) };
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++)
      reduced.values[a * width + b] = gram[keptColumns[a]! * size + keptColumns[b]!]!;
  }
  const factor = choleskyFactor(reduced);
  if (!factor) return refuse("rank-deficient", { dummies });
  const inverse = choleskyInverse(factor).values;

  const position = new Int32Array(size).fill(-1);
  keptColumns.forEach((column, p) => {
    position[column] = p;
  });
  // Solve, then once more on what is left over: the second step takes out the rounding of the first.
  const coefficient = new Float64Array(width);
  const residual = Float64Array.from(demeaned);
  for (let round = 0; round < 2; round++) {
    const target = new Float64Array(width);
    if (round === 0) for (let a = 0; a < width; a++) target[a] = right[keptColumns[a]!]!;
    else
      eachRow((k, a, b) => {
        if (a >= 0) target[a]! += residual[k]!;
        if (b >= 0) target[b]! += residual[k]!;
      });
    const step = new Float64Array(width);
    for (let b = 0; b < width; b++)
      for (let a = 0; a < width; a++) step[a]! += inverse[b * width + a]! * target[b]!;
    for (let a = 0; a < width; a++) coefficient[a]! += step[a]!;
    takeOut(step);
  }

  function eachRow(visit: (k: number, a: number, b: number) => void): void {
    for (let u = 0; u + 1 < start.length; u++) {
      if (start[u + 1]! - start[u]! < 2) continue;
      for (let k = start[u]!; k < start[u + 1]!; k++) {
        const [a, b] = columnsOf(order[k]!);
        visit(k, a < 0 ? -1 : position[a]!, b < 0 ? -1 : position[b]!);
      }
    }
  }
  function takeOut(step: Float64Array): void {
    eachRow((k, a, b) => {
      residual[k]! -= (a >= 0 ? step[a]! : 0) + (b >= 0 ? step[b]! : 0);
    });
    for (let u = 0; u + 1 < start.length; u++) {
      const from = start[u]!;
      const to = start[u + 1]!;
      let mean = 0;
      for (let k = from; k < to; k++) mean += residual[k]! / (to - from);
      for (let k = from; k < to; k++) residual[k]! -= mean;
    }
  }

  // Residuals sum to 0 within a unit, so the columns need no demeaning in the scores.
  const scores = new Map<number, Map<number, number>>();
  eachRow((k, a, b) => {
    const cluster = panel.clusterOf[panel.unitOf[input.rows[order[k]!]!]!]!;
    let score = scores.get(cluster);
    if (!score) {
      score = new Map();
      scores.set(cluster, score);
    }
    if (a >= 0) score.set(a, (score.get(a) ?? 0) + residual[k]!);
    if (b >= 0) score.set(b, (score.get(b) ?? 0) + residual[k]!);
  });
  const meat = new Float64Array(width * width);
  for (const score of scores.values()) {
    const entries = [...score];
    for (const [a, x] of entries) for (const [b, y] of entries) meat[a * width + b]! += x * y;
  }
  const g = used.clusters;
  const scale = ((g / (g - 1)) * (n - 1)) / (n - parameters);
  const m = kept.length;
  const first = width - m;
  // Rows of the inverse that belong to the dummies, times the meat, times their columns.
  const half = new Float64Array(m * width);
  for (let r = 0; r < m; r++) {
    for (let b = 0; b < width; b++) {
      let sum = 0;
      for (let a = 0; a < width; a++) sum += inverse[(first + r) * width + a]! * meat[b * width + a]!;
      half[r * width + b] = sum;
    }
  }
  const covariance: Matrix = { rows: m, columns: m, values: new Float64Array(m * m) };
  for (let r = 0; r < m; r++) {
    for (let s = 0; s < m; s++) {
      let sum = 0;
      for (let b = 0; b < width; b++) sum += half[r * width + b]! * inverse[(first + s) * width + b]!;
      covariance.values[s * m + r] = scale * sum;
    }
  }
  const keptSet = new Set(kept);
  return {
    kept,
    collinear: Array.from({ length: dummies }, (_, d) => d).filter((d) => !keptSet.has(d)),
    coefficient: coefficient.slice(first),
    covariance,
    n,
    clusters: g,
  };
}

/** Positions in `rows` sorted by unit, and what is left when units seen once are not counted. */
function rowsByUnit({ panel, rows }: DummyRegressionInput) {
  const start = new Int32Array(panel.units + 1);
  for (const row of rows) start[panel.unitOf[row]! + 1]!++;
  for (let u = 0; u < panel.units; u++) start[u + 1]! += start[u]!;
  const next = start.slice();
  const order = new Int32Array(rows.length);
  for (let k = 0; k < rows.length; k++) order[next[panel.unitOf[rows[k]!]!]!++] = k;
  const seen = new Uint8Array(panel.periods.length);
  const clusterSeen = new Uint8Array(panel.clusters);
  let count = 0;
  let units = 0;
  let clusters = 0;
  for (let u = 0; u < panel.units; u++) {
    if (start[u + 1]! - start[u]! < 2) continue;
    units++;
    const cluster = panel.clusterOf[u]!;
    if (!clusterSeen[cluster]) {
      clusterSeen[cluster] = 1;
      clusters++;
    }
    for (let k = start[u]!; k < start[u + 1]!; k++) {
      seen[panel.periodOf[rows[order[k]!]!]!] = 1;
      count++;
    }
  }
  const periods = Array.from(seen.keys()).filter((t) => seen[t]);
  return { order, start, used: { rows: count, units, clusters, periods } };
}

/** Columns kept when each is measured against those before it. */
function independentColumns(gram: Float64Array, size: number): number[] {
  const left = Float64Array.from(gram);
  const kept: number[] = [];
  for (let j = 0; j < size; j++) {
    const own = gram[j * size + j]!;
    const pivot = left[j * size + j]!;
    if (!(own > 0 && pivot > collinearPivot * own)) continue;
    kept.push(j);
    for (let a = j + 1; a < size; a++) {
      const factor = left[j * size + a]! / pivot;
      if (factor === 0) continue;
      for (let b = a; b < size; b++) left[a * size + b]! -= factor * left[j * size + b]!;
    }
  }
  return kept;
}
