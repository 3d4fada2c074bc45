import { z } from "zod";
import { isCalendarDate } from "~/kernel/calendar";
import { optionalLine, requiredLine } from "~/modules/people/form-fields";

export const charterForm = z.object({
  name: requiredLine(120),
  purpose: requiredLine(2_000),
  sponsorNumber: requiredLine(60),
  startsOn: optionalLine(10).refine((text) => text === null || isCalendarDate(text), "date"),
});
export type CharterInput = z.output<typeof charterForm>;

/** One matter, one who decides, one who does the work: two of either and nobody is responsible. */
export const responsibilityForm = z.object({
  matter: requiredLine(200),
  decidesNumber: requiredLine(60),
  doesNumber: requiredLine(60),
  consulted: optionalLine(300),
  informed: optionalLine(300),
});
export type ResponsibilityInput = z.output<typeof responsibilityForm>;
