import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { hueOf } from "./effect-mark";
import styles from "./forest.module.css";
import { type ForestAxis, placeOn } from "./forest-axis";
import { ForestRowItem } from "./forest-row";
import type { ForestGroup } from "./prepare-forest";

interface Props {
  readonly group: ForestGroup;
  readonly openKey: string | null;
  /** What the links keep of the URL: filters and comparison. */
  readonly search: string;
  readonly comparesLast: boolean;
}

/** All that was asked about one outcome, on the outcome's own axis. */
export function ForestGroupSection({ group, openKey, search, comparesLast }: Props) {
  const { t } = useTranslation();
  const { outcome, axis } = group;
  const id = `forest-${outcome}`;
  return (
    <section className={styles["group"]} aria-labelledby={id} data-compares={comparesLast ? "" : undefined}>
      <div className={styles["head"]}>
        <div>
          <h2 id={id} style={{ color: `var(--${hueOf[outcome]})` }}>
            {t(`drivers.outcome.${outcome}`)}
          </h2>
          <p className="small muted">{t(`drivers.axis.${outcome}`)}</p>
        </div>
        <div className={styles["axis"]}>{axis && <AxisHead axis={axis} />}</div>
        <div className={styles["figureHead"]}>
          {t("drivers.page.estimate")}
          <br />
          {t("drivers.page.interval")}
        </div>
        {comparesLast && (
          <div className={styles["figureHead"]}>
            {t("drivers.page.last")}
            <br />
            {t("drivers.page.change")}
          </div>
        )}
        <div className={styles["gradeHead"]}>{t("drivers.page.gradeHead")}</div>
      </div>
      <ul>
        {group.rows.map((row) => (
          <ForestRowItem
            key={row.effect.key}
            row={row}
            axis={axis}
            decimals={group.decimals}
            isOpen={row.effect.key === openKey}
            search={search}
            comparesLast={comparesLast}
          />
        ))}
      </ul>
    </section>
  );
}

function AxisHead({ axis }: { axis: ForestAxis }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zero = `${placeOn(axis, 0)}%`;
  return (
    <svg width="100%" height={36} aria-hidden="true">
      <text x={zero} dx={-8} y={11} textAnchor="end">
        ← {t("drivers.page.lower")}
      </text>
      <text x={zero} dx={8} y={11}>
        {t("drivers.page.higher")} →
      </text>
      {axis.ticks.map((tick) => (
        <text key={tick} x={`${placeOn(axis, tick)}%`} y={30} textAnchor="middle">
          {format.number(tick, { decimals: tick === 0 ? 0 : axis.decimals, signed: true })}
        </text>
      ))}
    </svg>
  );
}
