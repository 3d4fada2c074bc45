import { isCurrency, minorDigits, parseMinor } from "~/kernel/money";
import { restoreFormula } from "../csv-writer";
import type { ColumnType, ImportColumn } from "../kinds/kind";
import { normaliseHeader } from "../kinds/match-headers";
import { type Problem, quoted } from "../problem";
import type { Conventions } from "./conventions";
import { needsDateOrder, readDate, readDateOrMonth } from "./read-date";
import { needsDecimalMark, readDecimal } from "./read-decimal";
import { readInstant } from "./read-instant";

/**
 * Reads a trimmed, non-blank cell into its canonical text: ISO days, plain decimals, minor units, the word of a choice.
 * Gives a problem instead when the cell cannot be read. `currency` is the row's, for money.
 */
export type CellReader = (cell: string, currency: string) => string | Problem;

/** A file that was read on the assumption of ISO days and decimal points holds a value that needs a decision. */
export class ConventionNeeded extends Error {}

export interface CellContext {
  readonly conventions: Conventions;
  /** Which of the conventions are only assumed until a value needs a decision. */
  readonly assumed: { readonly dates: boolean; readonly decimal: boolean };
  /** Company time zone; days written as instants of another zone are moved into it. */
  readonly timeZone: string;
  readonly reportingCurrency: string;
  /** Currencies with at least one exchange rate. */
  readonly ratedCurrencies: ReadonlySet<string>;
}

const rememberedValues = 20_000;
const mailAddress = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;.]{2,}$/;

export function compileCell(column: ImportColumn, context: CellContext): CellReader {
  const { conventions, assumed } = context;
  const name = column.name;
  const type: ColumnType = column.type;
  const bad = (code: string, cell: string, params: Problem["params"] = {}): Problem => ({
    code,
    column: name,
    params: { ...params, value: quoted(cell) },
  });
  const number = (cell: string): string | null => {
    if (assumed.decimal && needsDecimalMark(cell)) throw new ConventionNeeded();
    return readDecimal(cell, conventions.decimal);
  };
  const longText = (max: number, code: string) => (cell: string) => {
    const text = restoreFormula(cell);
    return text.length > max ? bad(code, text.slice(0, 20), { max, length: text.length }) : text;
  };
  switch (type.is) {
    case "text":
      return longText(type.max, "tooLong");
    case "reference":
      return longText(200, "tooLong");
    case "email":
      return (cell) =>
        cell.length > 254
          ? bad("tooLong", cell, { max: 254, length: cell.length })
          : mailAddress.test(cell)
            ? cell
            : bad("email", cell);
    case "date":
    case "dateOrMonth": {
      const read = type.is === "date" ? readDate : readDateOrMonth;
      return remembering((cell) => {
        if (assumed.dates && needsDateOrder(cell)) throw new ConventionNeeded();
        const day = read(cell, conventions.dates) ?? dayOfInstant(cell, context);
        return day ?? bad(needsDateOrder(cell) ? `date_${conventions.dates}` : "date", cell);
      });
    }
    case "instant":
      return (cell) => {
        if (assumed.dates && needsDateOrder(cell)) throw new ConventionNeeded();
        const moment = readInstant(cell, conventions.dates);
        if (!moment) return bad(needsDateOrder(cell) ? `date_${conventions.dates}` : "instant", cell);
        return `${moment.date} ${moment.time}${moment.zone}`;
      };
    case "decimal":
      return (cell) => {
        const value = number(cell);
        if (value === null) return bad(`number_${conventions.decimal}`, cell);
        if (Number(value) < type.min || Number(value) > type.max)
          return bad("range", cell, { min: type.min, max: type.max });
        // A measure is no amount: what a programme computed and wrote in full is the same to as many decimals as are kept.
        const decimals = value.split(".")[1]?.length ?? 0;
        return decimals > type.decimals ? Number(value).toFixed(type.decimals) : value;
      };
    case "integer":
      return (cell) => {
        const value = number(cell)?.replace(/\.0+$/, "");
        if (value === undefined) return bad(`number_${conventions.decimal}`, cell);
        if (!/^-?\d+$/.test(value)) return bad("wholeNumber", cell);
        return Number(value) < type.min || Number(value) > type.max
          ? bad("range", cell, { min: type.min, max: type.max })
          : String(Number(value));
      };
    case "money":
      return (cell, currency) => {
        const value = number(cell);
        if (value === null) return bad(`money_${conventions.decimal}`, cell);
        const minor = minorText(value, currency);
        if (minor === null) return bad("moneyDecimals", cell, { currency });
        return !type.mayBeNegative && minor.charCodeAt(0) === 45 ? bad("negative", cell) : minor;
      };
    case "currency":
      return remembering((cell) => {
        const code = cell.toUpperCase();
        if (!isCurrency(code)) return bad("currency", cell);
        return code === context.reportingCurrency || context.ratedCurrencies.has(code)
          ? code
          : bad("noRate", code, { currency: code, reporting: context.reportingCurrency });
      });
    case "anyCurrency":
      return remembering((cell) =>
        isCurrency(cell.toUpperCase()) ? cell.toUpperCase() : bad("currency", cell),
      );
    case "choice": {
      const words = new Map<string, string>();
      for (const [word, synonyms] of Object.entries(type.words)) {
        for (const each of [word, ...synonyms]) words.set(normaliseHeader(each), word);
      }
      const choices = Object.keys(type.words).join(", ");
      return remembering((cell) => words.get(normaliseHeader(cell)) ?? bad("choice", cell, { choices }));
    }
    case "flag":
      return (cell) => flags.get(cell.toLowerCase()) ?? bad("flag", cell);
  }
}

const flags = new Map([
  ...["yes", "y", "true", "t", "1", "x", "是", "对", "真"].map((word) => [word, "true"] as const),
  ...["no", "n", "false", "f", "0", "否", "不是", "假"].map((word) => [word, "false"] as const),
]);

/** The value in minor units. Nearly all amounts have as many decimals as their currency: no arithmetic is needed. */
function minorText(value: string, currency: string): string | null {
  const digits = minorDigits(currency);
  const point = value.indexOf(".");
  const first = value.charCodeAt(0);
  if (first > 48 && value.length <= 15) {
    if (point < 0) return value + "0".repeat(digits);
    if (point === value.length - 1 - digits) return value.slice(0, point) + value.slice(point + 1);
  }
  return parseMinor(value, currency)?.toString() ?? null;
}

/** Files repeat the same few days, words and currencies; reading one once is enough. */
function remembering(read: (cell: string) => string | Problem): CellReader {
  const known = new Map<string, string | Problem>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const value = read(cell);
    if (known.size < rememberedValues) known.set(cell, value);
    return value;
  };
}

/** Exports write days as instants; the day is the one it was in the company's zone, or the one written without any. */
function dayOfInstant(cell: string, { conventions, timeZone }: CellContext): string | null {
  const moment = readInstant(cell, conventions.dates);
  if (!moment) return null;
  if (!moment.zone) return moment.date;
  const at = new Date(`${moment.date}T${moment.time}${moment.zone}`);
  if (Number.isNaN(at.getTime())) return null;
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
}
