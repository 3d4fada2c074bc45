import { useTranslation } from "react-i18next";
import { useEffectWords } from "./effect-words";
import styles from "./panel.module.css";
import { PanelFacts } from "./panel-part";
import type { DriverDetail } from "./prepare-driver-detail";

const unitNames = ["account", "month", "employee"] as const;

/** The analysis as it was declared. Names that have words are worded, the rest stands as it is. */
export function DeclaredSpecification({ specification }: Pick<DriverDetail, "specification">) {
  const { t, i18n } = useTranslation();
  const words = useEffectWords();
  const labelOf = (name: string) => {
    const key = `drivers.panel.declared.${name}`;
    return i18n.exists(key) ? t(key as "drivers.panel.declared.outcome") : name;
  };
  return (
    <details className={styles["declared"]}>
      <summary>{t("drivers.panel.specification")}</summary>
      <PanelFacts
        lines={Object.entries(specification).map(
          ([name, value]) => [labelOf(name), valueText(value)] as const,
        )}
      />
    </details>
  );

  function valueText(value: unknown): string {
    if (Array.isArray(value))
      return value.length === 0 ? "–" : value.map(valueText).join(i18n.language === "zh" ? "、" : ", ");
    if (value === null || value === undefined) return "–";
    if (typeof value !== "string")
      return typeof value === "object" ? JSON.stringify(value) : String(value as number);
    const unit = unitNames.find((name) => name === value);
    return unit ? t(`drivers.panel.unitName.${unit}`) : stepped(value);
  }

  /** Windows of months share a name; which one it is belongs to it here. */
  function stepped(value: string): string {
    const name = words.name(value);
    return name === value || !/\d/.test(value) ? name : `${name} (${words.step(value, 1)})`;
  }
}
