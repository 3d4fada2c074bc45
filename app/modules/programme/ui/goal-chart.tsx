import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { monthRange } from "~/kernel/calendar";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { MonthLines } from "~/ui/charts/month-lines";
import type { MeasuredGoal } from "../measure-goals.server";
import { lastMonthBy } from "../metric-library";
import { unitWord, valueWord } from "./goal-words";

/** Actual by month against the target and the straight line that leads there from the baseline. */
export function GoalChart({ goal }: { goal: MeasuredGoal }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { metric, trend, target, baseline } = goal;
  if (metric === null || target === null) return null;
  const from = lastMonthBy(goal.baselineOn);
  const due = lastMonthBy(goal.dueOn);
  const first = trend[0]?.month ?? from;
  const lastShown = [due, trend.at(-1)?.month ?? due].sort().at(-1) ?? due;
  const months = monthRange(first, lastShown);
  const byMonth = new Map(trend.map((point) => [point.month, point.value]));
  const path = monthRange(from, due);
  const planned = (month: string) => {
    const index = path.indexOf(month);
    if (index < 0 || baseline === null) return null;
    return baseline + ((target - baseline) * index) / Math.max(1, path.length - 1);
  };
  const lines = [
    {
      key: "actual",
      label: t("programme.goals.lineActual"),
      color: "var(--cus)",
      values: months.map((month) => byMonth.get(month) ?? null),
    },
    { key: "path", label: t("programme.goals.linePath"), color: "var(--ink-3)", values: months.map(planned) },
    {
      key: "target",
      label: t("programme.goals.lineTarget"),
      color: "var(--good)",
      values: months.map(() => target),
    },
  ];
  const title = t("programme.goals.chartTitle");
  return (
    <section className="section">
      <ChartFrame
        name="trend"
        title={title}
        subtitle={t("programme.goals.chartSubtitle", {
          metric: t(`programme.metric.${metric}`),
          unit: unitWord(t, goal),
        })}
        csvName={`goal-${metric}`}
        table={{
          columns: [
            { label: t("programme.goals.month") },
            ...lines.map(({ label }) => ({
              label,
              format: (value: number) => valueWord(format, metric, value),
            })),
          ],
          rows: months.map((month, index) => [
            month.slice(0, 7),
            ...lines.map(({ values }) => values[index] ?? null),
          ]),
        }}
        empty={
          trend.some((point) => point.value !== null) ? undefined : (
            <p className="sub">
              {t(metric === "engagement" ? "programme.goals.noTrendSurvey" : "programme.goals.noTrend")}
            </p>
          )
        }
      >
        <MonthLines
          months={months}
          lines={lines}
          description={title}
          formatValue={(value) => valueWord(format, metric, value)}
          events={months.includes(from) ? [{ month: from, label: t("programme.goals.baselineMark") }] : []}
        />
      </ChartFrame>
    </section>
  );
}
