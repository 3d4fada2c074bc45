import type { Formatter } from "~/i18n/format";

/** "0.031"; below a thousandth more digits say nothing. */
export function pText(format: Formatter, p: number): string {
  return p < 0.001 ? `< ${format.number(0.001, { decimals: 3 })}` : format.number(p, { decimals: 3 });
}
