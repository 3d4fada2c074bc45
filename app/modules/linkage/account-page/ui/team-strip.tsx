import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { MeanEstimate } from "../mean-from-sums";
import type { MonthAxis } from "../month-axis";
import type { StripBar, StripGap, StripHandover, StripRow, TeamStrip } from "../prepare-team-strip";
import plot from "./plot.module.css";
import { MonthTicks, SatisfactionPlot, SatisfactionScale, satisfactionY } from "./satisfaction-plot";
import styles from "./team-strip.module.css";

interface Props {
  readonly strip: TeamStrip;
  readonly axis: MonthAxis;
  readonly points: readonly MeanEstimate[];
  readonly description: string;
}

/** So many handovers are named above the plot; older ones keep their line and stand in the table. */
const namedHandovers = 4;

/** Satisfaction over who served when, on one time axis. Everything is placed in percent, so it fits a phone as well. */
export function TeamStripChart({ strip, axis, points, description }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = strip.handovers.slice(-namedHandovers).reverse();
  const last = points.findLast((point) => point.mean !== null);
  return (
    <div className={styles.strip}>
      <div className={styles.overlay} aria-hidden="true">
        {strip.handovers.map((handover) => {
          const level = named.indexOf(handover);
          return (
            <div
              key={handover.on}
              className={styles.event}
              style={{ left: `${handover.x}%`, top: level < 0 ? named.length * 20 : level * 20 + 10 }}
            />
          );
        })}
      </div>
      {named.length > 0 && (
        <ul className={styles.labels} style={{ height: named.length * 20 }}>
          {named.map((handover, level) => (
            <HandoverLabel key={handover.on} handover={handover} top={level * 20} />
          ))}
        </ul>
      )}
      <p className={styles.lineName}>{t("linkage.team.line")}</p>
      <div className={`${styles.gutter} ${styles.scale}`}>
        <SatisfactionScale />
      </div>
      <SatisfactionPlot axis={axis} points={points} description={description} height={168} />
      <div className={styles.edge}>
        {last?.mean != null && (
          <p className={styles.lastValue} style={{ "--y": `${satisfactionY(last.mean)}%` } as CSSProperties}>
            <b>{format.number(last.mean, { decimals: 1 })}</b> n {last.n}
          </p>
        )}
      </div>
      <p className={styles.edgeHead}>{t("linkage.team.uncovered")}</p>
      {strip.rows.map((row) => (
        <RoleRow key={row.role} row={row} />
      ))}
      <span className={styles.gutter} />
      <MonthTicks axis={axis} />
      <span className={styles.edge} />
    </div>
  );
}

function HandoverLabel({ handover, top }: { handover: StripHandover; top: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { gapDays, cause, fromNames, toName, on, x } = handover;
  const between =
    gapDays > 0
      ? t("linkage.team.handover.gap", { days: t("linkage.team.days", { count: gapDays }) })
      : gapDays < 0
        ? t("linkage.team.handover.overlap", { days: t("linkage.team.days", { count: -gapDays }) })
        : t("linkage.team.handover.direct");
  const side = x > 50 ? { right: `calc(${100 - x}% + 4px)` } : { left: `calc(${x}% + 4px)` };
  return (
    <li className={styles.label} style={{ top, ...side }}>
      <b>
        <span className={styles.short}>{format.month(on)}: </span>
        {t(`linkage.team.handover.${cause ?? "unknown"}`)}
      </b>
      <span className={styles.long}>
        {" "}
        {t("linkage.team.handover.people", { from: fromNames.join(", "), to: toName })}, {format.date(on)},{" "}
        {between}
      </span>
    </li>
  );
}

function RoleRow({ row }: { row: StripRow }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.role}>{t(`assignments.role.${row.role}`)}</p>
      <div className={styles.track}>
        {row.lanes.length === 0 && <div className={styles.lane} />}
        {row.lanes.map((lane, index) => (
          <div key={index} className={styles.lane}>
            {lane.map((bar) => (
              <Bar key={bar.id} bar={bar} isOwner={row.role === "owner"} />
            ))}
            {index === 0 && row.gaps.map((gap) => <Gap key={gap.from} gap={gap} />)}
          </div>
        ))}
        {row.lanes.length === 0 && row.gaps.map((gap) => <Gap key={gap.from} gap={gap} />)}
      </div>
      <p className={row.uncoveredDays > 0 ? `${styles.days} strong` : styles.days}>
        {t("linkage.team.days", { count: row.uncoveredDays })}
      </p>
    </>
  );
}

function Bar({ bar, isOwner }: { bar: StripBar; isOwner: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = bar.share === null ? "" : ` ${format.percent(bar.share, { decimals: 0 })}%`;
  const until = bar.endsOn === null ? t("linkage.team.served.present") : format.date(bar.endsOn);
  return (
    <div
      className={isOwner ? `${styles.bar} ${styles.owner}` : styles.bar}
      style={{ left: `${bar.x}%`, width: `${bar.width}%` }}
      title={`${bar.employeeName}${share}, ${format.date(bar.startsOn)} – ${until}`}
    >
      {bar.employeeName}
      {share}
    </div>
  );
}

function Gap({ gap }: { gap: StripGap }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = t("linkage.team.nobody", { days: t("linkage.team.days", { count: gap.days }) });
  return (
    <div
      className={styles.gap}
      style={{ left: `${gap.x}%`, width: `${gap.width}%` }}
      title={`${text}, ${format.date(gap.from)} – ${format.date(gap.to)}`}
    >
      {gap.width > 16 && <span>{text}</span>}
    </div>
  );
}

/** The gaps in words, for those who cannot see the hatching or need the dates. */
export function GapList({ strip }: { strip: TeamStrip }) {
  const { t } = useTranslation();
  const format = useFormat();
  const gaps = strip.rows.flatMap((row) => row.gaps.map((gap) => ({ ...gap, role: row.role })));
  return (
    <div className={`sub ${plot.note}`}>
      {gaps.length === 0 ? (
        <p>{t("linkage.team.noGaps")}</p>
      ) : (
        <>
          <p>
            <span className={styles.swatch} aria-hidden="true" /> {t("linkage.team.gapLegend")}
          </p>
          <ul>
            {gaps.map((gap) => (
              <li key={`${gap.role}${gap.from}`}>
                {t(gap.isOpen ? "linkage.team.gapOpen" : "linkage.team.gapList", {
                  role: t(`assignments.role.${gap.role}`),
                  from: format.date(gap.from),
                  to: format.date(gap.to),
                  days: t("linkage.team.days", { count: gap.days }),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
