/**
 * What a person thinks month by month, from the few noisy answers they gave: a lasting part, a part that comes and goes, and
 * noise. One raw answer as a predictor loses half of a true effect or more; the expectation given all answers so far loses
 * none (regression calibration, Carroll et al. 2006, ch. 4).
 */
import {
  choleskyFactor,
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolve,
} from "~/stats/linear-algebra/cholesky";
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

type Variances = Pick<AnswerModel, "lastingVariance" | "passingVariance" | "persistence" | "noiseVariance">;

const persistences = [0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 0.98];
/** Under this many people with two answers the noise cannot be told from the rest. */
const fewestPeople = 15;

export interface FittedAnswerModel {
  /** Mean of all models, each by its likelihood: steadier than the likeliest, which few people put at an edge. */
  readonly model: AnswerModel;
  /** As many as `plausibleModels`, each as often as its share of the likelihood of all: how unsure the model is. */
  readonly plausible: readonly AnswerModel[];
}

export const plausibleModels = 24;

/**
 * The likelihood over a grid of shares of the variance, the total profiled out. `isLasting` leaves the passing part
 * out, for what is asked once a year and hardly changes. Null where too few people answered twice.
 */
export function fitAnswerModel(answers: Answers, { isLasting = false } = {}): FittedAnswerModel | null {
  const people = peopleWithTwoAnswers(answers);
  if (people.length < fewestPeople) return null;
  const patterns = patternsOf(answers, people);
  const candidates: Candidate[] = [];
  for (const noise of steps(0.02, 0.8, 0.03)) {
    for (const passing of isLasting ? [0] : steps(0, 1 - noise, 0.05)) {
      for (const persistence of passing === 0 ? [0] : persistences) {
        const shares = {
          lastingVariance: 1 - noise - passing,
          passingVariance: passing,
          persistence,
          noiseVariance: noise,
        };
        const fit = profile(patterns, shares);
        if (!fit) continue;
        const { variance } = fit;
        candidates.push({
          logLikelihood: fit.logLikelihood,
          variances: {
            lastingVariance: shares.lastingVariance * variance,
            passingVariance: passing * variance,
            persistence,
            noiseVariance: noise * variance,
          },
        });
      }
    }
  }
  if (candidates.length === 0) return null;
  const highest = candidates.reduce(
    (most, one) => Math.max(most, one.logLikelihood),
    Number.NEGATIVE_INFINITY,
  );
  const weights = candidates.map(({ logLikelihood }) => Math.exp(logLikelihood - highest));
  const modelOf = (variances: Variances) => described(variances, people.length, answers.value.length);
  return {
    model: modelOf(meanOf(candidates, weights)),
    plausible: inProportion(candidates, weights).map(({ variances }) => modelOf(variances)),
  };
}

interface Candidate {
  readonly logLikelihood: number;
  readonly variances: Variances;
}

function described(variances: Variances, people: number, answers: number): AnswerModel {
  const thought = variances.lastingVariance + variances.passingVariance;
  return {
    ...variances,
    trueSd: Math.sqrt(thought),
    reliability: thought / (thought + variances.noiseVariance),
    people,
    answers,
  };
}

function meanOf(candidates: readonly Candidate[], weights: readonly number[]): Variances {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (part: (variances: Variances) => number) =>
    candidates.reduce((sum, { variances }, at) => sum + (weights[at]! / total) * part(variances), 0);
  const passingVariance = mean((variances) => variances.passingVariance);
  return {
    lastingVariance: mean((variances) => variances.lastingVariance),
    passingVariance,
    // Where nothing passes there is nothing to persist.
    persistence:
      passingVariance > 0
        ? mean((variances) => variances.passingVariance * variances.persistence) / passingVariance
        : 0,
    noiseVariance: mean((variances) => variances.noiseVariance),
  };
}

/** Evenly spaced quantiles of the likelihood over the grid: draws from it without chance. One and the same when drawn twice. */
function inProportion(candidates: readonly Candidate[], weights: readonly number[]): Candidate[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const drawn: Candidate[] = [];
  let below = 0;
  for (const [at, candidate] of candidates.entries()) {
    below += weights[at]! / total;
    while (drawn.length < plausibleModels && (drawn.length + 0.5) / plausibleModels < below)
      drawn.push(candidate);
  }
  return drawn;
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
  return expectedThoughts(model, answers, from, to, [month])[0]!;
}

