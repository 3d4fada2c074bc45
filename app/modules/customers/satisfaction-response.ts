import { z } from "zod";
import { optionalLine, requiredDate } from "./account";

export const satisfactionKinds = ["csat", "nps", "ces"] as const;
export type SatisfactionKind = (typeof satisfactionKinds)[number];

/** Lowest and highest answer of each kind. */
export const satisfactionScales: Readonly<
  Record<SatisfactionKind, { readonly min: number; readonly max: number }>
> = {
  csat: { min: 1, max: 5 },
  nps: { min: 0, max: 10 },
  ces: { min: 1, max: 7 },
};

export const satisfactionForm = z
  .object({
    kind: z.enum(satisfactionKinds, "required"),
    score: z
      .string("required")
      .trim()
      .min(1, "required")
      .regex(/^\d{1,2}$/, "number")
      .transform(Number),
    answeredOn: requiredDate,
    employeeNumber: optionalLine(60),
    contactId: optionalLine(36),
    comment: optionalLine(2_000),
  })
  .superRefine(({ kind, score }, context) => {
    const { min, max } = satisfactionScales[kind];
    if (score < min || score > max) {
      context.addIssue({ code: "custom", path: ["score"], message: `range:${JSON.stringify({ min, max })}` });
    }
  });
export type SatisfactionInput = z.output<typeof satisfactionForm>;
