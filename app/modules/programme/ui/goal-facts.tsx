import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { addDays } from "~/kernel/calendar";
import { allowedLag } from "../goal-status";
import type { MeasuredGoal } from "../measure-goals.server";
import { metricOf } from "../metric-library";
import { GoalStatusMark } from "./goal-status-mark";
import { unitWord, valueWord } from "./goal-words";

/** Baseline, actual, target, and the rule by which the status follows from them. */
export function GoalFacts({ goal }: { goal: MeasuredGoal }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { metric, progress } = goal;
  const percent = (value: number) => format.percent(value, { decimals: 0 });
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("programme.goals.status")}</dt>
          <dd>
            <GoalStatusMark status={progress.status} isJudged={metric === null} />
          </dd>
        </div>
        {metric !== null && (
          <>
            <div>
              <dt>{t("programme.goals.metric")}</dt>
              <dd>
                {t(`programme.metric.${metric}`)} <span className="muted small">{unitWord(t, goal)}</span>
              </dd>
            </div>
            <div>
              <dt>{t("programme.goals.baseline")}</dt>
              <dd>
                {valueWord(format, metric, goal.baseline)}{" "}
                <span className="muted small">
                  {goal.isBaselineTyped
                    ? t("programme.goals.typed")
                    : t("programme.goals.asOf", { date: format.date(goal.baselineOn) })}
                </span>
              </dd>
            </div>
            <div>
              <dt>{t("programme.goals.actual")}</dt>
              <dd>
                {valueWord(format, metric, goal.actual?.value ?? null)}{" "}
                <span className="muted small">
                  <ActualNote goal={goal} />
                </span>
              </dd>
            </div>
            <div>
              <dt>{t("programme.goals.target")}</dt>
              <dd>{valueWord(format, metric, goal.target)}</dd>
            </div>
          </>
        )}
        <div>
          <dt>{t("programme.goals.due")}</dt>
          <dd>{format.date(goal.dueOn)}</dd>
        </div>
        <div>
          <dt>{t("programme.goals.owner")}</dt>
          <dd>{goal.ownerName ?? <span className="muted">{t("programme.nobody")}</span>}</dd>
        </div>
      </dl>
      <section className="section">
        <h2>{t("programme.goals.ruleTitle")}</h2>
        <p className="sub">
          {metric === null
            ? t("programme.goals.ruleJudged")
            : t("programme.goals.ruleMeasured", { lag: percent(allowedLag) })}
        </p>
        {metric !== null && (
          <p className="sub ink2">
            {progress.done === null
              ? t("programme.goals.hereUndone", { expected: percent(progress.expected) })
              : t("programme.goals.here", {
                  done: percent(progress.done),
                  expected: percent(progress.expected),
                })}
          </p>
        )}
        {metric !== null && goal.target === null && goal.currency && (
          <p className="notice warn">{t("programme.goals.notComparable", { currency: goal.currency })}</p>
        )}
      </section>
      {goal.description && (
        <section className="section">
          <h2>{t(metric === null ? "programme.goals.criterion" : "programme.goals.why")}</h2>
          <p>{goal.description}</p>
        </section>
      )}
    </>
  );
}

function ActualNote({ goal: { metric, actual, actualOn } }: { goal: MeasuredGoal }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (metric === null || actual === null) return null;
  if (actual.reason) return t(`common.noValue.${actual.reason}`);
  const date = format.date(actualOn);
  const { months } = metricOf(metric);
  if (months === 0)
    return t("programme.goals.lastSurvey", { date: format.date(actualOn && addDays(actualOn, 1)) });
  return t(months === 1 ? "programme.goals.measuredOnMonth" : "programme.goals.measuredOn", { date });
}
