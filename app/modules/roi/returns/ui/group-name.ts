import { useTranslation } from "react-i18next";
import type { CostGroupKey } from "../return-rules";

/** A group by the ledger's own name of the kind; the time in training has no row of its own and is named here. */
export function useGroupName(): (group: CostGroupKey) => string {
  const { t } = useTranslation();
  return ({ source, kind, category }) => {
    if (source === "time") return t("roi.source.time");
    const name = kind?.trim() || t(`people.costs.name.${category}`);
    return source === "course" ? `${name} (${t("roi.source.course")})` : name;
  };
}
