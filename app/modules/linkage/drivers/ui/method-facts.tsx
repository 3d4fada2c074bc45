import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { DriverEffect } from "../result";
import { decimalsOf } from "./effect-decimals";
import { useEffectWords } from "./effect-words";
import { methodOf } from "./method-of";
import { pText } from "./p-text";
import styles from "./panel.module.css";
import { PanelFacts, PanelPart } from "./panel-part";
import type { DriverDetail } from "./prepare-driver-detail";

/** How it was estimated, from how much, and how sure that makes us. */
export function MethodFacts({ effect, detail }: { effect: DriverEffect; detail: DriverDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEffectWords();
  const method = methodOf(detail);
  const { outcome, lagMonths, p, q, eValue, minimumDetectable, exposureRange } = effect;
  const count = (n: number) => format.number(n);
  const figure = (value: number) => format.number(value, { decimals: decimalsOf(outcome, [value]) });
  const modelFigure = (value: number) => format.number(value, { decimals: 4, signed: true });
  const lag =
    lagMonths[0] === 0 && lagMonths[1] === 0
      ? t("drivers.panel.lagSame")
      : t("drivers.panel.lagMonths", { from: lagMonths[0], to: lagMonths[1] });
  return (
    <PanelPart title={t("drivers.panel.method")}>
      <PanelFacts
        lines={[
          [
            t("drivers.panel.estimator"),
            method === "other"
              ? String(detail.specification["estimator"] ?? "–")
              : t(`drivers.panel.methodOf.${method}`),
          ],
          method === "callaway_santanna" && [t("drivers.panel.comparedWith"), t("drivers.panel.notYet")],
          [
            t(detail.kind === "leaving" ? "drivers.panel.personMonths" : "drivers.panel.rows"),
            count(effect.n),
          ],
          effect.accounts > 0 && [t("drivers.panel.accounts"), count(effect.accounts)],
          [t("drivers.panel.employees"), count(effect.employees)],
          [t("drivers.panel.months"), count(effect.months)],
          [t("drivers.panel.clusters"), count(effect.clusters)],
          [t("drivers.panel.lag"), lag],
          [t("drivers.panel.p"), pText(format, p)],
          q !== null && [t("drivers.panel.q"), pText(format, q)],
          [
            t("drivers.panel.family"),
            detail.family && isFamily(detail.family.name)
              ? t(`drivers.panel.familyOf.${detail.family.name}`, { count: detail.family.tests })
              : t("drivers.panel.familyOf.none"),
          ],
          minimumDetectable !== null && [
            t("drivers.panel.minimumDetectable"),
            t(`drivers.amount.${outcome}`, { value: figure(minimumDetectable) }),
          ],
          eValue && [
            t("drivers.panel.eValue"),
            `${format.number(eValue.estimate, { decimals: 1 })} / ${format.number(eValue.limit, { decimals: 1 })}`,
          ],
          exposureRange && [
            t("drivers.panel.range"),
            t("drivers.panel.rangeText", {
              low: format.number(exposureRange.p5, { decimals: 1 }),
              high: format.number(exposureRange.p95, { decimals: 1 }),
              median: format.number(exposureRange.median, { decimals: 1 }),
              unit: t(`drivers.exposureUnit.${effect.unit}`),
            }),
          ],
          [
            t("drivers.panel.model"),
            t("drivers.panel.modelText", {
              estimate: modelFigure(effect.model.estimate),
              low: modelFigure(effect.model.lower),
              high: modelFigure(effect.model.upper),
              unit: t(`drivers.exposureUnit.${effect.unit}`),
              scale: t(`drivers.panel.modelScale.${effect.model.scale}`),
            }),
          ],
          detail.last && [
            t("drivers.page.last"),
            `${words.signed(detail.last.estimate, decimalsOf(outcome, [detail.last.lower, detail.last.upper]))} (${words.interval(
              detail.last.lower,
              detail.last.upper,
              decimalsOf(outcome, [detail.last.lower, detail.last.upper]),
            )})`,
          ],
        ]}
      />
      {eValue && eValue.limit > 1 && (
        <p className={styles["note"]}>
          {t("drivers.panel.eValueText", { limit: format.number(eValue.limit, { decimals: 1 }) })}
        </p>
      )}
    </PanelPart>
  );
}

const families = ["drivers", "leaving", "retention"] as const;
function isFamily(name: string): name is (typeof families)[number] {
  return (families as readonly string[]).includes(name);
}
