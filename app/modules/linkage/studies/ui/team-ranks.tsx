import { useTranslation } from "react-i18next";
import { niceTicks } from "~/ui/charts/axis-ticks";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { IntervalTrack, TrackAxis } from "~/ui/charts/interval-track";
import { TableFrame } from "~/ui/tables/table-frame";
import type { IntervalEstimate, Scale } from "../../drivers/result";
import type { PreparedTeams, ShownTeam } from "../prepare-teams";
import styles from "./studies.module.css";
import { useStudyFormat } from "./use-study-format";
import { useTeamTable } from "./use-team-table";

const scales = {
  satisfaction: "points",
  revenue: "percent",
  churn: "per_hundred_a_year",
} as const satisfies Record<PreparedTeams["outcome"], Scale>;

/** Difference and place of each team with their intervals; the rest of the company is one more row without a place. */
export function TeamRanks({ teams: model }: { teams: PreparedTeams }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const { outcome, teams, rest, ranked } = model;
  const scale = scales[outcome];
  const place = (value: number) => format.number(value, { decimals: 0 });
  const bounds = [...teams.map((team) => team.effect), ...(rest ? [rest.effect] : [])];
  const ticks = niceTicks(
    Math.min(0, ...bounds.map((effect) => effect.lower)),
    Math.max(0, ...bounds.map((effect) => effect.upper)),
  );
  const effectAxis = { domain: [ticks[0]!, ticks.at(-1)!] as const, ticks, zero: 0 };
  const rankAxis = {
    domain: [1, Math.max(2, ranked)] as const,
    ticks: [...new Set([1, Math.round((1 + ranked) / 2), ranked])],
  };
  const title = t(`studies.teams.chart.${outcome}`);
  return (
    <ChartFrame
      name="teams"
      title={title}
      subtitle={t("studies.teams.unit", { unit: t(`drivers.unitOf.${outcome}`) })}
      csvName={`teams-${outcome}`}
      table={useTeamTable(model, scale)}
    >
      <TableFrame label={title} folds>
        <table className={`data ${styles["ranks"]}`}>
          <thead>
            <tr>
              <th scope="col">{t("studies.teams.team")}</th>
              <th scope="col" className="n">
                {t("studies.teams.people")}
              </th>
              <th scope="col" className="n">
                {t("studies.teams.accounts")}
              </th>
              <th scope="col" className={styles.effectColumn} data-axis="">
                <TrackAxis {...effectAxis} formatTick={format.tick} />
              </th>
              <th scope="col" className="n">
                {t("studies.teams.effect")}
                <span className="unit">{t("studies.interval95")}</span>
              </th>
              <th scope="col" className={styles.rankColumn}>
                <TrackAxis {...rankAxis} formatTick={place} />
              </th>
              <th scope="col" className="n">
                {t("studies.teams.rank")}
                <span className="unit">{t("studies.teams.rankUnit", { count: ranked })}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <tr key={team.unitId}>
                <td className="strong" data-line="name">
                  {team.unitName}
                </td>
                <td className="n">{format.number(team.people)}</td>
                <td className="n">{format.number(team.accounts)}</td>
                <td className={styles.effectColumn} data-line="text">
                  <IntervalTrack
                    {...effectAxis}
                    {...team.effect}
                    hue={outcome === "revenue" ? "mon" : "cus"}
                    mark={team.isApart ? "dot" : "open"}
                  />
                </td>
                <EffectCell effect={team.effect} scale={scale} isStrong={team.isApart} />
                <td className={styles.rankColumn}>
                  <IntervalTrack {...rankAxis} {...team.rank} hue="ink" mark="dot" />
                </td>
                <RankCell rank={team.rank} />
              </tr>
            ))}
            {rest && (
              <tr>
                <td data-line="name">
                  {t("studies.teams.rest")}
                  <span className="second">{t("studies.teams.restNote", { count: rest.teams })}</span>
                </td>
                <td className="n">{format.number(rest.people)}</td>
                <td className="n">{format.number(rest.accounts)}</td>
                <td className={styles.effectColumn} data-line="text">
                  <IntervalTrack {...effectAxis} {...rest.effect} hue="ink" mark="open" />
                </td>
                <EffectCell effect={rest.effect} scale={scale} isStrong={false} />
                <td className={styles.rankColumn} />
                <td className="n muted">–</td>
              </tr>
            )}
          </tbody>
        </table>
      </TableFrame>
    </ChartFrame>
  );
}

function EffectCell({
  effect,
  scale,
  isStrong,
}: {
  effect: IntervalEstimate;
  scale: Scale;
  isStrong: boolean;
}) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  return (
    <td className="n" data-line="1">
      <span className={isStrong ? "strong" : undefined}>{format.difference(effect.estimate, scale)}</span>
      <span className="second">
        {t("studies.intervalOf", {
          low: format.difference(effect.lower, scale),
          high: format.difference(effect.upper, scale),
        })}
      </span>
    </td>
  );
}

function RankCell({ rank }: { rank: ShownTeam["rank"] }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  return (
    <td className="n" data-line="text" data-before={t("studies.teams.rank")}>
      {format.number(rank.estimate)}
      <span className="second">
        {t("studies.intervalOf", { low: format.number(rank.lower), high: format.number(rank.upper) })}
      </span>
    </td>
  );
}
