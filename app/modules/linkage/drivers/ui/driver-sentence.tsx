import { Trans, useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { RefusedEffect } from "../result";
import { prepareDriverSentence, type SentenceEffect } from "./prepare-driver-sentence";

/** What a result says, in one sentence; the words that carry the evidence stand out. */
export function DriverSentence({ effect }: { effect: SentenceEffect | RefusedEffect }) {
  const { t } = useTranslation();
  const { key, values } = prepareDriverSentence(effect, t, useFormat());
  return <Trans i18nKey={key} values={values} components={{ b: <b /> }} />;
}
