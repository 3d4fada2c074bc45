import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { useEffectWords } from "./effect-words";
import { methodOf } from "./method-of";
import styles from "./panel.module.css";
import { PanelFacts } from "./panel-part";
import type { DriverDetail } from "./prepare-driver-detail";

const familyNames = ["drivers", "leaving", "retention"] as const;
const unitNames = ["account", "month", "employee"] as const;

/** The analysis as it was declared: what was asked, with what in the model, before there was an answer. */
export function DeclaredSpecification({ specification }: Pick<DriverDetail, "specification">) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const words = useEffectWords();
  const { exposures, adjustedFor, estimator, effects, clustering, family, falseDiscoveryRate, level } =
    specification;
  const method = methodOf({ specification });
  const familyName = familyNames.find((name) => name === family);
  const share = (value: unknown) =>
    typeof value === "number" ? `${format.percent(value, { decimals: 0 })} %` : "–";
  return (
    <details className={styles["declared"]}>
      <summary>{t("drivers.panel.specification")}</summary>
      <PanelFacts
        lines={[
          [t("drivers.panel.declared.exposures"), list(exposures, factor)],
          [t("drivers.panel.declared.adjustedFor"), list(adjustedFor, factor)],
          [
            t("drivers.panel.declared.estimator"),
            method === "other" ? String(estimator) : t(`drivers.panel.methodOf.${method}`),
          ],
          [t("drivers.panel.declared.effects"), list(effects, unit)],
          [t("drivers.panel.declared.clustering"), list(clustering, unit)],
          [
            t("drivers.panel.declared.family"),
            familyName ? t(`drivers.panel.familyName.${familyName}`) : "–",
          ],
          [t("drivers.panel.declared.falseDiscoveryRate"), share(falseDiscoveryRate)],
          [t("drivers.panel.declared.level"), share(level)],
        ]}
      />
    </details>
  );

  function list(values: unknown, word: (name: string) => string): string {
    if (!Array.isArray(values) || values.length === 0) return "–";
    return values.map((value) => word(String(value))).join(i18n.language === "zh" ? "、" : ", ");
  }
  function unit(name: string): string {
    const known = unitNames.find((each) => each === name);
    return known ? t(`drivers.panel.unitName.${known}`) : name;
  }
  /** Windows of months share a name; which one it is belongs to it here. */
  function factor(name: string): string {
    return /\d$/.test(name) ? `${words.name(name)} (${words.step(name, 1)})` : words.name(name);
  }
}
