import { describe, expect, it } from "vitest";
import { createGenerator } from "../random/generator";
import { LANES, type PreconditionedOperator, solveByConjugateGradients } from "./conjugate-gradients";
import { countConnectedComponents } from "./connected-components";
import { createDenseSolver } from "./dense-effect-solver";
import { createAbsorber } from "./effect-absorption";
import { buildIncidence } from "./effect-incidence";
import { encodeGroups, type GroupCodes } from "./group-codes";
import { createImplicitOperator } from "./implicit-effect-operator";
import { createSparseOperator } from "./sparse-effect-operator";

/** Accounts that change hands now and then among neighbours: connected, barely. */
function sparsePanel(accounts: number, employees: number, seed: number) {
  const generator = createGenerator(seed);
  const account: number[] = [];
  const month: number[] = [];
  const employee: number[] = [];
  for (let a = 0; a < accounts; a++) {
    let current = Math.floor((a * employees) / accounts);
    for (let t = 0; t < 9; t++) {
      if (generator.uniform() < 0.1) current = Math.min(employees - 1, current + generator.int(3));
      if (generator.uniform() < 0.2) continue;
      account.push(a);
      month.push(t);
      employee.push(current);
    }
  }
  return [account, employee, month].map((ids, e) => encodeGroups(ids, `effects[${e}]`)) as [
    GroupCodes,
    GroupCodes,
    GroupCodes,
  ];
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return largest;
}

describe("the three ways of solving for the effects agree", () => {
  const [account, employee, month] = sparsePanel(300, 60, 5);
  const incidence = buildIncidence(account, [employee, month]);
  const generator = createGenerator(6);
  const columns = Array.from({ length: LANES }, () =>
    Float64Array.from(account.codes, (a, i) => Math.sin(a) + employee.codes[i]! / 20 + generator.uniform()),
  );
  // Right-hand side of the reduced equations: sums by level of what the accounts' means leave.
  const rightHandSide = new Float64Array(incidence.levelCount * LANES);
  columns.forEach((column, c) => {
    const means = new Float64Array(account.count);
    account.codes.forEach((a, i) => {
      means[a]! += column[i]! / incidence.mainRows[a]!;
    });
    account.codes.forEach((a, i) => {
      const rest = column[i]! - means[a]!;
      rightHandSide[employee.codes[i]! * LANES + c]! += rest;
      rightHandSide[(employee.count + month.codes[i]!) * LANES + c]! += rest;
    });
  });
  const fitted = (levels: Float64Array) =>
    Float64Array.from(
      account.codes,
      (_, i) => levels[employee.codes[i]! * LANES]! + levels[(employee.count + month.codes[i]!) * LANES]!,
    );
  const withoutAccounts = (values: Float64Array) => {
    const copy = values.slice();
    createAbsorber([account]).residualise([copy]);
    return copy;
  };
  const dense = rightHandSide.slice();
  createDenseSolver(incidence).solve(dense, LANES);
  const reference = withoutAccounts(fitted(dense));

  it.each([
    ["sparse", createSparseOperator(incidence)!],
    ["implicit", createImplicitOperator(incidence)],
  ] as [string, PreconditionedOperator][])("%s", (_, operator) => {
    const levels = rightHandSide.slice();
    const scale = new Float64Array(LANES).fill(account.codes.length);
    const outcome = solveByConjugateGradients(operator, levels, LANES, scale, 1e-13);
    expect(outcome.converged).toBe(true);
    const mine = withoutAccounts(fitted(levels));
    expect(largestDifference(mine, reference)).toBeLessThan(1e-9);
  });

  it("the incomplete factor saves iterations", () => {
    const scale = new Float64Array(LANES).fill(account.codes.length);
    const passes = (operator: PreconditionedOperator) =>
      solveByConjugateGradients(operator, rightHandSide.slice(), LANES, scale, 1e-11).iterations;
    expect(passes(createSparseOperator(incidence)!)).toBeLessThan(
      passes(createImplicitOperator(incidence)) / 2,
    );
  });
});

describe("absorption with many levels", () => {
  const effects = sparsePanel(3000, 900, 8);
  const generator = createGenerator(9);
  const column = Float64Array.from(effects[0].codes, () => generator.uniform() + 1e6);

  it.each([
    ["one", [0]],
    ["two", [0, 1]],
    ["three", [0, 1, 2]],
    ["three, in another order", [2, 1, 0]],
  ] as [
    string,
    number[],
  ][])("%s: residuals sum to 0 in every level, and absorbing again changes nothing", (_, which) => {
    const absorber = createAbsorber(which.map((e) => effects[e]!));
    const residual = column.slice();
    expect(absorber.residualise([residual]).converged).toBe(true);
    for (const e of which) {
      const sums = new Float64Array(effects[e]!.count);
      effects[e]!.codes.forEach((code, i) => {
        sums[code]! += residual[i]!;
      });
      expect(Math.max(...sums.map(Math.abs))).toBeLessThan(1e-6);
    }
    const again = residual.slice();
    absorber.residualise([again]);
    expect(largestDifference(again, residual)).toBeLessThan(1e-7);
    const levels = absorber.levelEffects(column);
    expect(levels.map((level) => level.length)).toEqual(which.map((e) => effects[e]!.count));
    for (let i = 0; i < residual.length; i += 97) {
      const fitted = which.reduce((sum, e, at) => sum + levels[at]![effects[e]!.codes[i]!]!, 0);
      expect(Math.abs(column[i]! - fitted - residual[i]!)).toBeLessThan(1e-6);
    }
  });

  it("two ways: degrees of freedom by components, exact", () => {
    const [account, employee, month] = effects;
    const absorber = createAbsorber([account, employee]);
    const components = countConnectedComponents(account, employee);
    expect(components).toBeGreaterThan(1);
    expect(absorber.degreesOfFreedom).toBe(account.count + employee.count - components);
    expect(absorber.exact).toBe(true);
    // Small enough to factor, the rank of S says the same.
    const [a, e] = sparsePanel(80, 40, 3);
    const small = createAbsorber([a, e]);
    expect(small.degreesOfFreedom).toBe(a.count + e.count - countConnectedComponents(a, e));
    expect(createAbsorber([account, employee, month]).exact).toBe(false);
  });
});
