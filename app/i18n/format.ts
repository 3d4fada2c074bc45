import { formatMinorPlain, minorDigits } from "~/kernel/money";
import { type Locale, languageTags } from "./locales";

/** How a locale writes numbers, dates and money. Every figure on a page goes through here. */
export interface Formatter {
  /** "1,234.5"; a true minus sign; a dash for null. */
  number(value: number | null, options?: { decimals?: number; signed?: boolean }): string;
  /** A share in 0–1 as "82.4 %" without the sign: units stand beside the figure. */
  percent(share: number | null, options?: { decimals?: number; signed?: boolean }): string;
  /** Ledger money: with the currency's decimals and without its name. */
  money(minor: bigint | number | string | null, currency: string): string;
  /** Overview money: thousands in English ("418"), 万 in Chinese ("41.8"); the unit is `moneyUnit`. */
  compactMoney(
    minor: bigint | number | string | null,
    currency: string,
    options?: { signed?: boolean },
  ): string;
  /** "k€" in English, "万欧元" in Chinese. */
  moneyUnit(currency: string): string;
  currencyName(currency: string): string;
  /** "31 Oct 2026", "2026-10-31". */
  date(isoDate: string | null): string;
  /** "Oct 2026", "2026-10". */
  month(isoMonth: string | null): string;
  /** "Oct", "10月": for axes. */
  shortMonth(isoMonth: string): string;
  dateTime(instant: string | Date | null, timeZone: string): string;
  /** "a, b, and c"; "a、b和c". */
  list(texts: readonly string[]): string;
}

const dash = "–";
const formatters = new Map<Locale, Formatter>();

export function formatterFor(locale: Locale): Formatter {
  let formatter = formatters.get(locale);
  if (!formatter) {
    formatter = createFormatter(locale);
    formatters.set(locale, formatter);
  }
  return formatter;
}

function createFormatter(locale: Locale): Formatter {
  const tag = languageTags[locale];
  const numberFormats = new Map<string, Intl.NumberFormat>();
  const numberFormat = (decimals: number, signed: boolean) => {
    const key = `${decimals}${signed}`;
    let format = numberFormats.get(key);
    if (!format) {
      format = new Intl.NumberFormat(tag, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        signDisplay: signed ? "exceptZero" : "auto",
      });
      numberFormats.set(key, format);
    }
    return format;
  };
  const write = (value: number, decimals: number, signed: boolean) => {
    const text = numberFormat(decimals, signed).format(value).replace("-", "−");
    return /^[−+]?[0.,]+$/.test(text) ? text.replace(/^[−+]/, "") : text;
  };
  const dateFormat = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
  const shortMonthFormat = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
  const listFormat = new Intl.ListFormat(locale);
  const currencyNames = new Intl.DisplayNames(tag, { type: "currency" });
  const moneyUnits = new Map<string, string>();
  const zoned = new Map<string, Intl.DateTimeFormat>();

  return {
    number: (value, { decimals = 0, signed = false } = {}) =>
      value === null ? dash : write(value, decimals, signed),
    percent: (share, { decimals = 1, signed = false } = {}) =>
      share === null ? dash : write(share * 100, decimals, signed),
    money(minor, currency) {
      if (minor === null) return dash;
      const plain = formatMinorPlain(BigInt(minor), currency);
      const [whole = "0", fraction] = plain.replace("-", "").split(".");
      const grouped = numberFormat(0, false).format(BigInt(whole));
      return `${plain.startsWith("-") ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
    },
    compactMoney(minor, currency, { signed = false } = {}) {
      if (minor === null) return dash;
      const units = Number(minor) / 10 ** minorDigits(currency);
      if (locale === "zh") {
        const tenThousands = units / 10_000;
        return write(tenThousands, Math.abs(tenThousands) < 1 && tenThousands !== 0 ? 2 : 1, signed);
      }
      const thousands = units / 1_000;
      return write(thousands, Math.abs(thousands) < 10 && thousands !== 0 ? 1 : 0, signed);
    },
    moneyUnit(currency) {
      let unit = moneyUnits.get(currency);
      if (unit === undefined) {
        unit =
          locale === "zh" ? `万${currencyNames.of(currency) ?? currency}` : `k${symbolOf(tag, currency)}`;
        moneyUnits.set(currency, unit);
      }
      return unit;
    },
    currencyName: (currency) => currencyNames.of(currency) ?? currency,
    date: (isoDate) =>
      isoDate === null
        ? dash
        : locale === "zh"
          ? isoDate.slice(0, 10)
          : dateFormat.format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)),
    month: (isoMonth) =>
      isoMonth === null
        ? dash
        : locale === "zh"
          ? isoMonth.slice(0, 7)
          : monthFormat.format(new Date(`${isoMonth.slice(0, 7)}-01T00:00:00Z`)),
    shortMonth: (isoMonth) =>
      locale === "zh"
        ? `${Number(isoMonth.slice(5, 7))}月`
        : shortMonthFormat.format(new Date(`${isoMonth.slice(0, 7)}-01T00:00:00Z`)),
    dateTime(instant, timeZone) {
      if (instant === null) return dash;
      let format = zoned.get(timeZone);
      if (!format) {
        format = new Intl.DateTimeFormat(locale === "zh" ? "sv-SE" : "en-GB", {
          day: locale === "zh" ? "2-digit" : "numeric",
          month: locale === "zh" ? "2-digit" : "short",
          year: "numeric",
          hour: "2-digit",
          minute: "2-digit",
          timeZone,
        });
        zoned.set(timeZone, format);
      }
      return format.format(new Date(instant));
    },
    list: (texts) => listFormat.format(texts),
  };
}

/** "€", "$"; the code where the currency has no sign of its own. */
function symbolOf(tag: string, currency: string): string {
  const parts = new Intl.NumberFormat(tag, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}
