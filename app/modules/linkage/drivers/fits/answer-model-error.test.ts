import { describe, expect, it } from "vitest";
import { drawNormal } from "~/stats/random/draws";
import { createGenerator } from "~/stats/random/generator";
import { type AnswerModel, fitAnswerModel } from "./answer-model";
import { correctForAnswers, type OwnerMonths } from "./answer-model-error";
import type { Thoughts } from "./thoughts";

const model: AnswerModel = {
  lastingVariance: 0.5,
  passingVariance: 0.5,
  persistence: 0.9,
  noiseVariance: 0.3,
  trueSd: 1,
  reliability: 1 / 1.3,
  people: 0,
  answers: 0,
};

/** People who answer every half-year for three years, with a row of the fit in each month and nothing left unexplained. */
function company(people: number): { thoughts: Thoughts; rows: OwnerMonths } {
  const random = createGenerator("answer model error");
  const person: number[] = [];
  const month: number[] = [];
  const value: number[] = [];
  const rangeOf = new Map<number, [number, number]>();
  for (let who = 0; who < people; who++) {
    const from = value.length;
    const trait = Math.sqrt(0.5) * drawNormal(random);
    let state = Math.sqrt(0.5) * drawNormal(random);
    for (let at = 0; at < 36; at++) {
      if (at > 0) state = 0.9 * state + Math.sqrt(0.5 * 0.19) * drawNormal(random);
      if (at % 6 !== 0) continue;
      person.push(who);
      month.push(at);
      value.push(trait + state + Math.sqrt(0.3) * drawNormal(random));
    }
    rangeOf.set(who, [from, value.length]);
  }
  const months = new Map(Array.from({ length: 36 }, (_, at) => [at, { rows: 1, residual: 0 }]));
  return {
    thoughts: {
      model,
      plausible: [model],
      answers: { person, month, value },
      rangeOf,
      standardised: new Float32Array(),
      raw: new Float32Array(),
    },
    rows: new Map(Array.from({ length: people }, (_, who) => [who, months])),
  };
}

describe("correctForAnswers", () => {
  it("adds nothing where the model of the answers is beyond doubt", () => {
    const { thoughts, rows } = company(40);
    const { reliability, variance } = correctForAnswers(thoughts, rows, 0.02, "person");
    expect(reliability).toBeGreaterThan(0.3);
    expect(reliability).toBeLessThan(0.8);
    expect(variance).toBeCloseTo(0, 20);
  });

  it("half of the likelihood on a standard deviation twice as large: ½ (b/λ)²", () => {
    const { thoughts, rows } = company(40);
    // All variances times four: the same expectations, the same λ, a slope per standard deviation twice as steep.
    const wider: AnswerModel = {
      ...model,
      lastingVariance: 2,
      passingVariance: 2,
      noiseVariance: 1.2,
      trueSd: 2,
    };
    const unsure = { ...thoughts, plausible: [model, wider] };
    const person = correctForAnswers(unsure, rows, 0.02, "person");
    expect(person.variance).toBeCloseTo(0.5 * (0.02 / person.reliability) ** 2, 12);
    const month = correctForAnswers(unsure, rows, 0.02, "month");
    expect(month.reliability).toBe(1);
    expect(month.variance).toBeCloseTo(0.5 * 0.02 ** 2, 12);
  });

  it("shrinks as more people answer", () => {
    const varianceWith = (people: number) => {
      const { thoughts, rows } = company(people);
      const fitted = fitAnswerModel(thoughts.answers)!;
      return correctForAnswers({ ...thoughts, ...fitted }, rows, 0.02, "person").variance;
    };
    const few = varianceWith(40);
    expect(few).toBeGreaterThan(1e-6);
    expect(varianceWith(160)).toBeLessThan(few / 2);
  });
});
