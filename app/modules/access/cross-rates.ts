import type { Month } from "~/kernel/calendar";

/** Units of the reporting currency for one unit of `currency`, as exact decimal text. */
export interface MonthlyRate {
  readonly currency: string;
  readonly month: Month;
  readonly rate: string;
}

export interface CrossRates {
  readonly rates: readonly MonthlyRate[];
  /** Months in which a currency has a rate now and none towards the new reporting currency. */
  readonly missing: readonly { readonly currency: string; readonly month: Month }[];
}

const decimals = 10;
const scale = 10n ** BigInt(decimals);

/** "0.92" as whole ten-thousand-millionths. */
function scaled(rate: string): bigint {
  const [whole = "0", fraction = ""] = rate.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0").slice(0, decimals));
}

function plain(units: bigint): string {
  const digits = units.toString().padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, "");
}

/** numerator ÷ denominator to ten decimals, halves rounded up; exact, as money is. */
function divide(numerator: bigint, denominator: bigint): bigint {
  return (numerator * scale * 2n + denominator) / (denominator * 2n);
}

/**
 * The rates towards another reporting currency, each through the old one of the same month: a currency worth r, where the
 * new one is worth s, is worth r ÷ s of it; the old one is worth 1 ÷ s. A month without a rate of the new currency has none.
 */
export function crossRates(rates: readonly MonthlyRate[], from: string, to: string): CrossRates {
  const towards = new Map(
    rates.filter((rate) => rate.currency === to).map((rate) => [rate.month, scaled(rate.rate)]),
  );
  const crossed: MonthlyRate[] = [];
  const missing: { currency: string; month: Month }[] = [];
  const cross = (currency: string, month: Month, worth: bigint) => {
    const unit = towards.get(month);
    const rate = unit ? divide(worth, unit) : 0n;
    if (rate > 0n) crossed.push({ currency, month, rate: plain(rate) });
    else missing.push({ currency, month });
  };
  for (const month of [...new Set(rates.map((rate) => rate.month))].sort()) {
    cross(from, month, scale);
    for (const rate of rates)
      if (rate.month === month && rate.currency !== to) cross(rate.currency, month, scaled(rate.rate));
  }
  return { rates: crossed, missing };
}
