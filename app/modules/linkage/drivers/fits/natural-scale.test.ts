import { expect, it } from "vitest";
import {
  hazardDifferenceScale,
  inNaturalScale,
  percentScale,
  perHundredScale,
  pointsScale,
} from "./natural-scale";

const at = (estimate: number, lower: number, upper: number) => ({ estimate, lower, upper });

it("states points for so much of the exposure: 0.004 a training hour is 0.04 per ten hours", () => {
  expect(inNaturalScale(pointsScale, at(0.004, 0.001, 0.007), 10)).toEqual(at(0.04, 0.01, 0.07));
});

it("states a log effect in per cent: −0.16 is e^−0.16 − 1 = −14.79 %", () => {
  expect(inNaturalScale(percentScale, at(-0.16, -0.2, -0.1), 1).estimate).toBeCloseTo(-14.7856, 4);
});

it("states a hazard ratio in accounts lost per hundred and year: 1 % a month is 11.31 a year, 1.5 % is 16.47, so +5.17", () => {
  expect(perHundredScale(0.01).convert(Math.log(1.5))).toBeCloseTo(16.473 - 11.308, 3);
});

it("states a difference of monthly hazards as a year's worth: 0.005 · 12 · 100 = 6", () => {
  expect(hazardDifferenceScale.convert(0.005)).toBeCloseTo(6, 12);
});
