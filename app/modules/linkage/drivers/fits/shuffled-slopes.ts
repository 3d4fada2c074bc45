/**
 * What would the analysis find had each person's months been another's of the same region and month? What regions go through
 * together stays in the shuffled data, and what belongs to the person does not.
 */
import { createGenerator, type Generator } from "~/stats/random/generator";
import type { FixedEffectsFit } from "~/stats/regression/fixed-effects";
import { sampleQuantile } from "~/stats/resampling/sample-quantile";
import type { ExposureName } from "../exposures";
import type { IntervalEstimate } from "../result";
import type { DriverSpec } from "../specs";
import { type FitData, seedOf } from "./fit-data";

const shuffles = 199;
/** What is shuffled: facts of the person, the same for all their accounts. */
const ofPeople: ReadonlySet<ExposureName> = new Set([
  "training",
  "tenure",
  "workload",
  "engagement",
  "values_alignment",
  "pay_position",
  "service_orientation",
]);

export interface ShuffledSlopes extends IntervalEstimate {
  readonly p: number;
}

/** An owner's months in one region, in the order of region and month. */
interface Cells {
  /** Cell of each row of the fit. */
  readonly ofRow: Int32Array;
  readonly rows: Float64Array;
  /** First cell of each region's month, and the number of cells at the end. */
  readonly starts: readonly number[];
}

/**
 * By Frisch–Waugh–Lovell: x̃ and ỹ are the exposure and the outcome with everything else in the model taken out. The cells'
 * means of x̃ change places within region and month, and Σ x̃ỹ / Σ x̃² is taken again (Kennedy 1995). The estimate is the
 * mean of the shuffles, with their 2.5th and 97.5th percentile; p is the share of them as far from it as the real one.
 * It takes months for independent, which the clustered interval does not: for information.
 */
export function shuffledSlopes(
  spec: DriverSpec,
  data: FitData,
  rows: Int32Array,
  fit: FixedEffectsFit,
): Map<ExposureName, ShuffledSlopes> {
  const slopes = new Map<ExposureName, ShuffledSlopes>();
  const names = spec.exposures.filter((name) => ofPeople.has(name) && fit.names.includes(name));
  if (names.length === 0) return slopes;
  const cells = cellsOf(data, rows, fit);
  const parts = names.map((name) => othersTakenOut(fit, fit.names.indexOf(name), cells));
  const order = Int32Array.from(cells.rows.keys());
  const real = parts.map((part) => slopeOf(part, order));
  const found = parts.map(() => new Float64Array(shuffles));
  const random = createGenerator(`${seedOf(spec.name)} shuffled`);
  // One exchange of places serves all factors: drawing it is what takes the time.
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    shuffleWithin(order, cells.starts, random);
    for (const [at, part] of parts.entries()) found[at]![shuffle] = slopeOf(part, order);
  }
  for (const [at, name] of names.entries()) slopes.set(name, describe(found[at]!, real[at]!));
  return slopes;
}

function describe(found: Float64Array, real: number): ShuffledSlopes {
  const mean = found.reduce((sum, one) => sum + one, 0) / shuffles;
  const asFar = found.filter((one) => Math.abs(one - mean) >= Math.abs(real - mean)).length;
  return {
    estimate: mean,
    lower: sampleQuantile(found, 0.025),
    upper: sampleQuantile(found, 0.975),
    p: (asFar + 1) / (shuffles + 1),
  };
}

function cellsOf({ panel }: FitData, rows: Int32Array, fit: FixedEffectsFit): Cells {
  const keys = Array.from(fit.rows, (at) => {
    const row = rows[at]!;
    return { region: panel.region[panel.account[row]!]!, month: panel.month[row]!, owner: panel.owner[row]! };
  });
  const order = Int32Array.from(keys.keys()).sort(
    (a, b) =>
      keys[a]!.region - keys[b]!.region || keys[a]!.month - keys[b]!.month || keys[a]!.owner - keys[b]!.owner,
  );
  const ofRow = new Int32Array(order.length);
  const counts: number[] = [];
  const starts: number[] = [];
  let last: (typeof keys)[number] | null = null;
  for (const i of order) {
    const key = keys[i]!;
    const isSameMonth = last?.region === key.region && last.month === key.month;
    if (!isSameMonth) starts.push(counts.length);
    if (!isSameMonth || last?.owner !== key.owner) counts.push(0);
    last = key;
    ofRow[i] = counts.length - 1;
    counts[counts.length - 1]! += 1;
  }
  return { ofRow, rows: Float64Array.from(counts), starts: [...starts, counts.length] };
}

interface OthersTakenOut {
  readonly exposure: Float64Array;
  readonly outcome: Float64Array;
  readonly squares: number;
}

/** Σ x̃ỹ / Σ x̃², with the cells' x̃ taken in this order. */
function slopeOf({ exposure, outcome, squares }: OthersTakenOut, order: Int32Array): number {
  let product = 0;
  for (let cell = 0; cell < order.length; cell++) product += exposure[order[cell]!]! * outcome[cell]!;
  return product / squares;
}

/** By cell the mean of x̃ and the sum of ỹ = e + b·x̃; Σ x̃² over the rows. x̃_j = X(X′X)⁻¹e_j / (X′X)⁻¹_jj. */
function othersTakenOut(fit: FixedEffectsFit, at: number, { ofRow, rows }: Cells): OthersTakenOut {
  const k = fit.names.length;
  const { values } = fit.gramInverse;
  const own = values[at + at * k]!;
  const exposure = new Float64Array(rows.length);
  const outcome = new Float64Array(rows.length);
  for (let i = 0; i < fit.n; i++) {
    let rest = 0;
    for (let j = 0; j < k; j++) rest += fit.design[j]![i]! * values[j + at * k]!;
    rest /= own;
    exposure[ofRow[i]!]! += rest;
    outcome[ofRow[i]!]! += fit.residuals[i]! + fit.coefficients[at]! * rest;
  }
  for (let cell = 0; cell < rows.length; cell++) exposure[cell]! /= rows[cell]!;
  return { exposure, outcome, squares: 1 / own };
}

/** Fisher–Yates within each stretch of cells. */
function shuffleWithin(values: Int32Array, starts: readonly number[], random: Generator): void {
  for (let stretch = 0; stretch + 1 < starts.length; stretch++) {
    const first = starts[stretch]!;
    for (let at = starts[stretch + 1]! - 1; at > first; at--) {
      const other = first + random.int(at - first + 1);
      const value = values[at]!;
      values[at] = values[other]!;
      values[other] = value;
    }
  }
}
