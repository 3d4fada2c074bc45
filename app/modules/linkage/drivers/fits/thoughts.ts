/** What surveys say of each person in each month, noise taken out: the exposures behind `engagement` and `values_alignment`. */
import { type AnswerModel, type Answers, expectedThought, fitAnswerModel, runsOf } from "./answer-model";
import type { PeopleData, SurveyAnswerRows } from "./people-data";

export interface Thoughts {
  readonly model: AnswerModel;
  /** Models that the same answers bear out, each as often as they do; `model` is their mean. */
  readonly plausible: readonly AnswerModel[];
  readonly answers: Answers;
  /** [first, end) of each person's answers. */
  readonly rangeOf: ReadonlyMap<number, readonly [number, number]>;
  /** By row of the people's months: standard deviations from the mean of the company; 0 before a first answer. */
  readonly standardised: Float32Array;
  /** The last raw answer as it is, the same scale: what a naive analysis would take. NaN before a first one. */
  readonly raw: Float32Array;
}

export function estimateThoughts(
  people: PeopleData,
  rows: SurveyAnswerRows,
  question: "engagement" | "valuesAlignment",
): Thoughts | null {
  const answers = answersOf(rows, question);
  const fitted = fitAnswerModel(answers, { isLasting: question === "valuesAlignment" });
  if (!fitted || !(fitted.model.trueSd > 0)) return null;
  const { model, plausible } = fitted;
  const answersByPerson = new Map<number, [number, number]>();
  for (const [from, to] of runsOf(answers.person)) answersByPerson.set(answers.person[from]!, [from, to]);
  const standardised = new Float32Array(people.rows);
  const raw = new Float32Array(people.rows).fill(Number.NaN);
  for (const [first, end] of runsOf(people.employee)) {
    const own = answersByPerson.get(people.employee[first]!);
    if (!own) continue;
    const [from, to] = own;
    let known = from;
    let before = 0;
    for (let row = first; row < end; row++) {
      const month = people.month[row]!;
      while (known < to && answers.month[known]! < month) known += 1;
      if (known === from) continue;
      raw[row] = answers.value[known - 1]! / model.trueSd;
      // Only a passing part moves without a new answer.
      const isSame = model.passingVariance === 0 && row > first && raw[row] === raw[row - 1];
      if (!isSame) before = expectedThought(model, answers, from, to, month) / model.trueSd;
      standardised[row] = before;
    }
  }
  return { model, plausible, answers, rangeOf: answersByPerson, standardised, raw };
}

/** Each wave has its own mood and its own month: what counts is the difference from the wave's mean. */
function answersOf(rows: SurveyAnswerRows, question: "engagement" | "valuesAlignment"): Answers {
  const values = rows[question];
  const sums = new Map<number, { n: number; sum: number }>();
  let all = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const wave = sums.get(rows.wave[i]!) ?? { n: 0, sum: 0 };
    wave.n += 1;
    wave.sum += value;
    sums.set(rows.wave[i]!, wave);
    all += value;
    count += 1;
  }
  const mean = all / count;
  const person: number[] = [];
  const month: number[] = [];
  const value: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    const wave = sums.get(rows.wave[i]!)!;
    person.push(rows.employee[i]!);
    month.push(rows.month[i]!);
    value.push(values[i]! - (wave.n >= 10 ? wave.sum / wave.n : mean));
  }
  return { person, month, value };
}
