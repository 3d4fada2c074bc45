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
    <p className={`sub ${styles["model"]}`}>
      {t(`risk.${about}.model`, { rows: format.number(model.rows), date: format.date(model.asOf) })}{" "}
      {t(`risk.${about}.caution`)}{" "}
      {model.grade && (
        <span title={t(`drivers.gradeLong.${model.grade}`)}>
          <b>{t("risk.model.grade", { grade: model.grade })}</b> ({t(`drivers.grade.${model.grade}`)}).{" "}
        </span>
      )}
      {model.effectKey && (
        <Link to={about === "people" ? "/drivers/leaving" : `/drivers/${model.effectKey}`}>
          {t("risk.model.open")}
        </Link>
      )}
    </p>
  );
}
