import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { BuiltProgramme, GapCode } from "../build-programmes";
import type { ProgrammeKey } from "../return-rules";
import styles from "./returns.module.css";

export interface ProgrammeGaps {
  readonly key: ProgrammeKey;
  readonly gaps: readonly GapCode[];
}

/** For each programme without a measured benefit: why, and what would make it measurable. */
export function GapsList({ programmes }: { programmes: readonly ProgrammeGaps[] }) {
  const { t } = useTranslation();
  const open = programmes.filter(({ gaps }) => gaps.length > 0);
  if (open.length === 0) return null;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t("roi.gap.title")}</h2>
      </div>
      <ul className={styles.gaps}>
        {open.map(({ key, gaps }) => (
          <li key={key}>
            <b>{t(`roi.programme.${key}`)}</b> {gaps.map((gap) => t(`roi.gap.${gap}`)).join(" ")}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the programme is credited with, in words. */
export function useLeverWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return (lever: BuiltProgramme["lever"]): string | null => {
    if (!lever) return null;
    const { exposure, from, to } = lever;
    switch (exposure) {
      case "pay_position":
        return t("roi.lever.pay_position", { to: format.percent(Math.expm1(to)) });
      case "vacancy":
        return t("roi.lever.vacancy", {
          from: format.percent(from, { decimals: 0 }),
          to: format.percent(to, { decimals: 0 }),
        });
      default:
        return t(`roi.lever.${exposure as "training" | "service_orientation"}`, {
          from: format.number(from, { decimals: 1 }),
          to: format.number(to, { decimals: 1 }),
        });
    }
  };
}
