import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { AccountStanding } from "../get-account-standing.server";
import styles from "./account-standing.module.css";

/** Derived facts for the head of an account's page: class, loyalty and lifetime value, kept apart from what is recorded. */
export function AccountStandingFacts({
  standing,
  currency,
}: {
  readonly standing: AccountStanding;
  readonly currency: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currentClass, potentialClass, stage, type, clvMinor, lowerMinor, upperMinor } = standing;
  const money = (minor: number | null) => format.compactMoney(minor, currency);
  return (
    <>
      <div
        title={t("money.standing.classes", {
          current: (currentClass ?? "–").toUpperCase(),
          potential: (potentialClass ?? "–").toUpperCase(),
          date: format.date(standing.asOf),
        })}
      >
        <dt>{t("money.standing.value")}</dt>
        <dd>
          {currentClass === null && potentialClass === null
            ? "–"
            : `${(currentClass ?? "–").toUpperCase()} · ${(potentialClass ?? "–").toUpperCase()}`}
          {currentClass === null && potentialClass === null && (
            <span className={styles.note}>{t("money.standing.notYet")}</span>
          )}
        </dd>
      </div>
      <div title={t(`money.stageHow.${stage}`)}>
        <dt>{t("money.standing.loyalty")}</dt>
        <dd>
          {t(`money.stage.${stage}`)}
          {type !== "unknown" && <span className={styles.note}>{t(`money.loyalty.${type}`)}</span>}
        </dd>
      </div>
      <div title={t("money.standing.asOf", { date: format.date(standing.asOf) })}>
        <dt>{t("money.standing.clv")}</dt>
        <dd>
          {money(clvMinor)}{" "}
          {clvMinor !== null && <span className={styles.unit}>{format.moneyUnit(currency)}</span>}
          <span className={styles.note}>
            {clvMinor === null
              ? t("money.standing.notYet")
              : t("money.standing.interval", { low: money(lowerMinor), high: money(upperMinor) })}
          </span>
        </dd>
      </div>
    </>
  );
}
