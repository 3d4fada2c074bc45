import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { writeMoneyWithUnit } from "../../returns/ui/money-words";
import { isBeforeCosts, type ScenarioResult } from "../scenario";
import styles from "./scenarios.module.css";

/** All levers together: net with its interval and chance, in one sentence. */
export function ResultLine({
  result,
  isComputing = false,
}: {
  result: ScenarioResult | null;
  isComputing?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!result || result.levers.length === 0)
    return <p className={`${styles.together} muted`}>{t("scenarios.result.none")}</p>;
  const money = (minor: number) => writeMoneyWithUnit(format, minor, result.currency, true);
  const { net, leftOut } = result;
  return (
    <div aria-live="polite" aria-busy={isComputing}>
      <p className={styles.together}>
        {t(isBeforeCosts(result) ? "scenarios.result.beforeCosts" : "scenarios.result.line")}{" "}
        <b>{money(net.base)}</b>{" "}
        <span className="muted">
          {t("scenarios.result.interval", { low: money(net.low), high: money(net.high) })}
        </span>{" "}
        {!isBeforeCosts(result) && (
          <>
            {t("scenarios.result.chance")} <b>{format.percent(result.gainProbability, { decimals: 0 })} %</b>
          </>
        )}
      </p>
      {(Math.round(leftOut.low) !== 0 || Math.round(leftOut.high) !== 0) && (
        <p className="sub">
          {t("scenarios.leftOut", { low: money(leftOut.low), high: money(leftOut.high) })}
        </p>
      )}
      <p className="small muted" style={{ marginTop: 4 }}>
        {t("scenarios.result.note", { months: result.horizonMonths, draws: format.number(result.draws) })}
      </p>
    </div>
  );
}
