import { useTranslation } from "react-i18next";
import { isExposureName } from "../../drivers/ui/prepare-driver-sentence";
import { useStudyFormat } from "./use-study-format";

/** Things that are compared between handovers beyond the declared exposures. */
const factors = [
  "vacancy_months",
  "new_hire",
  "successor_tenure",
  "successor_training",
  "successor_workload",
] as const;
type Factor = (typeof factors)[number];

const units = ["months", "hours", "share", "standard_deviations", "points"] as const;
type Unit = (typeof units)[number];

const isFactor = (name: string): name is Factor => (factors as readonly string[]).includes(name);
const isUnit = (name: string): name is Unit => (units as readonly string[]).includes(name);

/** How the comparison of handovers names its factors and writes their figures. */
export function useFactorWords() {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const write = (value: number, unit: string, signed: boolean) =>
    unit === "share"
      ? format.percent(value, { decimals: 0, signed })
      : format.number(value, { decimals: decimalsOf(value, unit), signed });
  return {
    factor(name: string): string {
      if (isFactor(name)) return t(`studies.factor.${name}`);
      return isExposureName(name) ? t(`drivers.exposure.${name}`) : name;
    },
    unit: (name: string) => (isUnit(name) ? t(`studies.factorUnit.${name}`) : name),
    value: (value: number, unit: string) => write(value, unit, false),
    signed: (value: number, unit: string) => write(value, unit, true),
    plain: (value: number) => format.number(value, { decimals: 3 }),
    list: format.list,
    inSentence: format.inSentence,
  };
}

function decimalsOf(value: number, unit: string): number {
  if (unit === "standard_deviations") return 2;
  return Math.abs(value) >= 100 ? 0 : 1;
}
