import { z } from "zod";
import { requiredDate } from "./form-fields";

export const leaveReasons = ["voluntary", "involuntary", "retirement", "end_of_contract", "other"] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/** `leftOn` is the first day the person is no longer employed. Whether it is regretted may be left open. */
export const departureForm = z.object({
  leftOn: requiredDate,
  leaveReason: z.enum(leaveReasons, "required"),
  regretted: z
    .enum(["yes", "no", ""], "invalid")
    .nullish()
    .transform((answer) => (answer ? answer === "yes" : null)),
});
export type DepartureInput = z.output<typeof departureForm>;
