import { z } from "zod";
import { isCalendarDate } from "~/kernel/calendar";
import { optionalLine, requiredLine } from "~/modules/people/form-fields";

/** The four questions that stop most investments in customer relationships: 四大障碍. */
export const readinessQuestions = ["return", "scope", "selection", "complexity"] as const;
/** The five things to do before: 实施前必须做的五件事. */
const readinessPreparations = [
  "instil_idea",
  "diagnose",
  "segment",
  "partner_model",
  "service_centre",
] as const;
export const readinessItems = [...readinessQuestions, ...readinessPreparations] as const;
export type ReadinessItem = (typeof readinessItems)[number];

export function isReadinessItem(text: string): text is ReadinessItem {
  return readinessItems.includes(text as ReadinessItem);
}

export const readinessStatuses = ["open", "in_progress", "done"] as const;
export type ReadinessStatus = (typeof readinessStatuses)[number];

export const readinessForm = z
  .object({
    status: z.enum(readinessStatuses, "required"),
    answer: optionalLine(4_000),
    ownerNumber: optionalLine(60),
  })
  .refine(({ status, answer }) => status !== "done" || answer !== null, {
    path: ["answer"],
    message: "doneNeedsAnswer",
  });
export type ReadinessInput = z.output<typeof readinessForm>;

const webAddress = optionalLine(500).refine(
  (text) => text === null || /^https?:\/\/[^\s]+$/i.test(text) || /^\/[^/\s][^\s]*$/.test(text),
  "link",
);

export const evidenceForm = z.object({
  text: requiredLine(1_000),
  link: webAddress,
  datedOn: z
    .string({ error: "required" })
    .trim()
    .min(1, "required")
    .refine((text) => isCalendarDate(text), "date"),
});
export type EvidenceInput = z.output<typeof evidenceForm>;
