import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { RetentionCurves } from "../../drivers/result";

type Grouping = Pick<RetentionCurves, "grouping" | "cuts">;

/** What a group of accounts is called: its bounds in words, as the result's cuts have them. */
export function useGroupWords({ grouping, cuts }: Grouping): (key: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const whole = (value: number) => format.number(value);
  if (grouping === "handovers")
    return (key) => {
      if (key === "0") return t("studies.retention.none");
      return key === "1" ? t("studies.retention.one") : t("studies.retention.more");
    };
  if (grouping === "tenure_band")
    return (key) => {
      const [, from = "", to] = /^(\d+)(?:-(\d+))?/.exec(key) ?? [];
      if (to !== undefined)
        return t("studies.retention.months", { from: whole(Number(from)), to: whole(Number(to)) });
      return t("studies.retention.monthsOver", { from: whole(Number(from)) });
    };
  return (key) => {
    const [lower, upper] = cuts;
    if (key === "low")
      return lower === undefined
        ? t("studies.retention.low")
        : t("studies.retention.hoursUnder", { to: whole(lower) });
    if (key === "high") {
      const from = upper ?? lower;
      return from === undefined
        ? t("studies.retention.high")
        : t("studies.retention.hoursOver", { from: whole(from) });
    }
    return lower === undefined || upper === undefined
      ? t("studies.retention.middle")
      : t("studies.retention.hours", { from: whole(lower), to: whole(upper) });
  };
}
