import { z } from "zod";
import { isCalendarDate } from "~/kernel/calendar";
import { optionalLine, requiredDate, requiredLine } from "~/modules/people/form-fields";

/** What the log can be narrowed to. */
export const problemStates = ["open", "closed", "archived"] as const;
export type ProblemState = (typeof problemStates)[number];

/** What the problem log (问题档案) keeps of one problem; closing it needs a word on how it was solved. */
export const problemForm = z
  .object({
    title: requiredLine(300),
    foundOn: requiredDate,
    cause: optionalLine(4_000),
    solution: optionalLine(4_000),
    ownerNumber: optionalLine(60),
    closedOn: optionalLine(10).refine((text) => text === null || isCalendarDate(text), "date"),
  })
  .superRefine(({ foundOn, closedOn, solution }, context) => {
    if (closedOn === null) return;
    if (closedOn < foundOn)
      context.addIssue({ code: "custom", path: ["closedOn"], message: "closedBeforeFound" });
    if (solution === null)
      context.addIssue({ code: "custom", path: ["solution"], message: "closedNeedsSolution" });
  });
export type ProblemInput = z.output<typeof problemForm>;
