import { useTranslation } from "react-i18next";
import type { EffectCatalogue } from "../effect-catalogue";

/** An input in words; an effect by its exposure and outcome, with its grade. */
export function useInputName(catalogue: EffectCatalogue): (key: string) => string {
  const { t } = useTranslation();
  const effects = new Map(catalogue.effects.map((effect) => [effect.key, effect]));
  return (key) => {
    const effect = effects.get(key);
    if (!effect) return t(`roi.input.${key}` as "roi.input.discount_rate");
    const name = t("roi.input.effect", {
      exposure: t(`drivers.exposure.${effect.exposure}` as "drivers.exposure.training"),
      outcome: t(`drivers.outcome.${effect.outcome}`),
    });
    return `${name} (${effect.grade})`;
  };
}
