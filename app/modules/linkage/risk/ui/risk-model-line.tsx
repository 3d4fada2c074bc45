import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { RiskModel } from "../describe-risk-model.server";
import styles from "./risk.module.css";

/** What the chances rest on, how far it can be trusted, and where it stands in full. */
export function RiskModelLine({
  model,
  about,
}: {
  readonly model: RiskModel;
  readonly about: "accounts" | "people";
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <details className={`sub ${styles["model"]}`}>
        <summary>
          {t("risk.model.title")}
          {model.grade && (
            <span title={t(`drivers.gradeLong.${model.grade}`)}>
              {" · "}
              {t("risk.model.grade", { grade: model.grade })} ({t(`drivers.grade.${model.grade}`)})
            </span>
          )}
        </summary>
        <p>
          {t(`risk.${about}.model`, { rows: format.number(model.rows), date: format.date(model.asOf) })}{" "}
          {model.effectKey && (
            <Link to={about === "people" ? "/drivers/leaving" : `/drivers/${model.effectKey}`}>
              {t("risk.model.open")}
            </Link>
          )}
        </p>
      </details>
      {model.unproven.length > 0 && (
        <p className={`small muted ${styles["legend"]}`}>
          <span data-proven="">{t("risk.proven")}</span>
          <span>{t("risk.unprovenTitle")}</span>
        </p>
      )}
    </>
  );
}
