import { z } from "zod";
import { isCalendarDate } from "~/kernel/calendar";
import { isCurrency } from "~/kernel/money";

const currency = z
  .string()
  .transform((text) => text.toUpperCase())
  .refine(isCurrency, "currency");

export const settingsEntry = z.object({
  name: z.string().min(1, "required").max(120, 'tooLong:{"max":120}'),
  reportingCurrency: currency,
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", "timeZone"),
});
export type SettingsEntry = z.infer<typeof settingsEntry>;

export const exchangeRateEntry = z.object({
  currency,
  month: z
    .string()
    .transform((text) => `${text.slice(0, 7)}-01`)
    .refine(isCalendarDate, "month"),
  rate: z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,10})?$/, "rate"),
});
export type ExchangeRateEntry = z.infer<typeof exchangeRateEntry>;
