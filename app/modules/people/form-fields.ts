import { z } from "zod";
import { isCalendarDate } from "~/kernel/calendar";
import { isCurrency, parseMinor } from "~/kernel/money";

/** Pieces the forms of this module share. Left out and left empty are the same; messages are keys of `errors.field`. */

/** PostgreSQL refuses NUL, and no other control character belongs into a line of text. */
const controlCharacters = /\p{Cc}/gu;

const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(controlCharacters, " ").trim())
    .pipe(z.string().max(max, `tooLong:{"max":${max}}`));

export const requiredLine = (max: number) =>
  z.string({ error: "required" }).pipe(line(max)).pipe(z.string().min(1, "required"));

export const optionalLine = (max: number) =>
  line(max)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null);

export const optionalEmail = optionalLine(254).refine(
  (text) => text === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  "email",
);

export const requiredDate = z
  .string({ error: "required" })
  .trim()
  .min(1, "required")
  .refine((text) => isCalendarDate(text), "date");

interface Range {
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
}

/** A plain decimal as text, so that the database gets the digits that were typed; null when empty. */
export function optionalDecimal({ min, max, decimals }: Range) {
  const shape = new RegExp(`^\\d+(\\.\\d{1,${decimals}})?$`);
  return optionalLine(20)
    .refine((text) => text === null || /^[+-]?\d+(\.\d+)?$/.test(text), "number")
    .refine(
      (text) =>
        text === null ||
        !/^[+-]?\d+(\.\d+)?$/.test(text) ||
        (shape.test(text) && Number(text) >= min && Number(text) <= max),
      `range:{"min":${min},"max":${max}}`,
    );
}

export const requiredDecimal = (range: Range) =>
  optionalDecimal(range)
    .refine((text) => text !== null, "required")
    .transform((text) => text ?? "0");

export const optionalCurrency = optionalLine(3).transform((code) => code?.toUpperCase() ?? null);

interface MoneyFields {
  readonly amount: string | null;
  readonly currency: string | null;
}

/** An amount needs a currency that exists, and no more decimals than that currency has. Adds the problems to `context`. */
export function readMoney(
  { amount, currency }: MoneyFields,
  context: z.RefinementCtx,
  names: { readonly amount: string; readonly currency: string; readonly mayBeNegative?: boolean },
): { minor: bigint; currency: string } | null {
  const refuse = (path: string, message: string) => {
    context.addIssue({ code: "custom", path: [path], message });
    return null;
  };
  if (currency !== null && !isCurrency(currency)) return refuse(names.currency, "currency");
  if (amount === null) return null;
  if (currency === null) return refuse(names.currency, "required");
  const minor = parseMinor(amount, currency);
  if (minor === null) return refuse(names.amount, "money");
  if (minor < 0n && !names.mayBeNegative) return refuse(names.amount, "notNegative");
  return { minor, currency };
}
