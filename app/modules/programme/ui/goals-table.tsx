import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { MeasuredGoal } from "../measure-goals.server";
import { GoalStatusMark } from "./goal-status-mark";
import { unitWord, valueWord } from "./goal-words";

export function GoalsTable({ goals }: { goals: readonly MeasuredGoal[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th>{t("programme.goals.goal")}</th>
            <th>{t("programme.goals.status")}</th>
            <th>{t("programme.goals.scope")}</th>
            <th className="n">{t("programme.goals.baseline")}</th>
            <th className="n">{t("programme.goals.actual")}</th>
            <th className="n">{t("programme.goals.target")}</th>
            <th className="n">
              {t("programme.goals.progress")}
              <span className="unit">%</span>
            </th>
            <th>{t("programme.goals.due")}</th>
            <th>{t("programme.goals.owner")}</th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <tr key={goal.id}>
              <td style={{ minWidth: 190 }}>
                <Link to={`/programme/goals/${goal.id}`} prefetch="intent">
                  {goal.title}
                </Link>
                {goal.metric && (
                  <span className="second">
                    {t(`programme.metric.${goal.metric}`)} · {unitWord(t, goal)}
                  </span>
                )}
              </td>
              <td>
                <GoalStatusMark status={goal.progress.status} isJudged={goal.metric === null} />
              </td>
              <td>{goal.orgUnitName ?? t("programme.noCompanyUnit")}</td>
              {goal.metric === null ? (
                <td colSpan={4} className="muted">
                  {goal.assessmentNote}
                </td>
              ) : (
                <>
                  <td className="n">{valueWord(format, goal.metric, goal.baseline)}</td>
                  <td
                    className="n strong"
                    title={goal.actual?.reason ? t(`common.noValue.${goal.actual.reason}`) : undefined}
                  >
                    {valueWord(format, goal.metric, goal.actual?.value ?? null)}
                  </td>
                  <td className="n">{valueWord(format, goal.metric, goal.target)}</td>
                  <td className="n">{format.percent(goal.progress.done, { decimals: 0 })}</td>
                </>
              )}
              <td className="nowrap">{format.date(goal.dueOn)}</td>
              <td>{goal.ownerName ?? <span className="muted">{t("programme.nobody")}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
