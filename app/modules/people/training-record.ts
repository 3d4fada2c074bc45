import { z } from "zod";
import {
  optionalCurrency,
  optionalDecimal,
  optionalLine,
  readMoney,
  requiredDate,
  requiredDecimal,
  requiredLine,
} from "./form-fields";

export const trainingForm = z
  .object({
    course: requiredLine(200),
    hours: requiredDecimal({ min: 0, max: 10_000, decimals: 2 }),
    completedOn: requiredDate,
    cost: optionalLine(20),
    currency: optionalCurrency,
    score: optionalDecimal({ min: 0, max: 100, decimals: 2 }),
  })
  .transform((value, context) => {
    const { cost, currency, ...rest } = value;
    return {
      ...rest,
      fee: readMoney({ amount: cost, currency }, context, { amount: "cost", currency: "currency" }),
    };
  });
export type TrainingInput = z.output<typeof trainingForm>;
