/**
 * How far a slope on what answers lead one to expect hangs on the model of the answers, which is itself an estimate: the
 * slope is taken again under each model that the answers bear out, and what that changes is one more part of its error.
 */
import { expectedThoughts } from "./answer-model";
import type { Thoughts } from "./thoughts";
import { withinReliability } from "./within-reliability";

/** Rows of a fit by owner and month: how many, and the sum of their residuals. */
export type OwnerMonths = ReadonlyMap<
  number,
  ReadonlyMap<number, { readonly rows: number; readonly residual: number }>
>;

/** With more people the model is as good as known, and every second, third … of them tells what is left. */
const mostPeople = 300;

export interface AnswerCorrection {
  /** λ by which the slope is to be divided. */
  readonly reliability: number;
  /** Of slope/λ, for the model of the answers being an estimate. */
  readonly variance: number;
}

/**
 * Delta method: the variance over `plausible` of b(θ)/λ₀ − b₀λ(θ)/λ₀². b(θ) is the slope of the fit's residuals, its own part
 * put back, on the expectations under θ, with means taken off as the fit's effects do: each person's own where people are
 * compared with themselves, else each month's, where λ is 1.
 */
export function correctForAnswers(
  thoughts: Thoughts,
  all: OwnerMonths,
  slope: number,
  within: "person" | "month",
): AnswerCorrection {
  const answering = new Map([...all].filter(([person]) => thoughts.rangeOf.has(person)));
  const rows = evenly(answering, mostPeople);
  const own = centredExpectations(thoughts, rows, within);
  const reliabilityUnder = (model: Thoughts["model"], people: OwnerMonths) =>
    within === "person" ? withinReliability({ ...thoughts, model }, weightsOf(people)) : 1;
  const slopeUnder = (model: Thoughts["model"]) => {
    const expected = centredExpectations({ ...thoughts, model }, rows, within);
    let product = 0;
    let squares = 0;
    let at = 0;
    for (const months of rows.values()) {
      for (const cell of months.values()) {
        product += expected[at]! * (cell.residual + cell.rows * slope * own[at]!);
        squares += cell.rows * expected[at]! ** 2;
        at += 1;
      }
    }
    return squares > 0 ? product / squares : slope;
  };
  const reliability = reliabilityUnder(thoughts.model, answering);
  const [slopeHere, reliabilityHere] = [slopeUnder(thoughts.model), reliabilityUnder(thoughts.model, rows)];
  const known = new Map<Thoughts["model"], number>();
  let sum = 0;
  for (const model of thoughts.plausible) {
    const change =
      known.get(model) ??
      (slopeUnder(model) - slopeHere) / reliability -
        (slope * (reliabilityUnder(model, rows) - reliabilityHere)) / reliability ** 2;
    known.set(model, change);
    sum += change ** 2;
  }
  return { reliability, variance: sum / thoughts.plausible.length };
}

/** Rows by person and month, as the reliability weighs them. */
function weightsOf(rows: OwnerMonths): ReadonlyMap<number, ReadonlyMap<number, number>> {
  return new Map(
    [...rows].map(([person, months]) => [
      person,
      new Map([...months].map(([month, cell]) => [month, cell.rows] as const)),
    ]),
  );
}

/** In standard deviations, cell by cell, less the mean over the rows of its person or month. */
function centredExpectations(
  { model, answers, rangeOf }: Thoughts,
  rows: OwnerMonths,
  within: "person" | "month",
): Float64Array {
  const cells: { value: number; group: number; rows: number }[] = [];
  for (const [person, months] of rows) {
    const [from, to] = rangeOf.get(person)!;
    const expected = expectedThoughts(model, answers, from, to, [...months.keys()]);
    let at = 0;
    for (const [month, cell] of months) {
      const value = expected[at++]! / model.trueSd;
      cells.push({ value, group: within === "person" ? person : month, rows: cell.rows });
    }
  }
  const sums = new Map<number, { n: number; sum: number }>();
  for (const { value, group, rows: n } of cells) {
    const of = sums.get(group) ?? { n: 0, sum: 0 };
    sums.set(group, { n: of.n + n, sum: of.sum + n * value });
  }
  return Float64Array.from(cells, ({ value, group }) => value - sums.get(group)!.sum / sums.get(group)!.n);
}

function evenly<Value>(map: ReadonlyMap<number, Value>, most: number): ReadonlyMap<number, Value> {
  const every = Math.ceil(map.size / most);
  return every <= 1 ? map : new Map([...map].filter((_, at) => at % every === 0));
}
