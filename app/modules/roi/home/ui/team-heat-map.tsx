import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { wholeMonthsBetween } from "~/kernel/calendar";
import type { HiddenReason } from "~/modules/people/survey-wave";
import { heatSteps, minimumAnswers, yearlyChurn } from "../heat-scale";
import styles from "./team-heat-map.module.css";

interface Member {
  readonly id: string;
  readonly name: string;
  readonly hiredOn: string;
  readonly trainingHours12m: number;
  readonly workloadZ: number | null;
  readonly csatN: number;
  readonly csatTop2N: number;
  readonly npsN: number;
  readonly npsPromoters: number;
  readonly npsDetractors: number;
  readonly accountMonths: number;
  readonly accountsLost: number;
}

interface Props {
  readonly teams: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly engagement: {
      readonly mean: number | null;
      readonly n: number | null;
      readonly reason: HiddenReason | null;
    };
    readonly members: readonly Member[];
  }[];
  /** Members beyond the most that are shown. */
  readonly left: number;
  readonly today: string;
}

/** People at left, the accounts they serve at right; engagement only per team, and only above the limit. */
export function TeamHeatMap({ teams, left, today }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const members = teams.flatMap((team) => team.members);
  const columns = {
    training: members.map((member) => member.trainingHours12m),
    tenure: members.map((member) => wholeMonthsBetween(member.hiredOn, today)),
    workload: members.map((member) => member.workloadZ),
    csat: members.map((member) => (member.csatN < minimumAnswers ? null : member.csatTop2N / member.csatN)),
    nps: members.map((member) =>
      member.npsN < minimumAnswers
        ? null
        : (100 * (member.npsPromoters - member.npsDetractors)) / member.npsN,
    ),
    churn: members.map((member) => yearlyChurn(member.accountsLost, member.accountMonths)),
  };
  const steps = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, heatSteps(values)]),
  );
  const cell = (
    column: keyof typeof columns,
    index: number,
    text: string,
    hue: "emp" | "cus",
    hidden: string,
  ) => {
    const step = steps[column]?.[index];
    if (step === null || step === undefined) {
      return (
        <td key={column} className="hidden-cell n">
          <span>{hidden}</span>
        </td>
      );
    }
    return (
      <td key={column} className={`n ${styles[`${hue}${step}`]}`}>
        {text}
      </td>
    );
  };
  let index = -1;
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("home.heat.title")}</h2>
          <p className="sub">{t("home.heat.subtitle")}</p>
        </div>
      </div>
      {members.length === 0 ? (
        <p className="sub">{t("home.heat.none")}</p>
      ) : (
        <div className="table-frame">
          <table className={`data ${styles.heat}`}>
            <thead>
              <tr>
                <th colSpan={2} />
                <th colSpan={4} className={styles.people}>
                  {t("home.heat.people")}
                </th>
                <th colSpan={3} className={styles.accounts}>
                  {t("home.heat.accounts")}
                </th>
              </tr>
              <tr>
                <th>{t("home.heat.team")}</th>
                <th>{t("home.heat.member")}</th>
                {(["training", "tenure", "engagement", "workload", "csat", "nps", "churn"] as const).map(
                  (name) => (
                    <th key={name} className="n">
                      {t(`home.heat.${name}`)}
                      <span className="unit">{t(`home.heat.unit.${name}`)}</span>
                    </th>
                  ),
                )}
              </tr>
            </thead>
            {teams.map((team) => (
              <tbody key={team.unitId}>
                {team.members.map((member, position) => {
                  index += 1;
                  return (
                    <tr key={member.id}>
                      {position === 0 && (
                        <th scope="rowgroup" rowSpan={team.members.length} className={styles.team}>
                          {team.unitName}
                        </th>
                      )}
                      <td className={styles.member}>
                        <Link to={`/employees/${member.id}`} prefetch="intent">
                          {member.name}
                        </Link>
                      </td>
                      {cell("training", index, format.number(member.trainingHours12m), "emp", "")}
                      {cell("tenure", index, format.number(columns.tenure[index] ?? null), "emp", "")}
                      {position === 0 && (
                        <EngagementCell engagement={team.engagement} rows={team.members.length} />
                      )}
                      {cell(
                        "workload",
                        index,
                        format.number(member.workloadZ, { decimals: 1, signed: true }),
                        "emp",
                        t("home.heat.noPeers"),
                      )}
                      {cell(
                        "csat",
                        index,
                        `${format.percent(columns.csat[index] ?? null, { decimals: 0 })} (${member.csatN})`,
                        "cus",
                        t("home.heat.fewAnswers"),
                      )}
                      {cell(
                        "nps",
                        index,
                        format.number(columns.nps[index] ?? null, { signed: true }),
                        "cus",
                        t("home.heat.fewAnswers"),
                      )}
                      {cell(
                        "churn",
                        index,
                        format.percent(columns.churn[index] ?? null),
                        "cus",
                        t("home.heat.tooNew"),
                      )}
                    </tr>
                  );
                })}
              </tbody>
            ))}
          </table>
        </div>
      )}
      {left > 0 && <p className="small muted">{t("home.heat.left", { count: left })}</p>}
      <p className="small muted" style={{ marginTop: 8 }}>
        {t("home.heat.caution", { count: members.length })}
      </p>
    </section>
  );
}

function EngagementCell({
  engagement,
  rows,
}: {
  engagement: Props["teams"][number]["engagement"];
  rows: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (engagement.mean === null) {
    return (
      <td rowSpan={rows} className={`hidden-cell ${styles.engagement}`}>
        <span>{t(`home.heat.hidden.${engagement.reason ?? "no_data"}`)}</span>
      </td>
    );
  }
  return (
    <td rowSpan={rows} className={`${styles.emp1} ${styles.engagement}`}>
      {format.number(engagement.mean, { decimals: 1 })}
      <span className="second">{t("home.heat.answered", { count: engagement.n ?? 0 })}</span>
    </td>
  );
}
