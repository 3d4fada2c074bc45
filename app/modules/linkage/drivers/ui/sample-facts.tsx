import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { useEffectWords } from "./effect-words";
import styles from "./panel.module.css";
import { PanelFacts, PanelPart } from "./panel-part";
import type { DriverDetail } from "./prepare-driver-detail";

/** Which rows the analysis looked at, how many it left out and why, and when it was computed from what. */
export function SampleFacts({ detail, timeZone }: { detail: DriverDetail; timeZone: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const words = useEffectWords();
  const { rows, accounts, employees, from, to, excluded } = detail.sample;
  const left = Object.entries(excluded).filter(([, count]) => count > 0);
  return (
    <PanelPart title={t("drivers.panel.sample")}>
      {rows > 0 && (
        <p className="ink2">
          {t("drivers.panel.sampleText", {
            rows: format.number(rows),
            accounts: format.number(accounts),
            employees: format.number(employees),
            from: format.month(from),
            to: format.month(to),
          })}
        </p>
      )}
      {left.length === 0 ? (
        rows > 0 && <p className={styles["note"]}>{t("drivers.panel.excludedNone")}</p>
      ) : (
        <PanelFacts
          lines={left.map(([reason, count]) => [
            t("drivers.panel.excludedLine", { reason: reasonText(reason) }),
            format.number(count),
          ])}
        />
      )}
      {detail.warnings.map((warning) => (
        <p key={warning} className={styles["note"]}>
          {warningText(warning)}
        </p>
      ))}
      <p className={styles["note"]}>
        {t("drivers.panel.stamp", {
          at: format.dateTime(detail.computedAt, timeZone),
          seconds: format.number(detail.seconds, { decimals: 1 }),
          asOf: format.date(detail.asOf),
          version: detail.codeVersion,
        })}
      </p>
    </PanelPart>
  );

  function warningText(warning: string): string {
    const singletons = /^singletons left out: (\d+)$/.exec(warning)?.[1];
    if (singletons) return t("drivers.panel.singletons", { count: Number(singletons) });
    return warning === "sampled" ? t("drivers.panel.sampled") : warning;
  }

  function reasonText(reason: string): string {
    const exposure = /^unknown_(.+)$/.exec(reason)?.[1];
    if (exposure) return t("drivers.panel.excluded.unknown", { name: words.name(exposure) });
    const key = `drivers.panel.excluded.${reason}`;
    return i18n.exists(key) ? t(key as "drivers.panel.excluded.no_owner") : reason;
  }
}
