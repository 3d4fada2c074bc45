/**
 * What a person thinks month by month, from the few noisy answers they gave: a lasting part, a part that comes and goes, and
 * noise. One raw answer as a predictor loses half of a true effect or more; the expectation given all answers so far loses
 * none (regression calibration, Carroll et al. 2006, ch. 4).
 */
import { choleskyFactor, choleskySolve } from "~/stats/linear-algebra/cholesky";
import { type Matrix, zeros } from "~/stats/linear-algebra/matrix";

/** Answers of one question, sorted by person and month, each less the mean of its wave. */
export interface Answers {
  readonly person: ArrayLike<number>;
  readonly month: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** x = lasting + passing + noise; the passing part keeps `persistence` of itself each month. Variances of answers' units. */
export interface AnswerModel {
  readonly lastingVariance: number;
  readonly passingVariance: number;
  readonly persistence: number;
  readonly noiseVariance: number;
  /** Standard deviation of what is thought, noise left out. */
  readonly trueSd: number;
  /** Share of an answer's variance that is no noise. */
  readonly reliability: number;
  readonly people: number;
  readonly answers: number;
}

/** So many people decide four numbers well; more only take time. */
const mostPeople = 1_500;
/** Under this many people with two answers the noise cannot be told from the rest. */
const fewestPeople = 15;

/**
 * Maximum likelihood over a grid of shares of the variance, the total profiled out. `isLasting` leaves the passing part
 * out, for what is asked once a year and hardly changes. Null where too few people answered twice.
 */
export function fitAnswerModel(answers: Answers, { isLasting = false } = {}): AnswerModel | null {
  const people = peopleWithTwoAnswers(answers);
  if (people.length < fewestPeople) return null;
  const shares = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
  const persistences = isLasting ? [0] : [0.6, 0.75, 0.85, 0.9, 0.93, 0.96, 0.98];
  let best: { logLikelihood: number; model: AnswerModel } | null = null;
  const sample = people.slice(0, mostPeople);
  for (const noise of shares) {
    const passingShares = isLasting ? [0] : [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
    for (const passing of passingShares) {
      const lasting = 1 - noise - passing;
      if (lasting < -1e-9) continue;
      for (const persistence of passing === 0 ? [0] : persistences) {
        const fit = profile(answers, sample, Math.max(0, lasting), passing, persistence, noise);
        if (!fit || (best && fit.logLikelihood <= best.logLikelihood)) continue;
        const { variance } = fit;
        best = {
          logLikelihood: fit.logLikelihood,
          model: {
            lastingVariance: Math.max(0, lasting) * variance,
            passingVariance: passing * variance,
            persistence,
            noiseVariance: noise * variance,
            trueSd: Math.sqrt((1 - noise) * variance),
            reliability: 1 - noise,
            people: people.length,
            answers: answers.value.length,
          },
        };
      }
    }
  }
  return best?.model ?? null;
}

/**
 * E[what is thought in `month` | answers before it], as the difference from the mean; 0 before the first answer. `from` and
 * `to` are the person's answers in the columns.
 */
export function expectedThought(
  model: AnswerModel,
  answers: Answers,
  from: number,
  to: number,
  month: number,
): number {
  let end = from;
  while (end < to && answers.month[end]! < month) end += 1;
  const n = end - from;
  if (n === 0) return 0;
  const factor = choleskyFactor(covarianceOf(model, answers, from, end));
  if (!factor) return 0;
  const values = Array.from({ length: n }, (_, i) => answers.value[from + i]!);
  const solved = choleskySolve(factor, values);
  let expected = 0;
  for (let i = 0; i < n; i++) {
    expected += solved[i]! * thoughtCovariance(model, month - answers.month[from + i]!);
  }
  return expected;
}

/** Covariance of what is thought `monthsApart` months from an answer with that answer. */
export function thoughtCovariance(model: AnswerModel, monthsApart: number): number {
  const passing =
    model.passingVariance === 0 ? 0 : model.passingVariance * model.persistence ** Math.abs(monthsApart);
  return model.lastingVariance + passing;
}

/** Of the answers [from, to) of one person. */
export function covarianceOf(model: AnswerModel, answers: Answers, from: number, to: number): Matrix {
  const n = to - from;
  const matrix = zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const apart = Math.abs(answers.month[from + i]! - answers.month[from + j]!);
      matrix.values[i + j * n] = thoughtCovariance(model, apart) + (i === j ? model.noiseVariance : 0);
    }
  }
  return matrix;
}

function profile(
  answers: Answers,
  people: ReadonlyArray<readonly [number, number]>,
  lastingVariance: number,
  passingVariance: number,
  persistence: number,
  noiseVariance: number,
): { logLikelihood: number; variance: number } | null {
  const unit = {
    lastingVariance,
    passingVariance,
    persistence,
    noiseVariance,
    trueSd: 1,
    reliability: 1,
    people: 0,
    answers: 0,
  };
  let squares = 0;
  let logDeterminant = 0;
  let count = 0;
  for (const [from, to] of people) {
    const n = to - from;
    const factor = choleskyFactor(covarianceOf(unit, answers, from, to));
    if (!factor) return null;
    const values = Array.from({ length: n }, (_, i) => answers.value[from + i]!);
    const solved = choleskySolve(factor, values);
    for (let i = 0; i < n; i++) {
      squares += values[i]! * solved[i]!;
      logDeterminant += 2 * Math.log(factor.values[i + i * n]!);
    }
    count += n;
  }
  const variance = squares / count;
  if (!(variance > 0)) return null;
  return { variance, logLikelihood: -0.5 * (count * Math.log(variance) + logDeterminant) };
}

/** [first, end) of the answers of everyone who gave two or more in different months. */
function peopleWithTwoAnswers(answers: Answers): [number, number][] {
  const people: [number, number][] = [];
  for (const [from, to] of runsOf(answers.person)) {
    if (to - from >= 2 && answers.month[from] !== answers.month[to - 1]) people.push([from, to]);
  }
  return people;
}

/** [first, end) of each stretch of equal values. */
export function* runsOf(codes: ArrayLike<number>): Generator<[number, number]> {
  let from = 0;
  for (let at = 1; at <= codes.length; at++) {
    if (at < codes.length && codes[at] === codes[from]) continue;
    if (codes.length > 0) yield [from, at];
    from = at;
  }
}
