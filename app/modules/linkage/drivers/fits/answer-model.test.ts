import { describe, expect, it } from "vitest";
import { drawNormal } from "~/stats/random/draws";
import { createGenerator } from "~/stats/random/generator";
import { type AnswerModel, type Answers, expectedThought, fitAnswerModel } from "./answer-model";

/** Answers twice a year of people with a lasting part, a passing part and noise. */
function simulate(
  people: number,
  { lasting = 0.5, passing = 0.5, persistence = 0.9, noise = 0.4 } = {},
): Answers {
  const random = createGenerator("answers");
  const person: number[] = [];
  const month: number[] = [];
  const value: number[] = [];
  for (let who = 0; who < people; who++) {
    const trait = Math.sqrt(lasting) * drawNormal(random);
    let state = Math.sqrt(passing) * drawNormal(random);
    for (let at = 0; at < 36; at++) {
      if (at > 0)
        state = persistence * state + Math.sqrt(passing * (1 - persistence ** 2)) * drawNormal(random);
      if (at % 6 !== 0) continue;
      person.push(who);
      month.push(at);
      value.push(trait + state + Math.sqrt(noise) * drawNormal(random));
    }
  }
  return { person, month, value };
}

const model = (parts: Partial<AnswerModel>): AnswerModel => ({
  lastingVariance: 0,
  passingVariance: 0,
  persistence: 0,
  noiseVariance: 0,
  trueSd: 1,
  reliability: 1,
  people: 0,
  answers: 0,
  ...parts,
});

describe("fitAnswerModel", () => {
  it("finds how much of an answer is lasting, passing and noise", () => {
    const found = fitAnswerModel(simulate(800))!.model;
    expect(found.lastingVariance).toBeGreaterThan(0.35);
    expect(found.lastingVariance).toBeLessThan(0.65);
    expect(found.trueSd ** 2).toBeGreaterThan(0.8);
    expect(found.trueSd ** 2).toBeLessThan(1.2);
    expect(found.reliability).toBeGreaterThan(0.6);
    expect(found.reliability).toBeLessThan(0.85);
  });

  it("says nothing where fewer than fifteen people answered twice", () => {
    expect(fitAnswerModel(simulate(14))).toBeNull();
  });
});

describe("expectedThought", () => {
  const one: Answers = { person: [1], month: [10], value: [2] };

  it("takes 0.8 of one answer of 2 where 0.8 of its variance lasts: 1.6", () => {
    const lasting = model({ lastingVariance: 0.8, noiseVariance: 0.2 });
    expect(expectedThought(lasting, one, 0, 1, 14)).toBeCloseTo(1.6, 12);
  });

  it("lets the passing part fade: 0.5 · 0.9² / 1 · 2 = 0.81 two months later", () => {
    const passing = model({ passingVariance: 0.5, persistence: 0.9, noiseVariance: 0.5 });
    expect(expectedThought(passing, one, 0, 1, 12)).toBeCloseTo(0.81, 12);
  });

  it("knows nothing before the first answer, nor in its own month", () => {
    const lasting = model({ lastingVariance: 0.8, noiseVariance: 0.2 });
    expect(expectedThought(lasting, one, 0, 1, 9)).toBe(0);
    expect(expectedThought(lasting, one, 0, 1, 10)).toBe(0);
  });
});
