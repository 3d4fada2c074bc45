import type { DecimalMark, Evidence } from "./conventions";

const plain = /^[+-]?\d{1,15}(?:\.\d+)?$/;
const grouping = {
  point: /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)(?:\.\d+)?$/,
  comma: /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)(?:,\d+)?$/,
} as const;
/** One mark with exactly three digits behind it and at most three before: thousands or thousandths. */
const eitherWay = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** The value as a plain decimal ("1234.5"), or null when it is none by the file's mark. */
export function readDecimal(text: string, mark: DecimalMark): string | null {
  if (mark === "point" && plain.test(text)) return text.charCodeAt(0) === 43 ? text.slice(1) : text;
  const value = normaliseSigns(text);
  if (!grouping[mark].test(value)) return null;
  const digits = value.replace(/[ '’+]/g, "");
  return mark === "point" ? digits.replaceAll(",", "") : digits.replaceAll(".", "").replace(",", ".");
}

/**
 * Counts what the value says about the decimal mark. `largest` is the largest value the column allows: "1.000" cannot be
 * a thousand where 2 is the limit.
 */
export function weighDecimal(
  text: string,
  row: number,
  column: string,
  largest: number,
  evidence: Evidence<DecimalMark>,
): void {
  const value = normaliseSigns(text);
  if (!/[.,]/.test(value)) return;
  const isPoint = grouping.point.test(value);
  const isComma = grouping.comma.test(value);
  if (isPoint && isComma && eitherWay.test(value)) {
    if (largest < 1_000) evidence.counts[value.includes(".") ? "point" : "comma"] += 1;
    else {
      evidence.ambiguous += 1;
      evidence.firstAmbiguous ??= { value: text, row, column };
    }
  } else if (isPoint && !isComma) evidence.counts.point += 1;
  else if (isComma && !isPoint) evidence.counts.comma += 1;
}

/** Whether the value can be read only once the file's mark is known: any comma, or a point before three digits. */
export function needsDecimalMark(text: string): boolean {
  return text.includes(",") || eitherWay.test(text) || (text.includes(".") && !plain.test(text));
}

/** A true minus, a no-break space and accountants' brackets are other ways of writing the same. */
function normaliseSigns(text: string): string {
  const value = text.replace(/[−–]/, "-").replace(/[\u00a0\u202f]/g, " ");
  return value.startsWith("(") && value.endsWith(")") ? `-${value.slice(1, -1)}` : value;
}
