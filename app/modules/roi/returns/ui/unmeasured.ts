import { useTranslation } from "react-i18next";
import type { ProgrammeReturn } from "../simulate-programmes";

/** What stands in place of a benefit that no effect of grade A or B feeds, which is not one of 0; null where one does. */
export function useUnmeasured() {
  const { t } = useTranslation();
  return ({ isMeasured, leftOut }: Pick<ProgrammeReturn, "isMeasured" | "leftOut">): string | null => {
    if (isMeasured) return null;
    return t(leftOut.base === 0 ? "roi.reading.not_measurable" : "roi.programmes.notCounted");
  };
}
