import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { writeMoneyWithUnit } from "../../returns/ui/money-words";
import type { LeverOutcome } from "../scenario";

/** What moving the lever does, in two or three short sentences. */
export function useLeverSentences(currency: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number, signed = false) => writeMoneyWithUnit(format, minor, currency, signed);
  return (outcome: LeverOutcome): { cost: string; net: string; leftOut: string | null } => {
    const { cost, net, leftOut, isMeasured, hasKnownCost } = outcome;
    return {
      cost: !hasKnownCost
        ? t("scenarios.noLedgerCost")
        : cost.base >= 0
          ? t("scenarios.costs", { amount: money(cost.base) })
          : t("scenarios.saves", { amount: money(-cost.base) }),
      net: isMeasured
        ? `${t("scenarios.net", { low: money(net.low, true), high: money(net.high, true) })} ${t(
            `scenarios.verdict.${net.low > 0 ? "gain" : net.high < 0 ? "loss" : "open"}`,
          )}`
        : t("scenarios.notCounted"),
      leftOut:
        Math.round(leftOut.low) === 0 && Math.round(leftOut.high) === 0
          ? null
          : t("scenarios.leftOut", { low: money(leftOut.low, true), high: money(leftOut.high, true) }),
    };
  };
}
