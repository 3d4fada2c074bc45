import { z } from "zod";

/** What a published rule fixes. Shares of 1; hours a week of one full-time person. */
export const allocationParametersSchema = z.object({
  /** Theoretical capacity: contracted hours a week at full time. */
  weeklyHours: z.number().min(1).max(80),
  /** What is left of it for work after breaks, meetings and learning: 80–85 % by Kaplan and Anderson. */
  practicalCapacity: z.number().min(0.5).max(1),
  /** How much of a person's account time follows the logged minutes; the rest follows the shares. */
  minutesWeight: z.number().min(0).max(1),
  /** Share of time that stands in for an assignment with neither a share nor logged minutes. */
  standardShare: z.number().min(0.001).max(1),
});
export type AllocationParameters = z.infer<typeof allocationParametersSchema>;

export interface AllocationRule {
  readonly version: number;
  readonly parameters: AllocationParameters;
  /** First month it holds for. */
  readonly validFrom: string;
  readonly note: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

/** Holds until the company publishes one of its own. */
export const builtInRule: AllocationRule = {
  version: 1,
  parameters: { weeklyHours: 40, practicalCapacity: 0.8, minutesWeight: 0.5, standardShare: 0.05 },
  validFrom: "1900-01-01",
  note: null,
  publishedBy: null,
  publishedAt: null,
};

/** The rule in force in a month: the highest version that is valid from it or before. */
export function ruleFor(month: string, published: readonly AllocationRule[]): AllocationRule {
  return published.reduce(
    (best, rule) => (rule.validFrom <= month && rule.version > best.version ? rule : best),
    builtInRule,
  );
}

/** Minutes of one full-time calendar day that the rule counts as available. */
export function practicalMinutesPerDay({ weeklyHours, practicalCapacity }: AllocationParameters): number {
  return ((weeklyHours * 60) / 7) * practicalCapacity;
}
