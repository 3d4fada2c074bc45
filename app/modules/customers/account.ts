import { z } from "zod";
import { isCalendarDate } from "~/kernel/calendar";
import { isCurrency, parseMinor } from "~/kernel/money";

export const accountTypes = ["customer", "distributor", "dealer", "agent"] as const;
export type AccountType = (typeof accountTypes)[number];

/** archived, lost or customer: how an account stands on the as-of date. */
export const accountStatuses = ["customer", "lost", "archived"] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** PostgreSQL refuses NUL, and no other control character belongs into a line of text. */
const controlCharacters = /\p{Cc}/gu;

export const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(controlCharacters, " ").trim())
    .pipe(z.string().max(max, `tooLong:{"max":${max}}`));
export const requiredLine = (max: number) => line(max).pipe(z.string().min(1, "required"));
/** Left out and left empty are the same. */
export const optionalLine = (max: number) =>
  line(max)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null);

export const requiredDate = z
  .string()
  .trim()
  .min(1, "required")
  .refine((text) => isCalendarDate(text), "date");
export const optionalDate = z
  .string()
  .trim()
  .refine((text) => text === "" || isCalendarDate(text), "date")
  .transform((text) => text || null)
  .nullish()
  .transform((text) => text ?? null);

/** What a person enters about an account; creating it asks for its owner besides. */
const fields = {
  name: requiredLine(200),
  type: z.enum(accountTypes, "required"),
  parentNumber: optionalLine(60),
  segment: optionalLine(80),
  industry: optionalLine(80),
  region: optionalLine(80),
  country: optionalLine(80),
  acquiredOn: requiredDate,
  acquisitionCost: optionalLine(20)
    .refine((text) => text === null || !/^-\d/.test(text), "notNegative")
    .refine((text) => text === null || /^-?\d{1,15}(\.\d{1,4})?$/.test(text), "money"),
  currency: optionalLine(3)
    .transform((code) => code?.toUpperCase() ?? null)
    .refine((code) => code === null || isCurrency(code), "currency"),
};

type Costed = { acquisitionCost: string | null; currency: string | null };

/** An amount needs its currency, and as many decimals as that currency has. */
function withCost<Value extends Costed>(value: Value, context: z.RefinementCtx) {
  const { acquisitionCost, currency } = value;
  const problem = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  let acquisitionCostMinor: bigint | null = null;
  if (acquisitionCost !== null && currency === null) problem("currency", "required");
  else if (acquisitionCost !== null && currency !== null) {
    acquisitionCostMinor = parseMinor(acquisitionCost, currency);
    if (acquisitionCostMinor === null) problem("acquisitionCost", "money");
  }
  return { ...value, acquisitionCostMinor, currency: acquisitionCostMinor === null ? null : currency };
}

export const accountForm = z.object(fields).transform(withCost);
export type AccountInput = z.output<typeof accountForm>;

export const newAccountForm = z
  .object({ ...fields, accountNumber: requiredLine(60), ownerNumber: requiredLine(60) })
  .transform(withCost);
export type NewAccountInput = z.output<typeof newAccountForm>;

export const churnForm = z.object({ churnedOn: requiredDate, churnReason: optionalLine(200) });
export type ChurnInput = z.output<typeof churnForm>;
