import { describe, expect, it } from "vitest";
import { answered, expectClose, standardErrors } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { drawNormal } from "../random/draws";
import { createGenerator } from "../random/generator";
import { biasReducedCovariance } from "./bias-reduced-covariance";
import { clusteredCovariance } from "./clustered-covariance";
import { coefficientTable } from "./coefficient-table";
import { fixedEffects } from "./fixed-effects";
import { ordinaryLeastSquares } from "./ordinary-least-squares";
import { randomIntercept } from "./random-intercept";
import { wildClusterBootstrap } from "./wild-cluster-bootstrap";

const { panel } = readReference("regression");
const n: number = panel.y.length;
const covariates: number[][] = [panel.x1, panel.x2, panel.x3];

describe("fixed effects do not hang on", () => {
  const effects = [panel.account, panel.month, panel.employee];
  const summary = (input: Parameters<typeof fixedEffects>[0], cluster: ArrayLike<number | string>) => {
    const fit = answered(fixedEffects(input));
    return { b: fit.coefficients, se: standardErrors(answered(clusteredCovariance(fit, [cluster]))), fit };
  };
  const base = summary({ outcome: panel.y, covariates, effects }, panel.account);

  it("the order of rows and of effects, or how groups are called", () => {
    const order = Array.from({ length: n }, (_, i) => (i * 7 + 3) % n);
    expect(new Set(order).size).toBe(n);
    const pick = <T>(column: ArrayLike<T>) => order.map((i) => column[i]!);
    const name = (ids: number[]) => pick(ids).map((id) => `group ${(id * 17) % 41}`);
    const other = summary(
      {
        outcome: pick(panel.y),
        covariates: covariates.map(pick),
        effects: [name(panel.employee), name(panel.account), pick(panel.month)],
      },
      name(panel.account),
    );
    expectClose(other.b, base.b, 1e-10);
    expectClose(other.se, base.se, 1e-10);
  });

  it("units, constants and anything the effects can take up", () => {
    const other = summary(
      {
        outcome: panel.y.map(
          (y: number, i: number) => -5 * y + 1e5 + 300 * panel.account[i] + Math.exp(panel.month[i] / 3),
        ),
        covariates: covariates.map((x, c) => x.map((v, i) => v * 10 ** (3 * c) + 50 * panel.employee[i])),
        effects,
      },
      panel.account,
    );
    expectClose(
      [0, 1, 2].map((j) => (other.b[j]! * 10 ** (3 * j)) / -5),
      base.b,
      1e-8,
    );
    expectClose(
      [0, 1, 2].map((j) => (other.se[j]! * 10 ** (3 * j)) / 5),
      base.se,
      1e-8,
    );
  });

  it("rows standing twice, for the slopes and CR0", () => {
    const twice = <T>(column: ArrayLike<T>) => [...Array.from(column), ...Array.from(column)];
    const other = answered(
      fixedEffects({
        outcome: twice(panel.y),
        covariates: covariates.map((x) => twice(x)),
        effects: effects.map((ids) => twice<number>(ids)),
      }),
    );
    const cr0 = { parametersCounted: "none", groupFactor: "none" } as const;
    expectClose(other.coefficients, base.b, 1e-10);
    expectClose(
      standardErrors(answered(clusteredCovariance(other, [twice(panel.account)], cr0))),
      standardErrors(answered(clusteredCovariance(base.fit, [panel.account], cr0))),
      1e-10,
    );
  });

  it("a two-way covariance that is not positive semi-definite is repaired, and says so", () => {
    // Two rows a cell with opposite errors: V₁ and V₂ vanish, V₁₂ does not.
    const generator = createGenerator(4);
    const first: number[] = [];
    const second: number[] = [];
    const x: number[] = [];
    const y: number[] = [];
    for (let a = 0; a < 6; a++) {
      for (let b = 0; b < 6; b++) {
        first.push(a);
        second.push(b);
        x.push(drawNormal(generator));
        y.push((a + b) % 2 === 0 ? 1 : -1);
      }
    }
    const fit = answered(ordinaryLeastSquares({ outcome: y, covariates: [x.map((v) => 1 + 0.01 * v)] }));
    const covariance = answered(clusteredCovariance(fit, [first, second]));
    expect(covariance.warnings.length).toBe(1);
    expect(Math.min(...standardErrors(covariance))).toBeGreaterThanOrEqual(0);
  });
});

