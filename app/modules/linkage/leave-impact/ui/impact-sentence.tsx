import { Link } from "@remix-run/react";
import { Trans, useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import styles from "./leave-impact.module.css";
import type { ShownImpact } from "./shown-impact";

interface Props {
  readonly impact: ShownImpact;
  readonly employeeId: string;
}

/** The one sentence one comes for: with the cost to replace for HR, without for whoever may not see pay. */
export function ImpactSentence({ impact, employeeId }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, currency, estimate, hasLeft } = impact;
  const unit = format.moneyUnit(currency);
  const money = (minor: string) => `${format.compactMoney(minor, currency)} ${unit}`;
  if (!impact.seesPay) {
    return (
      <p className={styles.sentence}>
        <Trans
          i18nKey={hasLeft ? "risk.leave.sentenceLeft" : "risk.leave.sentence"}
          values={{ name, revenue: money(impact.exposedMinor) }}
          components={{ b: <b className="nowrap" /> }}
        />{" "}
        <span className="muted">{t("risk.leave.payForHr")}</span>
      </p>
    );
  }
  if (!estimate) {
    return (
      <div className="notice warn">
        <p>{t("people.leave.sentenceNoPay", { name, revenue: money(impact.exposedMinor) })}</p>
        <Link to={`/employees/${employeeId}/change`}>{t("people.leave.recordPay")}</Link>
      </div>
    );
  }
  return (
    <p className={styles.sentence}>
      <Trans
        i18nKey={hasLeft ? "people.leave.sentenceLeft" : "people.leave.sentence"}
        values={{
          name,
          cost: money(estimate.totalMinor),
          low: format.compactMoney(estimate.lowMinor, currency),
          high: money(estimate.highMinor),
          revenue: money(impact.exposedMinor),
        }}
        components={{ b: <b className="nowrap" />, small: <span className="muted nowrap" /> }}
      />{" "}
      <span className="muted">{t("people.leave.beside")}</span>
    </p>
  );
}
