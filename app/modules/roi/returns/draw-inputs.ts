/** What is uncertain, how it is drawn, and the draws themselves. The same seed gives the same draws on server and client. */
import { normalQuantile } from "~/stats/distributions/normal";
import { drawBeta, drawLogNormal, multivariateNormalSampler } from "~/stats/random/draws";
import { createGenerator } from "~/stats/random/generator";

/** Coefficients of one analysis, drawn together: β ~ N(β̂, V̂). `covariance` row by row. */
export interface EffectsInput {
  readonly kind: "effects";
  readonly spec: string;
  readonly keys: readonly string[];
  readonly estimates: readonly number[];
  readonly covariance: readonly number[];
}

/** A share or monthly probability: Beta(a, b). */
export interface RateInput {
  readonly kind: "rate";
  readonly key: string;
  readonly a: number;
  readonly b: number;
}

/** An amount above 0: log-normal, its median `base`; `low` and `high` are as far apart as its 5th and 95th percentile. */
export interface AmountInput {
  readonly kind: "amount";
  readonly key: string;
  readonly base: number;
  readonly low: number;
  readonly high: number;
}

/** Known, or taken as known. */
export interface FixedInput {
  readonly kind: "fixed";
  readonly key: string;
  readonly value: number;
}

export type Input = EffectsInput | RateInput | AmountInput | FixedInput;

export interface DrawnInput {
  readonly key: string;
  readonly kind: Input["kind"];
  /** The value of the base case. */
  readonly estimate: number;
  readonly draws: Float64Array;
}

export const drawCount = 10_000;
export const drawSeed = "return on people";

const spread90 = 2 * normalQuantile(0.95);

/**
 * Each input has a stream of its own, named by its key: adding a programme or moving a lever leaves the draws of all others
 * as they were, so that two scenarios differ by their levers and not by luck.
 */
export function drawInputs(
  inputs: readonly Input[],
  count = drawCount,
  seed: string = drawSeed,
): DrawnInput[] {
  const root = createGenerator(seed);
  return inputs.flatMap((input): DrawnInput[] => {
    if (input.kind === "effects") return drawEffects(input, count, root.split(`effects ${input.spec}`));
    const g = root.split(input.key);
    const { estimate, draw } = samplerOf(input, g);
    return [
      { key: input.key, kind: input.kind, estimate, draws: Float64Array.from({ length: count }, draw) },
    ];
  });
}

function samplerOf(
  input: Exclude<Input, EffectsInput>,
  g: ReturnType<typeof createGenerator>,
): { estimate: number; draw: () => number } {
  switch (input.kind) {
    case "rate":
      return { estimate: input.a / (input.a + input.b), draw: () => drawBeta(g, input.a, input.b) };
    case "amount": {
      const { base, low, high } = input;
      if (!(low > 0 && high > low && base > 0)) return { estimate: base, draw: () => base };
      const deviation = Math.log(high / low) / spread90;
      return { estimate: base, draw: () => drawLogNormal(g, Math.log(base), deviation) };
    }
    case "fixed":
      return { estimate: input.value, draw: () => input.value };
  }
}

function drawEffects(
  { keys, estimates, covariance }: EffectsInput,
  count: number,
  g: ReturnType<typeof createGenerator>,
): DrawnInput[] {
  const size = keys.length;
  const columns = keys.map(() => new Float64Array(count));
  const sample = multivariateNormalSampler(estimates, {
    rows: size,
    columns: size,
    values: Float64Array.from(covariance),
  });
  for (let i = 0; i < count; i++) {
    const one = sample(g);
    for (let j = 0; j < size; j++) columns[j]![i] = one[j]!;
  }
  return keys.map((key, j) => ({ key, kind: "effects", estimate: estimates[j]!, draws: columns[j]! }));
}