describe("planted truth is covered as often as claimed", () => {
  const accounts = 60;
  const months = 8;
  const slope = 0.7;
  /** Errors and covariate both correlated within accounts over time (first-order), which unclustered errors get wrong. */
  function simulate(seed: number) {
    const generator = createGenerator(seed);
    const account: number[] = [];
    const month: number[] = [];
    const x: number[] = [];
    const y: number[] = [];
    const monthEffect = Array.from({ length: months }, () => drawNormal(generator));
    for (let a = 0; a < accounts; a++) {
      const effect = drawNormal(generator);
      let driver = drawNormal(generator);
      let error = drawNormal(generator);
      for (let t = 0; t < months; t++) {
        driver = 0.8 * driver + 0.6 * drawNormal(generator);
        error = 0.8 * error + 0.6 * drawNormal(generator);
        if (generator.uniform() < 0.15) continue;
        account.push(a);
        month.push(t);
        x.push(driver + 0.5 * effect);
        y.push(slope * (driver + 0.5 * effect) + effect + monthEffect[t]! + error);
      }
    }
    return { account, month, x, y };
  }

  it("two-way effects: CR1 and CR2 intervals, 400 panels", () => {
    let cr1 = 0;
    let cr2 = 0;
    let sum = 0;
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const { account, month, x, y } = simulate(1000 + run);
      const fit = answered(fixedEffects({ outcome: y, covariates: [x], effects: [account, month] }));
      const covers = (interval: { lower: number; upper: number }) =>
        interval.lower <= slope && slope <= interval.upper;
      if (covers(coefficientTable(fit, answered(clusteredCovariance(fit, [account])))[0]!.interval)) cr1 += 1;
      if (covers(coefficientTable(fit, answered(biasReducedCovariance(fit, account)))[0]!.interval)) cr2 += 1;
      sum += fit.coefficients[0]!;
    }
    expect(Math.abs(sum / runs - slope)).toBeLessThan(0.01);
    // 0.95 ± three standard errors of a share in 400.
    for (const count of [cr1, cr2]) {
      expect(count / runs).toBeGreaterThan(0.917);
      expect(count / runs).toBeLessThan(0.983);
    }
  });

  it("wild bootstrap: rejects a true null as often as it says, 10 clusters", () => {
    const generator = createGenerator(77);
    let rejections = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      const cluster: number[] = [];
      const x: number[] = [];
      const y: number[] = [];
      for (let g = 0; g < 10; g++) {
        const shock = drawNormal(generator);
        const level = drawNormal(generator);
        for (let i = 0; i < 6 + 3 * g; i++) {
          cluster.push(g);
          x.push(level + 0.3 * drawNormal(generator));
          y.push(shock + drawNormal(generator));
        }
      }
      const fit = answered(ordinaryLeastSquares({ outcome: y, covariates: [x] }));
      const result = answered(wildClusterBootstrap({ fit, cluster, coefficient: 1, generator, draws: 1024 }));
      if (result.pValue <= 0.05) rejections += 1;
    }
    expect(rejections / runs).toBeGreaterThan(0.015);
    expect(rejections / runs).toBeLessThan(0.1);
  });

  it("random intercept: variances without bias, slope covered, 300 panels", () => {
    let covered = 0;
    let groupVariance = 0;
    let residualVariance = 0;
    const runs = 300;
    const generator = createGenerator(5);
    for (let run = 0; run < runs; run++) {
      const group: number[] = [];
      const x: number[] = [];
      const y: number[] = [];
      for (let g = 0; g < 25; g++) {
        const effect = Math.sqrt(0.5) * drawNormal(generator);
        for (let i = 0; i < 3 + (g % 6); i++) {
          group.push(g);
          x.push(drawNormal(generator));
          y.push(2 + slope * x.at(-1)! + effect + drawNormal(generator));
        }
      }
      const fit = answered(randomIntercept({ outcome: y, covariates: [x], group }));
      const { interval } = fit.coefficients[1]!;
      if (interval.lower <= slope && slope <= interval.upper) covered += 1;
      groupVariance += fit.groupVariance / runs;
      residualVariance += fit.residualVariance / runs;
    }
    expect(covered / runs).toBeGreaterThan(0.912);
    expect(covered / runs).toBeLessThan(0.988);
    expect(Math.abs(groupVariance - 0.5)).toBeLessThan(0.05);
    expect(Math.abs(residualVariance - 1)).toBeLessThan(0.03);
  });
});

describe("random intercepts do not hang on", () => {
  const fitOf = (outcome: number[], x: number[][], group: ArrayLike<number | string>) =>
    answered(randomIntercept({ outcome, covariates: x, group }));
  const base = fitOf(panel.y, covariates, panel.account);

  it("order, names and units", () => {
    const order = Array.from({ length: n }, (_, i) => (i * 7 + 3) % n);
    const other = fitOf(
      order.map((i) => 100 * panel.y[i] - 3),
      covariates.map((x, c) => order.map((i) => x[i]! * 10 ** (2 * c) + 1000)),
      order.map((i) => `account ${panel.account[i]}`),
    );
    expectClose(
      [other.groupVariance / 1e4, other.residualVariance / 1e4],
      [base.groupVariance, base.residualVariance],
      1e-9,
    );
    for (const j of [1, 2, 3]) {
      const unit = 100 / 10 ** (2 * (j - 1));
      expectClose([other.coefficients[j]!.estimate / unit], [base.coefficients[j]!.estimate], 1e-9);
      expectClose([other.coefficients[j]!.standardError / unit], [base.coefficients[j]!.standardError], 1e-9);
      expectClose([other.coefficients[j]!.degreesOfFreedom], [base.coefficients[j]!.degreesOfFreedom], 1e-8);
    }
  });
});
