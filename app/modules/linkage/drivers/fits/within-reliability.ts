/**
 * How much of a true effect is left when people are compared with themselves. What answers so far lead one to expect is
 * right on average, but it moves for two reasons: because the person changed, and because a new answer told what had been
 * so all along. Differences within a person hold both, and only the first goes with the outcome of the month.
 */
import { choleskySolve } from "~/stats/linear-algebra/cholesky";
import { answersBefore, covarianceOf, rememberedFactors, thoughtCovariance } from "./answer-model";
import type { Thoughts } from "./thoughts";

/**
 * λ = Σ cov(ê, e) / Σ var(ê) after each person's mean is taken off both, ê the expectation used and e the truth; a
 * within-person slope estimates β·λ (Carroll et al. 2006, ch. 4). `weights` are rows by person and month. 1 where the
 * model has no passing part to follow.
 */
export function withinReliability(
  thoughts: Thoughts,
  weights: ReadonlyMap<number, ReadonlyMap<number, number>>,
): number {
  let covariance = 0;
  let variance = 0;
  for (const [person, byMonth] of weights) {
    const range = thoughts.rangeOf.get(person);
    if (!range || byMonth.size < 2) continue;
    const moments = personMoments(thoughts, range, [...byMonth]);
    covariance += moments.covariance;
    variance += moments.variance;
  }
  return variance > 0 ? covariance / variance : 1;
}

function personMoments(
  { model, answers }: Thoughts,
  [from, to]: readonly [number, number],
  months: readonly (readonly [month: number, weight: number])[],
): { covariance: number; variance: number } {
  const count = to - from;
  const all = covarianceOf(model, answers, from, to);
  const total = months.reduce((sum, [, weight]) => sum + weight, 0);
  // Row t: weights of the answers in the expectation of month t, and covariances of the truth of month t with the answers.
  const factorOf = rememberedFactors(model, answers, from);
  const used = months.map(([month]) => expectationWeights(month));
  const truth = months.map(([month]) =>
    Array.from({ length: count }, (_, k) => thoughtCovariance(model, month - answers.month[from + k]!)),
  );
  const centred = (rows: readonly (readonly number[])[]) => {
    const means = Array.from(
      { length: count },
      (_, k) => rows.reduce((sum, row, t) => sum + months[t]![1] * row[k]!, 0) / total,
    );
    return rows.map((row) => row.map((value, k) => value - means[k]!));
  };
  const a = centred(used);
  const c = centred(truth);
  let covariance = 0;
  let variance = 0;
  for (const [t, [, weight]] of months.entries()) {
    for (let k = 0; k < count; k++) {
      covariance += weight * a[t]![k]! * c[t]![k]!;
      for (let l = 0; l < count; l++) variance += weight * a[t]![k]! * all.values[k + l * count]! * a[t]![l]!;
    }
  }
  return { covariance, variance };

  function expectationWeights(month: number): number[] {
    const weights = new Array<number>(count).fill(0);
    const end = answersBefore(answers, from, to, month);
    const factor = end === from ? null : factorOf(end);
    if (!factor) return weights;
    const towards = Array.from({ length: end - from }, (_, k) =>
      thoughtCovariance(model, month - answers.month[from + k]!),
    );
    choleskySolve(factor, towards).forEach((weight, k) => {
      weights[k] = weight;
    });
    return weights;
  }
}
