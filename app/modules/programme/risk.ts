import { z } from "zod";
import { isCalendarDate } from "~/kernel/calendar";
import { optionalLine, requiredLine } from "~/modules/people/form-fields";

export const riskLevels = [1, 2, 3, 4, 5] as const;
export type RiskLevel = (typeof riskLevels)[number];

export const riskResponses = ["avoid", "reduce", "transfer", "accept"] as const;
export type RiskResponse = (typeof riskResponses)[number];

const level = z
  .string({ error: "required" })
  .min(1, "required")
  .regex(/^[1-5]$/, 'range:{"min":1,"max":5}')
  .transform(Number);

const optionalDate = optionalLine(10).refine((text) => text === null || isCalendarDate(text), "date");

export const riskForm = z.object({
  title: requiredLine(200),
  probability: level,
  impact: level,
  response: z.enum(riskResponses, "required"),
  responseNote: optionalLine(2_000),
  ownerNumber: optionalLine(60),
  reviewOn: optionalDate,
  closedOn: optionalDate,
});
export type RiskInput = z.output<typeof riskForm>;

export type Severity = "low" | "medium" | "high";

/** Probability times impact: 1–4 low, 5–11 medium, from 12 high. */
export function severityOf(probability: number, impact: number): Severity {
  const score = probability * impact;
  return score >= 12 ? "high" : score >= 5 ? "medium" : "low";
}
