import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { addMonths, monthOf, monthRange } from "~/kernel/calendar";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { MonthBars } from "~/ui/charts/month-bars";
import type { TrainingLine } from "../list-training.server";

interface Props {
  readonly records: readonly TrainingLine[];
  readonly hiredOn: string;
  readonly asOf: string;
  readonly fileName: string;
}

/** Hours by month. Before joining a month has no value; after it, a month without a course is 0 hours. */
function hoursByMonth(records: readonly TrainingLine[], hiredOn: string, asOf: string) {
  const last = monthOf(asOf);
  const months = monthRange(addMonths(last, -23), last);
  const values = months.map((month) =>
    month < monthOf(hiredOn)
      ? null
      : records
          .filter((record) => monthOf(record.completedOn) === month)
          .reduce((sum, record) => sum + record.hours, 0),
  );
  return { months, values };
}

export function TrainingChart({ records, hiredOn, asOf, fileName }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { months, values } = hoursByMonth(records, hiredOn, asOf);
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const hours = (value: number) => format.number(value, { decimals: 1 });
  return (
    <ChartFrame
      name="training"
      title={t("people.training.title")}
      subtitle={t("people.training.subtitle")}
      csvName={fileName}
      empty={total === 0 ? <p className="sub">{t("people.training.emptyChart")}</p> : undefined}
      table={{
        columns: [{ label: t("charts.month") }, { label: t("people.training.hours"), format: hours }],
        rows: months.map((month, index) => [month.slice(0, 7), values[index] ?? null]),
      }}
    >
      <MonthBars
        months={months}
        series={[{ key: "hours", label: t("people.training.hours"), color: "var(--emp-2)", values }]}
        formatValue={hours}
        formatTick={(value) => format.number(value, { decimals: Number.isInteger(value) ? 0 : 1 })}
        description={t("people.training.description", { hours: hours(total) })}
        height={220}
      />
    </ChartFrame>
  );
}
