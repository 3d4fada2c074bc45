import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { MonthLines } from "~/ui/charts/month-lines";

interface Props {
  readonly trends: {
    readonly months: readonly string[];
    readonly churn: readonly (number | null)[];
    readonly turnover: readonly (number | null)[];
  };
}

const asPercent = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : value * 100));

/** Losing people and losing customers on one time axis and one scale: both are per cent a year. */
export function BothTrends({ trends: { months, churn, turnover } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = [
    { key: "turnover", label: t("home.figure.turnover"), color: "var(--emp)", values: asPercent(turnover) },
    { key: "churn", label: t("home.figure.logoChurn"), color: "var(--cus)", values: asPercent(churn) },
  ];
  const write = (value: number) => `${format.number(value, { decimals: 1 })} %`;
  const hasData = lines.some(({ values }) => values.some((value) => value !== null));
  const last = (values: readonly (number | null)[]) => format.percent(values.at(-1) ?? null);
  return (
    <section className="section">
      <ChartFrame
        name="trends"
        title={t("home.trends.title")}
        subtitle={t("home.trends.subtitle", {
          from: format.month(months[0] ?? null),
          to: format.month(months.at(-1) ?? null),
        })}
        csvName="turnover-and-churn"
        table={{
          columns: [
            { label: t("home.costs.month") },
            ...lines.map(({ label }) => ({
              label: `${label}, %`,
              format: (value: number) => format.number(value, { decimals: 1 }),
            })),
          ],
          rows: months.map((month, index) => [
            format.month(month),
            ...lines.map(({ values }) => values[index] ?? null),
          ]),
        }}
        empty={hasData ? undefined : <p className="sub">{t("home.trends.none")}</p>}
      >
        <MonthLines
          months={months}
          lines={lines}
          formatValue={write}
          formatTick={(value) => format.number(value)}
          description={t("home.trends.description", { turnover: last(turnover), churn: last(churn) })}
        />
      </ChartFrame>
      <p className="small muted" style={{ marginTop: 8 }}>
        {t("home.trends.caution")}
      </p>
    </section>
  );
}
