import { z } from "zod";

const between = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(1, "required")
    .transform((text) => Number(text.replace(",", ".")))
    .refine((value) => value >= min && value <= max, `range:${JSON.stringify({ min, max })}`);

/** The form writes shares in per cent; the month as YYYY-MM. */
export const allocationRuleForm = z.object({
  weeklyHours: between(1, 80),
  practicalPercent: between(50, 100),
  minutesPercent: between(0, 100),
  standardPercent: between(0.1, 100),
  validFrom: z
    .string()
    .trim()
    .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, "month")
    .transform((month) => `${month}-01`),
  note: z
    .string()
    .trim()
    .max(500, 'tooLong:{"max":500}')
    .transform((text) => text || null)
    .optional(),
});
export type AllocationRuleEntry = z.output<typeof allocationRuleForm>;

export function parametersOf(entry: AllocationRuleEntry) {
  return {
    weeklyHours: entry.weeklyHours,
    practicalCapacity: entry.practicalPercent / 100,
    minutesWeight: entry.minutesPercent / 100,
    standardShare: entry.standardPercent / 100,
  };
}
