/** Small data on which every function has an answer. */

import { createGenerator } from "../random/generator";
import { fixedEffects } from "../regression/fixed-effects";
import type { LinearFit } from "../regression/linear-fit";
import { ordinaryLeastSquares } from "../regression/ordinary-least-squares";
import { type RandomInterceptFit, randomIntercept } from "../regression/random-intercept";
import type { Refusal } from "../result";
import { coxRegression } from "../survival/cox-regression";
import { kaplanMeier } from "../survival/kaplan-meier";
import { as, given } from "./case";
import { Untouched } from "./mutations";

// 24 rows: six accounts in four months, three employees, nothing regular enough to be collinear.
export const rows = Array.from({ length: 24 }, (_, i) => i);
export const noise = (seed: number) => {
  const g = createGenerator(`malformed ${seed}`);
  return rows.map(() => g.uniform());
};
export const x = noise(1).map((u) => 10 * u - 3);
export const z = noise(2).map((u) => Math.round(100 * u));
export const error = noise(3);
export const account = rows.map((i) => Math.floor(i / 4) + 1);
export const month = rows.map((i) => (i % 4) + 1);
export const employee = noise(4).map((u) => 1 + Math.floor(3 * u));
export const y = rows.map((i) => account[i]! + 0.4 * x[i]! - 0.02 * z[i]! + 0.3 * employee[i]! + error[i]!);
export const half = rows.map((i) => i % 2);
export const exit = noise(5).map((u) => 5 + Math.floor(20 * u));
export const entry = noise(6).map((u) => Math.floor(4 * u));
export const event = noise(7).map((u) => Number(u < 0.7));
export const cause = noise(8).map((u) => Math.floor(3 * u));
export const weights = noise(9).map((u) => 1 + Math.floor(3 * u));
export const binary = noise(10).map((u) => Number(u < 0.5));
export const follow = { entry, exit, event };
export const generator = () => new Untouched(createGenerator(1));

export const linear = () =>
  as(ordinaryLeastSquares({ outcome: y, covariates: [x, z] }) as LinearFit | Refusal);
export const panelFit = () => as(fixedEffects({ outcome: y, covariates: [x, z], effects: [account, month] }));
export const intercept = () =>
  given(randomIntercept({ outcome: y, covariates: [x], group: account })) as RandomInterceptFit;
export const curve = () => as(kaplanMeier(follow));
export const coxRows = { ...follow, covariates: [x, z] };
export const cox = () => as(coxRegression(coxRows));
export const separated = {
  ...follow,
  covariates: [event.map((e, i) => (e ? 1000 - exit[i]! : -1000 - exit[i]!))],
};
export const matrix = { rows: 2, columns: 2, values: new Float64Array([2, 0.5, 0.5, 1]) };
