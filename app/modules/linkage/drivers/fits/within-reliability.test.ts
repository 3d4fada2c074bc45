import { expect, it } from "vitest";
import { drawNormal } from "~/stats/random/draws";
import { createGenerator } from "~/stats/random/generator";
import { type AnswerModel, expectedThought } from "./answer-model";
import type { Thoughts } from "./thoughts";
import { withinReliability } from "./within-reliability";

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

it("is the slope that a true effect of 1 shows when people are compared with themselves", () => {
  const random = createGenerator("within");
  const person: number[] = [];
  const month: number[] = [];
  const value: number[] = [];
  const rangeOf = new Map<number, [number, number]>();
  const truths: Float64Array[] = [];
  const people = 600;
  for (let who = 0; who < people; who++) {
    const trait = Math.sqrt(0.5) * drawNormal(random);
    let state = Math.sqrt(0.5) * drawNormal(random);
    const truth = new Float64Array(36);
    const from = value.length;
    for (let at = 0; at < 36; at++) {
      if (at > 0) state = 0.9 * state + Math.sqrt(0.5 * 0.19) * drawNormal(random);
      truth[at] = trait + state;
      if (at % 6 !== 3) continue;
      person.push(who);
      month.push(at);
      value.push(truth[at]! + Math.sqrt(0.3) * drawNormal(random));
    }
    rangeOf.set(who, [from, value.length]);
    truths.push(truth);
  }
  const answers = { person, month, value };
  const thoughts: Thoughts = {
    model,
    plausible: [model],
    answers,
    rangeOf,
    standardised: new Float32Array(),
    raw: new Float32Array(),
  };
  const weights = new Map(
    Array.from(
      { length: people },
      (_, who) => [who, new Map(Array.from({ length: 36 }, (_, at) => [at, 1]))] as const,
    ),
  );

  let across = 0;
  let squares = 0;
  for (let who = 0; who < people; who++) {
    const [from, to] = rangeOf.get(who)!;
    const expected = Float64Array.from({ length: 36 }, (_, at) =>
      expectedThought(model, answers, from, to, at),
    );
    const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / 36;
    const [meanExpected, meanTruth] = [mean(expected), mean(truths[who]!)];
    for (let at = 0; at < 36; at++) {
      across += (expected[at]! - meanExpected) * (truths[who]![at]! - meanTruth);
      squares += (expected[at]! - meanExpected) ** 2;
    }
  }
  const slope = across / squares;
  expect(slope).toBeLessThan(0.5);
  expect(withinReliability(thoughts, weights)).toBeCloseTo(slope, 1);
});
