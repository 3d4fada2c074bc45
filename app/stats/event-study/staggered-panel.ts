import { ArgumentError, requireFiniteColumn, requirePositive, requireSameLength } from "../arguments";

/** Long rows, one per unit and period: who, when, what came out, and from when on the unit was treated. */
export interface StaggeredRows {
  /** Length n; any finite number names a unit. */
  readonly unit: ArrayLike<number>;
  /** Length n; any finite number, for example a month index. A unit has at most one row a period. */
  readonly period: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
  /** First treated period of the row's unit, the same in all its rows; Infinity for a unit never treated. */
  readonly firstTreated: ArrayLike<number>;
  /** Sampling weights, above 0; a unit's first row counts. Default 1. */
  readonly weights?: ArrayLike<number>;
  /** Who belongs together beyond the unit (say, an account of several units), the same in a unit's rows. Default: the unit. */
  readonly cluster?: ArrayLike<number>;
  /** Columns of length n, finite. */
  readonly covariates?: ReadonlyArray<ArrayLike<number>>;
}

/** The rows as units × periods, period-major: the value of unit i in period t is at t * units + i, NaN where absent. */
export interface StaggeredPanel {
  readonly units: number;
  readonly periods: Float64Array;
  readonly outcome: Float64Array;
  readonly covariates: readonly Float64Array[];
  readonly firstTreated: Float64Array;
  readonly weight: Float64Array;
  readonly clusterOf: Int32Array;
  readonly clusters: number;
  /** Unit code and period code of each row, for whoever works on rows. */
  readonly unitOf: Int32Array;
  readonly periodOf: Int32Array;
}

/** Checks the rows and lays them out as a panel. Throws ArgumentError; finds nothing impossible. */
export function staggeredPanel(rows: StaggeredRows): StaggeredPanel {
  const n = rows.unit.length;
  const { weights, cluster, covariates = [] } = rows;
  requireFiniteColumn(rows.unit, "unit");
  requireSameLength(rows.period, n, "period");
  requireFiniteColumn(rows.period, "period");
  requireSameLength(rows.outcome, n, "outcome");
  requireFiniteColumn(rows.outcome, "outcome");
  requireSameLength(rows.firstTreated, n, "firstTreated");
  covariates.forEach((column, j) => {
    requireSameLength(column, n, `covariates[${j}]`);
    requireFiniteColumn(column, `covariates[${j}]`);
  });
  if (weights) {
    requireSameLength(weights, n, "weights");
    for (let i = 0; i < n; i++) requirePositive(weights[i]!, `weights[${i}]`);
  }
  if (cluster) {
    requireSameLength(cluster, n, "cluster");
    requireFiniteColumn(cluster, "cluster");
  }

  const { code: periodOf, values: periods } = sortedCodes(rows.period);
  const { code: unitOf, values: unitNames } = sortedCodes(rows.unit);
  const units = unitNames.length;
  const cells = units * periods.length;
  const outcome = new Float64Array(cells).fill(Number.NaN);
  const wide = covariates.map(() => new Float64Array(cells).fill(Number.NaN));
  const firstTreated = new Float64Array(units).fill(Number.NaN);
  const weight = new Float64Array(units).fill(1);
  const clusterName = new Float64Array(units);
  for (let row = 0; row < n; row++) {
    const i = unitOf[row]!;
    const first = rows.firstTreated[row]!;
    if (Number.isNaN(first) || first === Number.NEGATIVE_INFINITY) {
      throw new ArgumentError("firstTreated", `row ${row} is ${first}; a unit never treated has Infinity`);
    }
    if (Number.isNaN(firstTreated[i]!)) {
      firstTreated[i] = first;
      if (weights) weight[i] = weights[row]!;
      if (cluster) clusterName[i] = cluster[row]!;
    } else if (firstTreated[i] !== first) {
      throw new ArgumentError("firstTreated", `row ${row} says ${first}, its unit had ${firstTreated[i]}`);
    } else if (cluster && clusterName[i] !== cluster[row]) {
      throw new ArgumentError("cluster", `row ${row} is ${cluster[row]}, its unit was in ${clusterName[i]}`);
    }
    const at = periodOf[row]! * units + i;
    if (!Number.isNaN(outcome[at]!)) {
      throw new ArgumentError(
        "period",
        `row ${row} repeats unit ${rows.unit[row]} in period ${rows.period[row]}`,
      );
    }
    outcome[at] = rows.outcome[row]!;
    for (let j = 0; j < wide.length; j++) wide[j]![at] = covariates[j]![row]!;
  }
  const clusterCodes = cluster ? sortedCodes(clusterName) : null;
  return {
    units,
    periods,
    outcome,
    covariates: wide,
    firstTreated,
    weight,
    clusterOf: clusterCodes?.code ?? Int32Array.from({ length: units }, (_, i) => i),
    clusters: clusterCodes?.values.length ?? units,
    unitOf,
    periodOf,
  };
}

/** Codes 0, 1, … in the order of the values, whatever the order of the rows: results do not depend on it. */
export function sortedCodes(column: ArrayLike<number>): { code: Int32Array; values: Float64Array } {
  const codeOf = new Map<number, number>();
  const n = column.length;
  const code = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const value = column[i]!;
    let c = codeOf.get(value);
    if (c === undefined) {
      c = codeOf.size;
      codeOf.set(value, c);
    }
    code[i] = c;
  }
  const values = Float64Array.from(codeOf.keys()).sort();
  const rank = new Int32Array(values.length);
  values.forEach((value, r) => {
    rank[codeOf.get(value)!] = r;
  });
  for (let i = 0; i < n; i++) code[i] = rank[code[i]!]!;
  return { code, values };
}
