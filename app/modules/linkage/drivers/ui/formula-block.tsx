import { useTranslation } from "react-i18next";
import { isRefusedEffect } from "../result";
import { useEffectWords } from "./effect-words";
import { methodOf } from "./method-of";
import styles from "./panel.module.css";
import { PanelPart } from "./panel-part";
import type { DriverDetail } from "./prepare-driver-detail";

/** What is estimated, in plain notation, and what its letters stand for. */
export function FormulaBlock({ detail }: { detail: DriverDetail }) {
  const { t, i18n } = useTranslation();
  const words = useEffectWords();
  const { effect, specification } = detail;
  const method = methodOf(detail);
  if (method === "other") return null;
  const exposure = words.name(effect.exposure).toLocaleLowerCase(i18n.language);
  const [from, to] = isRefusedEffect(effect) ? [0, 0] : effect.lagMonths;
  const clusters = (Array.isArray(specification["clustering"]) ? specification["clustering"] : [])
    .filter((unit): unit is "account" | "employee" => unit === "account" || unit === "employee")
    .map((unit) => t(`drivers.panel.unitName.${unit}`));
  return (
    <PanelPart title={t("drivers.panel.formula")}>
      <pre className={styles["formula"]}>{formula()}</pre>
      <p className={styles["note"]}>
        {t("drivers.formula.key", { clusters: new Intl.ListFormat(i18n.language).format(clusters) || "–" })}
      </p>
    </PanelPart>
  );

  function formula(): string {
    if (method === "fixed_effects" || method === "fixed_effects_employee")
      return t(`drivers.formula.${method}_${effect.outcome === "revenue" ? "revenue" : "satisfaction"}`, {
        exposure,
      });
    if (method === "cox") return t("drivers.formula.cox", { exposure });
    if (method === "callaway_santanna") return t("drivers.formula.callaway_santanna", { from, to });
    return t("drivers.formula.complementary_log_log", { exposure });
  }
}
