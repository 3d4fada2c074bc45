import { paddedColumns, solveByConjugateGradients } from "./conjugate-gradients";
import { countConnectedComponents } from "./connected-components";
import { createDenseSolver, formingCost } from "./dense-effect-solver";
import { buildIncidence, type EffectIncidence } from "./effect-incidence";
import { countRows, type GroupCodes } from "./group-codes";
import { createImplicitOperator } from "./implicit-effect-operator";
import { createSparseOperator } from "./sparse-effect-operator";

/** Up to this many levels beside the main effect, S is factored once instead of iterated on. */
const DENSE_LEVELS = 600;
const FORMING_COST = 3e8;
const CONJUGATE_GRADIENT_TOLERANCE = 1e-11;

export interface EffectAbsorber {
  /** Dimensions the effects span: exact for one and two effects, and for three when `exact`. */
  readonly degreesOfFreedom: number;
  readonly exact: boolean;
  /** Replaces each column by its residual from the effects. */
  residualise(columns: readonly Float64Array[]): AbsorptionOutcome;
  /** The least-squares level effects of one column, effect by effect; redundant levels as the solver left them. */
  levelEffects(column: Float64Array): Float64Array[];
}

export interface AbsorptionOutcome {
  readonly iterations: number;
  readonly converged: boolean;
}

const DIRECT: AbsorptionOutcome = { iterations: 0, converged: true };

/**
 * Projects columns off the dummies of one, two or three classifications.
 *
 * The effect with most levels (accounts) is eliminated by its means; what remains are the reduced normal equations
 * S v = b in the levels of the others, factored when they are few and solved by preconditioned conjugate gradients
 * when they are many. No alternating projection: it crawls once employees move little between accounts.
 *
 * Degrees of freedom: G for one effect; G₁ + G₂ − components for two; for three the rank of S where it was factored, else
 * G₁ + G₂ − components(1,2) + G₃ − max(components(1,3), components(2,3)), the usual approximation (an upper bound).
 */
export function createAbsorber(effects: readonly GroupCodes[]): EffectAbsorber {
  // Largest first: the main effect is eliminated, and the small ones stand last in S, where their rows are dense.
  const bySize = effects.map((_, e) => e).sort((a, b) => effects[b]!.count - effects[a]!.count || a - b);
  const [main, ...others] = bySize.map((e) => effects[e]!) as [GroupCodes, ...GroupCodes[]];
  if (others.length === 0) return createOneWayAbsorber(main);

  const incidence = buildIncidence(main, others);
  const formable = formingCost(incidence) <= FORMING_COST;
  const dense = formable && incidence.levelCount <= DENSE_LEVELS ? createDenseSolver(incidence) : null;
  const operator =
    dense === null
      ? ((formable ? createSparseOperator(incidence) : null) ?? createImplicitOperator(incidence))
      : null;
  const solveLevels = (sums: Float64Array, k: number, scale: Float64Array): AbsorptionOutcome => {
    if (operator !== null)
      return solveByConjugateGradients(operator, sums, k, scale, CONJUGATE_GRADIENT_TOLERANCE);
    dense!.solve(sums, k);
    return DIRECT;
  };
  return {
    degreesOfFreedom: dense === null ? approximateDegreesOfFreedom(main, others) : main.count + dense.rank,
    exact: dense !== null || others.length === 1,
    residualise(columns) {
      const k = paddedColumns(columns.length);
      const { levels, scale } = demeanAndSum(incidence, columns, k);
      const outcome = solveLevels(levels, k, scale);
      columns.forEach((column, c) => {
        subtractLevels(incidence, column, levels, k, c);
      });
      return outcome;
    },
    levelEffects(column) {
      const residual = column.slice();
      const mainMeans = groupMeans(main, incidence.mainRows, column);
      const k = paddedColumns(1);
      const { levels, scale } = demeanAndSum(incidence, [residual], k);
      solveLevels(levels, k, scale);
      const shift = mainShift(incidence, levels, k, 0);
      const inOrder = [
        mainMeans.map((mean, a) => mean - shift[a]!),
        ...others.map((other, o) =>
          Float64Array.from({ length: other.count }, (_, l) => levels[(incidence.offsets[o]! + l) * k]!),
        ),
      ];
      return effects.map((_, e) => inOrder[bySize.indexOf(e)]!);
    },
  };
}

