import { z } from "zod";
import { criteria, scoreParametersSchema } from "./score-rule";

const points = z
  .string()
  .trim()
  .min(1, "required")
  .transform((text) => Number(text.replace(",", ".")))
  .refine((value) => value >= 0 && value <= 100, 'range:{"min":0,"max":100}');

/** One field a criterion, two for the classes. What is wrong with the whole stands beside the field it is about. */
export const scoreRuleForm = z
  .object({
    ...Object.fromEntries(criteria.map(({ id }) => [id, points])),
    cutA: points,
    cutB: points,
    note: z.string().trim().max(500, 'tooLong:{"max":500}').optional(),
  })
  .transform((entry, context) => {
    const values = entry as Record<string, number | string | undefined>;
    const parsed = scoreParametersSchema.safeParse({
      weights: Object.fromEntries(criteria.map(({ id }) => [id, values[id]])),
      cuts: { a: values["cutA"], b: values["cutB"] },
    });
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const last = String(issue.path.at(-1));
        const path = [last === "a" ? "cutA" : last === "b" ? "cutB" : last];
        context.addIssue({ code: "custom", path, message: issue.message });
      }
      return z.NEVER;
    }
    return { parameters: parsed.data, note: (values["note"] as string | undefined) || null };
  });
