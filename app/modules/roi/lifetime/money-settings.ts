import { z } from "zod";
import { formatMinorPlain, isCurrency, parseMinor } from "~/kernel/money";

/** Assumptions that every figure of customer money rests on; published on the lifetime page, each version audited. */
export interface MoneySettings {
  /** 0 for the product's own, until somebody decides otherwise. */
  readonly version: number;
  /** Annual and effective. */
  readonly discountRate: number;
  readonly horizonMonths: number;
  readonly salesCycleMonths: number;
  /** Units whose cost wins customers; empty means those named like sales or marketing. */
  readonly acquisitionUnitIds: readonly string[];
  /** Customers that one customer brings over the horizon. No ledger says who was referred: null until it is assumed. */
  readonly referrals: { readonly perCustomer: number; readonly source: string } | null;
  /** Work on the end of one contract. No ledger has it by customer: null until it is assumed. */
  readonly exitAdministration: ExitAdministration | null;
  readonly setBy: string | null;
  readonly setAt: string | null;
}

export interface ExitAdministration {
  readonly amountMinor: number;
  readonly currency: string;
  readonly source: string;
}

export const defaultMoneySettings: MoneySettings = {
  version: 0,
  discountRate: 0.08,
  horizonMonths: 36,
  salesCycleMonths: 2,
  acquisitionUnitIds: [],
  referrals: null,
  exitAdministration: null,
  setBy: null,
  setAt: null,
};

const between = (least: number, most: number) => `range:${JSON.stringify({ min: least, max: most })}`;

const decimal = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(1, "required")
    .transform((text) => Number(text.replace(",", ".")))
    .refine((value) => value >= least && value <= most, between(least, most));

const source = z.string().trim().max(300, 'tooLong:{"max":300}').default("");

/** The form writes the discount rate in per cent; an assumption left empty is none. */
export const moneySettingsForm = z
  .object({
    discountPercent: decimal(0, 100),
    horizonMonths: decimal(1, 120).refine(Number.isInteger, between(1, 120)),
    salesCycleMonths: decimal(0, 24).refine(Number.isInteger, between(0, 24)),
    unitsBy: z.enum(["name", "choice"]).default("name"),
    /** Ids, joined by commas as a form of checkboxes sends them. */
    unitIds: z
      .string()
      .default("")
      .transform((text) => text.split(",").filter(Boolean))
      .pipe(z.array(z.uuid("invalid"))),
    referrals: z
      .string()
      .trim()
      .default("")
      .transform((text) => (text === "" ? null : Number(text.replace(",", "."))))
      .refine((value) => value === null || (value >= 0 && value <= 100), between(0, 100)),
    referralSource: source,
    exitAmount: z.string().trim().default(""),
    exitCurrency: z.string().trim().toUpperCase().default(""),
    exitSource: source,
    basedOn: z.coerce.number().int().min(0),
  })
  .superRefine((form, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.unitsBy === "choice" && form.unitIds.length === 0) refuse("unitIds", "required");
    if (form.referrals !== null && form.referralSource === "") refuse("referralSource", "required");
    if (form.exitAmount === "") return;
    if (!isCurrency(form.exitCurrency)) refuse("exitCurrency", "currency");
    else {
      const amount = parseMinor(form.exitAmount.replace(",", "."), form.exitCurrency);
      if (amount === null) refuse("exitAmount", "money");
      else if (amount < 0n) refuse("exitAmount", "notNegative");
    }
    if (form.exitSource === "") refuse("exitSource", "required");
  });

export type MoneyAssumptions = Omit<MoneySettings, "version" | "setBy" | "setAt">;

export function assumptionsOf(form: z.output<typeof moneySettingsForm>): MoneyAssumptions {
  const { exitAmount, exitCurrency, exitSource } = form;
  return {
    discountRate: form.discountPercent / 100,
    horizonMonths: form.horizonMonths,
    salesCycleMonths: form.salesCycleMonths,
    acquisitionUnitIds: form.unitsBy === "choice" ? form.unitIds : [],
    referrals: form.referrals === null ? null : { perCustomer: form.referrals, source: form.referralSource },
    exitAdministration:
      exitAmount === ""
        ? null
        : {
            amountMinor: Number(parseMinor(exitAmount.replace(",", "."), exitCurrency)),
            currency: exitCurrency,
            source: exitSource,
          },
  };
}

/** As the form shows what is in force; an amount not assumed yet is asked for in the reporting currency. */
export function typedAssumptions(
  { discountRate, horizonMonths, salesCycleMonths, ...settings }: MoneySettings,
  reportingCurrency: string,
): Record<string, string> {
  const { acquisitionUnitIds, referrals, exitAdministration: exit } = settings;
  return {
    discountPercent: String(Math.round(discountRate * 10_000) / 100),
    horizonMonths: String(horizonMonths),
    salesCycleMonths: String(salesCycleMonths),
    unitsBy: acquisitionUnitIds.length > 0 ? "choice" : "name",
    referrals: referrals ? String(referrals.perCustomer) : "",
    referralSource: referrals?.source ?? "",
    exitAmount: exit ? formatMinorPlain(BigInt(exit.amountMinor), exit.currency) : "",
    exitCurrency: exit?.currency ?? reportingCurrency,
    exitSource: exit?.source ?? "",
  };
}

/** The rate of a month that makes the annual one: (1 + d)^(1/12) − 1. */
export function monthlyDiscount(annual: number): number {
  return (1 + annual) ** (1 / 12) - 1;
}