function createOneWayAbsorber(main: GroupCodes): EffectAbsorber {
  const rows = countRows(main);
  return {
    degreesOfFreedom: main.count,
    exact: true,
    residualise(columns) {
      for (const column of columns) {
        const meanSquares = demean(main, rows, column);
        if (meanSquares > COARSE_MEANS * COARSE_MEANS * sumOfSquares(column)) demean(main, rows, column);
      }
      return DIRECT;
    },
    levelEffects: (column) => [groupMeans(main, rows, column)],
  };
}

function approximateDegreesOfFreedom(main: GroupCodes, others: readonly GroupCodes[]): number {
  const [second, third] = others;
  const two = main.count + second!.count - countConnectedComponents(main, second!);
  if (third === undefined) return two;
  const redundant = Math.max(countConnectedComponents(main, third), countConnectedComponents(second!, third));
  return two + third.count - redundant;
}

export function groupMeans(groups: GroupCodes, rows: Float64Array, column: ArrayLike<number>): Float64Array {
  const { codes } = groups;
  const means = new Float64Array(groups.count);
  for (let i = 0; i < codes.length; i++) means[codes[i]!]! += column[i]!;
  for (let g = 0; g < means.length; g++) means[g]! /= rows[g]!;
  return means;
}

/** Takes group means off a column; their sum of squares over the rows is returned. */
function demean(groups: GroupCodes, rows: Float64Array, column: Float64Array): number {
  const { codes } = groups;
  const means = groupMeans(groups, rows, column);
  for (let i = 0; i < codes.length; i++) column[i]! -= means[codes[i]!]!;
  let squares = 0;
  for (let g = 0; g < means.length; g++) squares += rows[g]! * means[g]! * means[g]!;
  return squares;
}

/** Means this many times the spread around them leave their own rounding error behind, which a second pass takes off. */
const COARSE_MEANS = 100;

/** Demeans by the main effect, so that b is a plain sum by level and loses no digits to the means. */
function demeanAndSum(
  incidence: EffectIncidence,
  columns: readonly Float64Array[],
  k: number,
): { levels: Float64Array; scale: Float64Array } {
  const { main, mainRows, levelCount } = incidence;
  const levels = new Float64Array(levelCount * k);
  const scale = new Float64Array(k);
  const sums = new Float64Array(levelCount);
  columns.forEach((column, c) => {
    const meanSquares = demean(main, mainRows, column);
    scale[c] = sumOfSquares(column);
    if (meanSquares > COARSE_MEANS * COARSE_MEANS * scale[c]!) {
      demean(main, mainRows, column);
      scale[c] = sumOfSquares(column);
    }
    sumByLevel(incidence, column, sums);
    for (let l = 0; l < levelCount; l++) levels[l * k + c] = sums[l]!;
  });
  return { levels, scale };
}

function sumByLevel(incidence: EffectIncidence, column: Float64Array, sums: Float64Array): void {
  sums.fill(0);
  incidence.others.forEach(({ codes }, o) => {
    const offset = incidence.offsets[o]!;
    for (let i = 0; i < codes.length; i++) sums[offset + codes[i]!]! += column[i]!;
  });
}

function sumOfSquares(column: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < column.length; i++) squares += column[i]! * column[i]!;
  return squares;
}

/** Mean over each main level's rows of the other effects' values. */
function mainShift(incidence: EffectIncidence, levels: Float64Array, k: number, c: number): Float64Array {
  const { start, level, weight, mainRows } = incidence;
  const shift = new Float64Array(mainRows.length);
  for (let a = 0; a < shift.length; a++) {
    let sum = 0;
    for (let p = start[a]!; p < start[a + 1]!; p++) sum += weight[p]! * levels[level[p]! * k + c]!;
    shift[a] = sum / mainRows[a]!;
  }
  return shift;
}

function subtractLevels(
  incidence: EffectIncidence,
  column: Float64Array,
  levels: Float64Array,
  k: number,
  c: number,
): void {
  const { main, others, offsets, levelCount } = incidence;
  const shift = mainShift(incidence, levels, k, c);
  const values = new Float64Array(levelCount);
  for (let l = 0; l < levelCount; l++) values[l] = levels[l * k + c]!;
  const first = others[0]!.codes;
  const mainCodes = main.codes;
  if (others.length === 1) {
    for (let i = 0; i < column.length; i++) column[i]! += shift[mainCodes[i]!]! - values[first[i]!]!;
    return;
  }
  const second = others[1]!.codes;
  const offset = offsets[1]!;
  for (let i = 0; i < column.length; i++) {
    column[i]! += shift[mainCodes[i]!]! - values[first[i]!]! - values[offset + second[i]!]!;
  }
}
