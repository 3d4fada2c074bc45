import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Formatter } from "~/i18n/format";
import { useFormat } from "~/i18n/use-format";
import { exposures } from "../exposures";
import { isExposureName, stepValues } from "./prepare-driver-sentence";

export interface EffectWords {
  /** "Handover after a departure" */
  readonly name: (exposure: string) => string;
  /** "months 0–2", "+10 h in 12 months": the change that the estimate is for. */
  readonly step: (exposure: string, per: number) => string;
  /** What the step's unit means, where it is not a word of every day. */
  readonly stepTitle: (exposure: string) => string | undefined;
  /** "event study", "at equal satisfaction": which analysis answers. */
  readonly analysis: (spec: string) => string;
  readonly signed: (value: number, decimals: number) => string;
  /** "−0.31 to −0.17" */
  readonly interval: (lower: number, upper: number, decimals: number) => string;
}

export function effectWords(t: TFunction, format: Formatter): EffectWords {
  const signed = (value: number, decimals: number) => format.number(value, { decimals, signed: true });
  return {
    name: (exposure) => (isExposureName(exposure) ? t(`drivers.exposure.${exposure}`) : exposure),
    step: (exposure, per) =>
      isExposureName(exposure) ? t(`drivers.step.${exposure}`, stepValues(per, format)) : "",
    stepTitle: (exposure) =>
      isExposureName(exposure) && exposures[exposure].unit === "standard_deviations"
        ? t("drivers.stepTitle")
        : undefined,
    analysis: (spec) => (isWorded(spec) ? t(`drivers.analysis.${spec}`) : spec),
    signed,
    interval: (lower, upper, decimals) =>
      t("drivers.page.intervalText", { low: signed(lower, decimals), high: signed(upper, decimals) }),
  };
}

const wordedAnalyses = [
  "satisfaction",
  "satisfaction_between_people",
  "satisfaction_vacancy",
  "revenue",
  "churn",
  "churn_given_satisfaction",
  "handovers",
  "leaving",
] as const;

function isWorded(spec: string): spec is (typeof wordedAnalyses)[number] {
  return (wordedAnalyses as readonly string[]).includes(spec);
}

export function useEffectWords(): EffectWords {
  const { t } = useTranslation();
  return effectWords(t, useFormat());
}
