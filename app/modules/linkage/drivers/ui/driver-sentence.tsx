import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { RefusedEffect } from "../result";
import { markedSentence, prepareDriverSentence, type SentenceEffect } from "./prepare-driver-sentence";

/** What a result says, in one sentence; the words that carry the evidence stand out. */
export function DriverSentence({ effect }: { effect: SentenceEffect | RefusedEffect }) {
  const { t } = useTranslation();
  const sentence = markedSentence(prepareDriverSentence(effect, t, useFormat()), t);
  // Only our own texts hold the mark, every second piece stands between two; a page has forty of them.
  return sentence
    .split(/<\/?b>/)
    .map((piece, index) => (index % 2 === 1 ? <b key={index}>{piece}</b> : piece));
}
