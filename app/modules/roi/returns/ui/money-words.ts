import type { Formatter } from "~/i18n/format";

/** Overview money of draws, which are no whole minor units. */
export function writeMoney(
  format: Formatter,
  minor: number | null,
  currency: string,
  signed = false,
): string {
  return format.compactMoney(minor === null ? null : Math.round(minor), currency, { signed });
}

/** With its unit: "+1,253 k€". */
export function writeMoneyWithUnit(
  format: Formatter,
  minor: number,
  currency: string,
  signed = false,
): string {
  return `${writeMoney(format, minor, currency, signed)} ${format.moneyUnit(currency)}`;
}
