import { z } from "zod";
import { optionalLine, requiredLine } from "~/modules/people/form-fields";

/** Paragraphs are kept; other control characters belong into no text. */
const paragraphs = (max: number) =>
  z
    .string({ error: "required" })
    .transform((text) =>
      text
        .replaceAll("\r\n", "\n")
        .replace(/[^\P{Cc}\n]/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1, "required").max(max, `tooLong:{"max":${max}}`));

export const announcementForm = z.object({
  title: requiredLine(160),
  body: paragraphs(8_000),
  unitCode: optionalLine(60),
  asksToConfirm: optionalLine(3).transform((value) => value === "yes"),
});
export type AnnouncementInput = z.output<typeof announcementForm>;

export const feedbackForm = z.object({
  text: paragraphs(2_000),
  anonymous: optionalLine(3).transform((value) => value === "yes"),
});
export type FeedbackInput = z.output<typeof feedbackForm>;

export const answerForm = z.object({ answer: paragraphs(4_000) });
