import { describe, expect, it } from "vitest";
import { worstRelativeError } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { drawNormal } from "../random/draws";
import { createGenerator } from "../random/generator";
import { choleskyFactor, choleskyInverse, choleskyLogDeterminant, choleskySolve } from "./cholesky";
import {
  fromColumns,
  identity,
  multiply,
  multiplyVector,
  quadraticForm,
  transpose,
  transposeMultiply,
  zeros,
} from "./matrix";
import { householderQr } from "./qr";
import { symmetricEigen } from "./symmetric-eigen";

const want = readReference("linear-algebra");
const x = fromColumns(want.x);
const a = fromColumns(want.a);

const random = (rows: number, columns: number, seed: string) => {
  const g = createGenerator(seed);
  return fromColumns(
    Array.from({ length: columns }, () => Array.from({ length: rows }, () => drawNormal(g))),
  );
};

describe("QR", () => {
  const qr = householderQr(x);
  it("drops the columns R drops, in R's order", () => {
    expect(qr.rank).toBe(want.rank[0]);
    expect(Array.from(qr.pivot)).toEqual(want.pivot);
  });
  it("has R's coefficients, leverages and inverse", () => {
    const coefficients = Array.from(qr.solve(want.y));
    const kept = coefficients.filter((c) => !Number.isNaN(c));
    expect(coefficients.map((c) => Number.isNaN(c))).toEqual(want.coef.map((c: number | null) => c === null));
    expect(
      worstRelativeError(
        kept,
        want.coef.filter((c: number | null) => c !== null),
      ),
    ).toBeLessThan(1e-10);
    expect(worstRelativeError(qr.leverages(), want.hat)).toBeLessThan(1e-10);
    expect(worstRelativeError(qr.inverseGram().values, want.inverseGram.flat())).toBeLessThan(1e-10);
  });
  it("gives R·upper triangle whose product with Qᵀ keeps lengths", () => {
    const rotated = qr.qTransposeY(want.y);
    const square = (v: ArrayLike<number>) => Array.from(v).reduce((sum, c) => sum + c * c, 0);
    expect(square(rotated)).toBeCloseTo(square(want.y), 12);
  });
  it("answers for no columns, more columns than rows, and a column of zeros", () => {
    expect(householderQr(zeros(3, 0)).rank).toBe(0);
    const wide = householderQr(random(2, 4, "wide"));
    expect(wide.rank).toBe(2);
    const zero = householderQr(
      fromColumns([
        [0, 0, 0],
        [1, 2, 3],
      ]),
    );
    expect([zero.rank, ...zero.pivot]).toEqual([1, 1, 0]);
    const [dropped, slope] = zero.solve([2, 4, 6]);
    expect(dropped).toBeNaN();
    expect(slope).toBeCloseTo(2, 14);
  });
  it("names what is wrong", () => {
    expect(() => householderQr(x, 0)).toThrow(/tolerance/);
    expect(() => qr.solve([1])).toThrow(/y/);
    expect(() => fromColumns([[1], [1, 2]])).toThrow(/columns/);
  });
});

describe("symmetric matrices", () => {
  it("have R's eigenvalues, inverse and determinant", () => {
    const { values } = symmetricEigen(a);
    expect(worstRelativeError(values, want.eigen)).toBeLessThan(1e-10);
    const factor = choleskyFactor(a)!;
    expect(worstRelativeError(choleskyInverse(factor).values, want.solve.flat())).toBeLessThan(1e-10);
    expect(choleskyLogDeterminant(factor)).toBeCloseTo(want.logdet[0], 10);
  });
  it.each([1, 2, 7, 60])("of size %i are put together again from their vectors", (n) => {
    const symmetric = transposeMultiply(random(n, n, `eigen ${n}`), random(n, n, `eigen ${n}`));
    const { values, vectors } = symmetricEigen(symmetric);
    const scaled = fromColumns(
      Array.from(values, (value, j) => vectors.values.slice(j * n, (j + 1) * n).map((v) => v * value)),
    );
    expect(
      worstRelativeError(multiply(scaled, transpose(vectors)).values, symmetric.values, 1e-12 * n),
    ).toBeLessThan(1e-9);
    expect(
      worstRelativeError(transposeMultiply(vectors, vectors).values, identity(n).values, 1e-13 * n),
    ).toBe(0);
  });
  it("may repeat eigenvalues or be zero", () => {
    expect(Array.from(symmetricEigen(identity(4)).values)).toEqual([1, 1, 1, 1]);
    expect(Array.from(symmetricEigen(zeros(3, 3)).values)).toEqual([0, 0, 0]);
    expect(() => symmetricEigen(fromColumns([[Number.NaN]]))).toThrow(/a:/);
    expect(() => symmetricEigen(zeros(2, 3))).toThrow(/square/);
  });
  it("that are not positive definite have no factor", () => {
    expect(
      choleskyFactor(
        fromColumns([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toBeNull();
    expect(
      choleskyFactor(
        fromColumns([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toBeNull();
    expect(choleskyFactor(fromColumns([[Number.NaN]]))).toBeNull();
    expect(() => choleskyFactor(zeros(2, 3))).toThrow(/symmetric/);
  });
  it("solve", () => {
    const b = [1, -2, 3, 0.5, 4, -1];
    const solution = choleskySolve(choleskyFactor(a)!, b);
    expect(worstRelativeError(multiplyVector(a, solution), b)).toBeLessThan(1e-10);
    expect(quadraticForm(a, solution)).toBeCloseTo(
      b.reduce((sum, value, i) => sum + value * solution[i]!, 0),
      9,
    );
    expect(() => choleskySolve(choleskyFactor(a)!, [1])).toThrow(/b:/);
    expect(() => multiply(a, zeros(2, 2))).toThrow(/b:/);
  });
});
