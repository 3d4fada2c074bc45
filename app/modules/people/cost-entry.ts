import { z } from "zod";
import { optionalCurrency, optionalLine, readMoney, requiredDate, requiredLine } from "./form-fields";

/** The seven categories of the staff ledger, in the order every page shows them. */
export const costCategories = [
  "compensation",
  "training",
  "retention",
  "acquisition",
  "productivity",
  "morale",
  "turnover",
] as const;
export type CostCategory = (typeof costCategories)[number];

/** The kinds under which an amount may be below zero; the words people type for them mean the same. */
export const reducingKinds = ["credit", "correction"] as const;
const reducingWords: Readonly<Record<string, (typeof reducingKinds)[number]>> = {
  credit: "credit",
  冲减: "credit",
  correction: "correction",
  更正: "correction",
};

export const costForm = z
  .object({
    category: z.enum(costCategories, "required"),
    kind: optionalLine(100).transform((kind) =>
      kind === null ? null : (reducingWords[kind.toLowerCase()] ?? kind),
    ),
    amount: requiredLine(20),
    currency: optionalCurrency,
    incurredOn: requiredDate,
    note: optionalLine(500),
  })
  .transform((value, context) => {
    const { amount, currency, ...rest } = value;
    const money = readMoney({ amount, currency }, context, {
      amount: "amount",
      currency: "currency",
      mayBeNegative: true,
    });
    if (money && money.minor < 0n && !reducingKinds.some((kind) => kind === rest.kind)) {
      context.addIssue({ code: "custom", path: ["amount"], message: "negativeNeedsKind" });
    }
    return { ...rest, money: money ?? z.NEVER };
  });
export type CostInput = z.output<typeof costForm>;
