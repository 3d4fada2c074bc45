import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { writeMoneyWithUnit } from "../../returns/ui/money-words";
import { assumedCostKeyOf } from "../levers";
import type { LeverOutcome } from "../scenario";

/** What moving the lever does, in two or three short sentences. */
export function useLeverSentences(currency: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number, signed = false) => writeMoneyWithUnit(format, minor, currency, signed);
  const leftOutWords = ({ low, high }: LeverOutcome["leftOut"]) =>
    Math.round(low) === 0 && Math.round(high) === 0
      ? null
      : t("scenarios.leftOut", { low: money(low, true), high: money(high, true) });
  return (outcome: LeverOutcome): { cost: string; net: string; leftOut: string | null } => {
    const { key, cost, net, leftOut, isMeasured, hasKnownCost, assumedCostMinor } = outcome;
    const costKey = assumedCostKeyOf(key);
    const assumed =
      costKey && assumedCostMinor != null
        ? ` ${t("scenarios.assumed", { amount: format.money(assumedCostMinor, currency), currency, unit: t(`scenarios.costUnit.${costKey}`) })}`
        : "";
    const range = { low: money(net.low, true), high: money(net.high, true) };
    if (!hasKnownCost)
      return {
        cost: t("scenarios.noLedgerCost"),
        net: t(isMeasured ? "scenarios.beforeCost" : "scenarios.nothingCounted", range),
        leftOut: leftOutWords(leftOut),
      };
    return {
      cost: `${
        cost.base >= 0
          ? t("scenarios.costs", { amount: money(cost.base) })
          : t("scenarios.saves", { amount: money(-cost.base) })
      }${assumed}`,
      net: isMeasured
        ? `${t("scenarios.net", range)} ${t(
            `scenarios.verdict.${net.low > 0 ? "gain" : net.high < 0 ? "loss" : "open"}`,
          )}`
        : t("scenarios.notCounted"),
      leftOut: leftOutWords(leftOut),
    };
  };
}
