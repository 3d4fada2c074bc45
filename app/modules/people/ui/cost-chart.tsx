import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { minorDigits } from "~/kernel/money";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { MonthBars } from "~/ui/charts/month-bars";
import { costCategories } from "../cost-entry";
import { costColours } from "./cost-colours";
import type { ShownTotals } from "./shown-costs";

interface Props {
  readonly totals: ShownTotals;
  readonly currency: string;
  readonly fileName: string;
}

export function CostChart({ totals, currency, fileName }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { months, byMonth } = totals;
  const units = 10 ** minorDigits(currency);
  const inUnits = (minor: string | null) => (minor === null ? null : Number(minor) / units);
  const whole = (value: number) => format.money(BigInt(Math.round(value * units)), currency);
  const compact = (value: number) => format.compactMoney(Math.round(value * units), currency);
  const unit = format.moneyUnit(currency);
  const series = costCategories
    .map((category) => ({
      key: category,
      label: t(`people.costs.name.${category}`),
      ...costColours[category],
      values: byMonth[category].map(inUnits),
    }))
    .filter(({ values }) => values.some((value) => value !== null));
  const from = format.month(months[0] ?? null);
  const to = format.month(months.at(-1) ?? null);
  return (
    <ChartFrame
      name="costs"
      title={t("people.costs.title")}
      subtitle={t("people.costs.subtitle", { unit, from, to })}
      csvName={fileName}
      table={{
        columns: [
          { label: t("charts.month") },
          ...series.map(({ label }) => ({ label: `${label}, ${currency}`, format: whole })),
        ],
        rows: months.map((month, index) => [
          month.slice(0, 7),
          ...series.map(({ values }) => values[index] ?? null),
        ]),
      }}
    >
      <MonthBars
        months={months}
        series={series}
        formatValue={whole}
        formatTick={compact}
        description={t("people.costs.description", {
          total: format.compactMoney(totals.periodMinor, currency),
          unit,
        })}
      />
    </ChartFrame>
  );
}
