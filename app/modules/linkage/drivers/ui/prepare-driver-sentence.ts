import type { TFunction } from "i18next";
import type { Formatter } from "~/i18n/format";
import { type ExposureName, exposures } from "../exposures";
import {
  type DriverEffect,
  type Grade,
  isRefusedEffect,
  type Outcome,
  type RefusedEffect,
  type Verdict,
} from "../result";
import { decimalsOf } from "./effect-decimals";

type Direction = "lower" | "higher";
type Strength = "moves" | "differs" | "goes_with" | "assumed";
type Part = "cause" | "condition" | "association";

export type SentenceKey =
  | `drivers.sentence.${Strength | "side_by_side"}.${Outcome}.${Direction}`
  | "drivers.sentence.none.detectable"
  | "drivers.sentence.none.byChance"
  | "drivers.sentence.none.unknown"
  | "drivers.sentence.refused";

/** A text of `drivers.sentence.*` and what goes into it. The text holds `<b>` around the words that carry the evidence. */
export interface DriverSentence {
  readonly key: SentenceKey;
  readonly values: Readonly<Record<string, string>>;
}

/** What an effect's sentence is decided by; everything else about it is in the details. */
export type SentenceEffect = Pick<
  DriverEffect,
  "outcome" | "exposure" | "per" | "estimate" | "lower" | "upper" | "grade" | "verdict" | "minimumDetectable"
>;

/**
 * One plain sentence for a result. The verb claims no more than the weaker of verdict and grade allow: a word of cause
 * needs grade A, "is lower" grade B; what is below that goes along with the outcome.
 */
export function prepareDriverSentence(
  effect: SentenceEffect | RefusedEffect,
  t: TFunction,
  format: Formatter,
): DriverSentence {
  if (isRefusedEffect(effect as RefusedEffect)) {
    const { refused } = effect as RefusedEffect;
    return { key: "drivers.sentence.refused", values: { reason: t(`drivers.refused.${refused.code}`) } };
  }
  const found = effect as SentenceEffect;
  if (found.verdict === "refused")
    return { key: "drivers.sentence.refused", values: { reason: t("drivers.refused.failed") } };
  if (found.verdict === "none") return nothingFound(found, t, format);
  const size = Math.abs(found.estimate);
  const value = format.number(size, { decimals: decimalsOf(found.outcome, [size]) });
  const direction: Direction = found.estimate < 0 ? "lower" : "higher";
  if (found.verdict === "side_by_side")
    return { key: `drivers.sentence.side_by_side.${found.outcome}.${direction}`, values: { value } };
  const strength = strengthOf(found.verdict, found.grade);
  const part = partOf[strength];
  return {
    key: `drivers.sentence.${strength}.${found.outcome}.${direction}`,
    values: { value, [part]: phraseOf(found.exposure, part, found.per, t, format) },
  };
}

/** The sentence as plain text, for files and for readers of the page's text. */
export function plainSentence({ key, values }: DriverSentence, t: TFunction): string {
  return markedSentence({ key, values }, t)
    .replaceAll(/<\/?b>/g, "")
    .replaceAll("\u00a0", " ");
}

export function markedSentence({ key, values }: DriverSentence, t: TFunction): string {
  // One key stands for all: their union is too wide for the checker, and the test goes through every one.
  return t(key as "drivers.sentence.refused", values as { reason: string });
}

const partOf: Readonly<Record<Strength, Part>> = {
  moves: "cause",
  differs: "condition",
  goes_with: "association",
  assumed: "condition",
};

function strengthOf(verdict: Exclude<Verdict, "none" | "side_by_side" | "refused">, grade: Grade): Strength {
  if (grade === "D") return "assumed";
  if (verdict === "moves" && grade === "A") return "moves";
  if (verdict !== "goes_with" && grade !== "C") return "differs";
  return "goes_with";
}

function nothingFound(
  { outcome, lower, upper, minimumDetectable }: SentenceEffect,
  t: TFunction,
  format: Formatter,
): DriverSentence {
  if (minimumDetectable === null) return { key: "drivers.sentence.none.unknown", values: {} };
  const decimals = decimalsOf(outcome, [minimumDetectable]);
  const value = format.number(minimumDetectable, { decimals });
  // One interval of twenty leaves zero out where there is nothing; the adjustment for many tests knows it, a reader may not.
  const seemsApart = lower > 0 || upper < 0;
  return {
    key: seemsApart ? "drivers.sentence.none.byChance" : "drivers.sentence.none.detectable",
    values: { amount: t(`drivers.amount.${outcome}`, { value }) },
  };
}

function phraseOf(exposure: string, part: Part, per: number, t: TFunction, format: Formatter): string {
  if (!isExposureName(exposure)) return t(`drivers.phrase.unknown.${part}`, { name: exposure });
  return t(`drivers.phrase.${exposure}.${part}`, stepValues(per, format));
}

/** The amount of change that an effect is stated for, as the words of phrases and steps take it. */
export function stepValues(per: number, format: Formatter): { per: string; percent: string } {
  const decimals = Number.isInteger(per) ? 0 : 1;
  // Pay is in log points; a step of 0.1 is said as ten per cent.
  return { per: format.number(per, { decimals }), percent: format.percent(per, { decimals: 0 }) };
}

export function isExposureName(name: string): name is ExposureName {
  return Object.hasOwn(exposures, name);
}
