import { z } from "zod";
import {
  optionalCurrency,
  optionalDecimal,
  optionalLine,
  readMoney,
  requiredDate,
  requiredLine,
} from "./form-fields";

/** What one spell fixes: unit, job, manager, hours and, for those who may enter it, pay. */
export const contractFields = {
  unitCode: requiredLine(64),
  jobTitle: optionalLine(200),
  managerNumber: optionalLine(64),
  fte: optionalDecimal({ min: 0.001, max: 2, decimals: 3 }).transform((text) => text ?? "1"),
  annualSalary: optionalLine(20),
  currency: optionalCurrency,
};

export function withSalary<Value extends { annualSalary: string | null; currency: string | null }>(
  value: Value,
  context: z.RefinementCtx,
) {
  const { annualSalary, currency, ...rest } = value;
  const salary = readMoney({ amount: annualSalary, currency }, context, {
    amount: "annualSalary",
    currency: "currency",
  });
  return { ...rest, salary };
}

/** A change from a day on: the spell in force ends there and the next begins. */
export const spellForm = z.object({ startsOn: requiredDate, ...contractFields }).transform(withSalary);
export type SpellInput = z.output<typeof spellForm>;
