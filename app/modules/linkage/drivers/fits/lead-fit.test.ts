import { expect, it } from "vitest";
import { type BuiltMonth, buildFitData } from "../../../../../tests/builders/fit-data";
import { findSpec } from "../specs";
import { leadFit } from "./lead-fit";

const training = (owner: number, month: number) => (owner * 37 + month * month * 11 + owner * month * 5) % 29;
const satisfaction = (account: number, month: number) =>
  ((account * 53 + month ** 3 * 7 + account * month * 13) % 41) / 10;

/** Twelve owners of three accounts over two years: in the first of them the next year's training is known. */
function company() {
  const months: BuiltMonth[] = [];
  for (let account = 0; account < 36; account++) {
    const owner = Math.floor(account / 3);
    for (let month = 0; month < 24; month++)
      months.push({ account, month, owner, trainingHours: training(owner, month) });
  }
  const data = buildFitData(months);
  const { people } = data;
  const trainingHours = Float32Array.from(people.month, (month, at) => training(people.employee[at]!, month));
  return { ...data, people: { ...people, trainingHours } };
}

it("is next year's slope of a regression on this year's and next year's training, as R gives it", () => {
  const data = company();
  const { panel } = data;
  const matrix = {
    rows: Int32Array.from(panel.account.keys()),
    names: ["training" as const],
    columns: [Float64Array.from(panel.columns.trainingHours)],
    refused: new Map(),
    unknown: {},
  };
  const outcome = Float64Array.from(panel.account, (account, row) =>
    satisfaction(account, panel.month[row]!),
  );
  const [lead] = leadFit(findSpec("satisfaction")!, data, matrix, outcome).get("training")!;
  // d <- expand.grid(m = 0:11, a = 0:35); d$o <- d$a %/% 3; tr <- function(o, m) (o*37 + m*m*11 + o*m*5) %% 29
  // d$y <- ((d$a*53 + d$m^3*7 + d$a*d$m*13) %% 41) / 10
  // 10 * coef(lm(y ~ tr(o, m) + tr(o, m + 12) + factor(a) + factor(m), d))[3]
  expect(lead!.estimate).toBeCloseTo(0.0966476080220162, 10);
  expect(lead!.passed).toBe(lead!.p! >= 0.05);
});