/** The same for many months: what the answers up to one of them say together is worked out once. */
export function expectedThoughts(
  model: AnswerModel,
  answers: Answers,
  from: number,
  to: number,
  months: readonly number[],
): number[] {
  const factorOf = rememberedFactors(model, answers, from);
  const solvedOf = new Map<number, ArrayLike<number> | null>();
  return months.map((month) => {
    const end = answersBefore(answers, from, to, month);
    if (end === from) return 0;
    let solved = solvedOf.get(end);
    if (solved === undefined) {
      const factor = factorOf(end);
      const values = Array.from({ length: end - from }, (_, i) => answers.value[from + i]!);
      solved = factor ? choleskySolve(factor, values) : null;
      solvedOf.set(end, solved);
    }
    let expected = 0;
    for (let i = 0; solved && i < end - from; i++)
      expected += solved[i]! * thoughtCovariance(model, month - answers.month[from + i]!);
    return expected;
  });
}

/** End of the person's answers of earlier months. */
export function answersBefore(answers: Answers, from: number, to: number, month: number): number {
  let end = from;
  while (end < to && answers.month[end]! < month) end += 1;
  return end;
}

/** Cholesky factors of the covariance of the person's answers up to `end`, each made once. */
export function rememberedFactors(model: AnswerModel, answers: Answers, from: number) {
  const factors = new Map<number, Matrix | null>();
  return (end: number): Matrix | null => {
    let factor = factors.get(end);
    if (factor === undefined) {
      factor = choleskyFactor(covarianceOf(model, answers, from, end));
      factors.set(end, factor);
    }
    return factor;
  };
}

/** Covariance of what is thought `monthsApart` months from an answer with that answer. */
export function thoughtCovariance(model: Variances, monthsApart: number): number {
  const passing =
    model.passingVariance === 0 ? 0 : model.passingVariance * model.persistence ** Math.abs(monthsApart);
  return model.lastingVariance + passing;
}

/** Of the answers [from, to) of one person. */
export function covarianceOf(model: AnswerModel, answers: Answers, from: number, to: number): Matrix {
  return covarianceAt(
    model,
    Array.from({ length: to - from }, (_, i) => answers.month[from + i]!),
  );
}

function covarianceAt(model: Variances, months: readonly number[]): Matrix {
  const n = months.length;
  const matrix = zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      matrix.values[i + j * n] =
        thoughtCovariance(model, months[i]! - months[j]!) + (i === j ? model.noiseVariance : 0);
    }
  }
  return matrix;
}

/** People who answered at the same distances in time share one covariance: sums of their products say all of them. */
interface Pattern {
  readonly months: readonly number[];
  count: number;
  /** Σ x xᵀ, column-major. */
  readonly products: Float64Array;
}

function patternsOf(answers: Answers, people: ReadonlyArray<readonly [number, number]>): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const [from, to] of people) {
    const n = to - from;
    const months = Array.from({ length: n }, (_, i) => answers.month[from + i]! - answers.month[from]!);
    const key = months.join(" ");
    const pattern = patterns.get(key) ?? { months, count: 0, products: new Float64Array(n * n) };
    pattern.count += 1;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        pattern.products[i + j * n]! += answers.value[from + i]! * answers.value[from + j]!;
      }
    }
    patterns.set(key, pattern);
  }
  return [...patterns.values()];
}

function profile(
  patterns: readonly Pattern[],
  shares: Variances,
): { logLikelihood: number; variance: number } | null {
  let squares = 0;
  let logDeterminant = 0;
  let count = 0;
  for (const { months, count: people, products } of patterns) {
    const n = months.length;
    const factor = choleskyFactor(covarianceAt(shares, months));
    if (!factor) return null;
    const inverse = choleskyInverse(factor);
    for (let i = 0; i < n * n; i++) squares += inverse.values[i]! * products[i]!;
    logDeterminant += people * choleskyLogDeterminant(factor);
    count += people * n;
  }
  const variance = squares / count;
  if (!(variance > 0)) return null;
  return { variance, logLikelihood: -0.5 * (count * Math.log(variance) + logDeterminant) };
}

function* steps(from: number, to: number, by: number): Generator<number> {
  for (let at = from; at <= to + 1e-9; at += by) yield Math.min(at, to);
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
