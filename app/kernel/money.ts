/** Money is a whole number of minor units (cents) with an ISO 4217 currency; floating point never holds it. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

const digitsByCurrency = new Map<string, number>();

/** How many minor digits the currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits =
      new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ??
      2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/** Known to this runtime as a currency. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code);
}

/**
 * Reads a plain decimal ("1234.5", "-3") into minor units; null when it is no number or has more decimals than the
 * currency. Grouping marks and decimal commas are the caller's to resolve, since only it knows the convention.
 */
export function parseMinor(text: string, currency: string): bigint | null {
  const parts = /^([+-]?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  if (!parts) return null;
  const digits = minorDigits(currency);
  const fraction = (parts[3] ?? "").replace(/0+$/, "");
  if (fraction.length > digits) return null;
  const minor = BigInt(parts[2] + fraction.padEnd(digits, "0"));
  return parts[1] === "-" ? -minor : minor;
}

/** Minor units as a plain decimal, for files and form fields: 123450n EUR is "1234.50". */
export function formatMinorPlain(minor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const negative = minor < 0n;
  const text = (negative ? -minor : minor).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const sign = negative ? "-" : "";
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
}
