import { z } from "zod";
import { optionalLine, requiredDate, requiredLine } from "./account";
import { optionalTime } from "./interaction";

export const casePriorities = ["low", "normal", "high", "urgent"] as const;
export type CasePriority = (typeof casePriorities)[number];

export const openCaseForm = z.object({
  caseNumber: requiredLine(60),
  subject: requiredLine(500),
  priority: z.enum(casePriorities, "required"),
  openedOn: requiredDate,
  openedTime: optionalTime,
  employeeNumber: optionalLine(60),
});
export type OpenCaseInput = z.output<typeof openCaseForm>;

export const resolveCaseForm = z.object({ resolvedOn: requiredDate, resolvedTime: optionalTime });
export type ResolveCaseInput = z.output<typeof resolveCaseForm>;
