import { z } from "zod";
import { contractFields, withSalary } from "./employment-spell";
import { optionalDecimal, optionalEmail, requiredDate, requiredLine } from "./form-fields";

const employeeStatuses = ["active", "joining", "left"] as const;
export type EmployeeStatus = (typeof employeeStatuses)[number];

const personFields = {
  employeeNumber: requiredLine(64),
  name: requiredLine(200),
  email: optionalEmail,
  hiredOn: requiredDate,
  /** Scored at hiring, 0 to 100. */
  serviceOrientation: optionalDecimal({ min: 0, max: 100, decimals: 2 }),
};

export const employeeForm = z.object(personFields);
export type EmployeeInput = z.output<typeof employeeForm>;

/** A new employee comes with the first spell, which begins on the day of joining. */
export const newEmployeeForm = z.object({ ...personFields, ...contractFields }).transform(withSalary);
export type NewEmployeeInput = z.output<typeof newEmployeeForm>;

/** active on the first day, left from the day that `leftOn` names: both ends of the half-open period. */
export function statusOn(
  { hiredOn, leftOn }: { hiredOn: string; leftOn: string | null },
  day: string,
): EmployeeStatus {
  if (leftOn !== null && leftOn <= day) return "left";
  return hiredOn > day ? "joining" : "active";
}
