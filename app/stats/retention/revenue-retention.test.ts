import { expect, it } from "vitest";
import { answered, expectClose } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { drawNormal } from "../random/draws";
import { createGenerator } from "../random/generator";
import { revenueMovements, revenueRetention } from "./revenue-retention";

it("has the reference's gross and net retention", () => {
  const { grr, nrr, ...movements } = readReference("expected").metrics.grr_nrr;
  const { gross, net } = answered(revenueRetention(movements));
  expectClose([gross, net], [grr, nrr], 1e-15);
});

it("comes to the capped and the uncapped sum over accounts, credits and new accounts included", () => {
  const g = createGenerator("retention");
  const then = Array.from({ length: 500 }, () => (g.uniform() < 0.1 ? 0 : 100 * g.uniform()));
  const now = then.map((amount) => (g.uniform() < 0.1 ? 0 : amount + 30 * drawNormal(g)));
  const sum = (of: (i: number) => number) => then.reduce((total, _, i) => total + of(i), 0);
  const start = sum((i) => then[i]!);
  const { gross, net } = answered(revenueRetention(revenueMovements(then, now)));
  const counts = (i: number) => Number(then[i]! > 0);
  expectClose([gross], [sum((i) => counts(i) * Math.min(then[i]!, now[i]!)) / start], 1e-13);
  expectClose([net], [sum((i) => counts(i) * now[i]!) / start], 1e-13);
});

it("tells churn, contraction and expansion apart", () => {
  expect(revenueMovements([100, 50, 80, 0, 10, -30], [0, 20, 100, 70, -5, 40])).toEqual({
    start: 240,
    churned: 100,
    contraction: 45,
    expansion: 20,
  });
});

it("refuses no start and names wrong arguments", () => {
  expect(revenueRetention(revenueMovements([], []))).toMatchObject({ refused: "no-base" });
  expect(() => revenueRetention({ start: 1, churned: -1, contraction: 0, expansion: 0 })).toThrow(/churned/);
  expect(() => revenueMovements([Number.NaN], [0])).toThrow(/then/);
  expect(() => revenueMovements([1], [])).toThrow(/now/);
});
