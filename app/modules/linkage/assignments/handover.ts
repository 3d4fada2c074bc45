import { z } from "zod";
import { isCalendarDate } from "~/kernel/calendar";
import { assignmentEndCauses, assignmentRoles } from "./assignment";

const day = z.string().min(1, "required").refine(isCalendarDate, "date");

export const handoverDetails = z.object({
  handedOn: day,
  cause: z.enum(assignmentEndCauses, { error: "required" }),
});
export type HandoverDetails = z.infer<typeof handoverDetails>;

/** Form fields `to.<assignment id>` hold the successor's id, or nothing where the assignment stays as it is. */
export function choicesOf(values: Readonly<Record<string, string>>): Record<string, string | null> {
  const choices: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(values))
    if (name.startsWith("to.")) choices[name.slice(3)] = value || null;
  return choices;
}

const share = z
  .string()
  .transform((text) => text.replace(",", "."))
  .refine(
    (text) => text === "" || (/^\d{1,3}(\.\d)?$/.test(text) && Number(text) <= 100),
    'range:{"min":0,"max":100}',
  )
  .transform((text) => (text === "" ? null : Number(text) / 100));

/** Shares are typed in per cent. */
export const assignmentEntry = z.object({
  employeeNumber: z.string().min(1, "required"),
  role: z.enum(assignmentRoles, { error: "required" }),
  sharePercent: share,
  startsOn: day,
});
export type AssignmentEntry = z.infer<typeof assignmentEntry>;

export const assignmentEnd = z.object({
  endsOn: day,
  cause: z.enum(assignmentEndCauses, { error: "required" }),
});

export const shareChange = z.object({
  sharePercent: share.refine((value) => value !== null, "required"),
  changedOn: day,
});
