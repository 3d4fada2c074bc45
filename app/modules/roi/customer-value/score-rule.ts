import { z } from "zod";

/** What an account is worth today, and what it could be: each criterion gives 0–100 points to one of the two. */
export const criteria = [
  { id: "revenue", axis: "current" },
  { id: "margin", axis: "current" },
  { id: "satisfaction", axis: "current" },
  { id: "loyalty", axis: "current" },
  { id: "payment", axis: "current" },
  { id: "growth", axis: "potential" },
  { id: "potential", axis: "potential" },
] as const;
export type CriterionId = (typeof criteria)[number]["id"];
export type Axis = (typeof criteria)[number]["axis"];

const weight = z.number().min(0).max(100);
const cut = z.number().min(0).max(100);

export const scoreParametersSchema = z
  .object({
    weights: z.object({
      revenue: weight,
      margin: weight,
      satisfaction: weight,
      loyalty: weight,
      payment: weight,
      growth: weight,
      potential: weight,
    }),
    /** Score from which an account is in class A, and in class B. */
    cuts: z.object({ a: cut, b: cut }),
  })
  .refine(({ cuts }) => cuts.a > cuts.b, { path: ["cuts", "a"], message: "cutOrder" })
  .refine(({ weights }) => sumOf(weights, "current") > 0, {
    path: ["weights", "revenue"],
    message: "noWeight",
  })
  .refine(({ weights }) => sumOf(weights, "potential") > 0, {
    path: ["weights", "growth"],
    message: "noWeight",
  });
export type ScoreParameters = z.infer<typeof scoreParametersSchema>;

function sumOf(weights: Readonly<Record<CriterionId, number>>, axis: Axis): number {
  return criteria
    .filter((criterion) => criterion.axis === axis)
    .reduce((sum, { id }) => sum + weights[id], 0);
}

export interface ScoreRule {
  readonly version: number;
  readonly parameters: ScoreParameters;
  readonly note: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

/** Holds until the company publishes one of its own. */
export const builtInScoreRule: ScoreRule = {
  version: 1,
  parameters: {
    weights: {
      revenue: 25,
      margin: 35,
      satisfaction: 20,
      loyalty: 20,
      payment: 0,
      growth: 50,
      potential: 50,
    },
    cuts: { a: 65, b: 40 },
  },
  note: null,
  publishedBy: null,
  publishedAt: null,
};

/** A score says something only where at least this part of the weight of its axis could be measured. */
export const leastMeasuredShare = 0.5;

export const valueClasses = ["a", "b", "c"] as const;
export type ValueClass = (typeof valueClasses)[number];
