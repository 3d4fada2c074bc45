import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { minorDigits } from "~/kernel/money";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { MonthBars } from "~/ui/charts/month-bars";

type Category =
  | "acquisition"
  | "compensation"
  | "retention"
  | "training"
  | "turnover"
  | "productivity"
  | "morale";

interface Props {
  readonly months: readonly string[];
  readonly costs: readonly {
    readonly category: Category;
    readonly valuesMinor: readonly (number | null)[];
  }[];
  readonly currency: string;
}

const colors: Readonly<Record<Category, string>> = {
  compensation: "var(--mon-3)",
  training: "var(--mon)",
  acquisition: "var(--mon-2)",
  retention: "color-mix(in srgb, var(--mon-2) 60%, var(--mon-3))",
  turnover: "var(--emp-2)",
  productivity: "var(--emp-3)",
  morale: "var(--mon-4)",
};

/** The staff ledger of the company, all seven categories, month by month. */
export function CostByMonth({ months, costs, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit = 10 ** minorDigits(currency);
  // Pay lies at the bottom: it dwarfs the rest, which then share one base line.
  const ordered = [...costs].sort(
    (a, b) => Number(b.category === "compensation") - Number(a.category === "compensation"),
  );
  const series = ordered
    .filter(({ valuesMinor }) => valuesMinor.some((value) => value !== null && value !== 0))
    .map(({ category, valuesMinor }) => ({
      key: category,
      label: t(`home.costs.category.${category}`),
      color: colors[category],
      values: valuesMinor.map((value) => (value === null ? null : value / unit)),
    }));
  const write = (value: number) =>
    `${format.compactMoney(Math.round(value * unit), currency)} ${format.moneyUnit(currency)}`;
  const plain = (value: number) => format.compactMoney(Math.round(value * unit), currency);
  const total = costs
    .flatMap(({ valuesMinor }) => valuesMinor)
    .reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const missing = costs
    .filter(({ category }) => !series.some(({ key }) => key === category))
    .map(({ category }) => t(`home.costs.category.${category}`));
  return (
    <section className="section">
      <ChartFrame
        name="costs"
        title={t("home.costs.title")}
        subtitle={t("home.costs.subtitle", {
          unit: format.moneyUnit(currency),
          from: format.month(months[0] ?? null),
          to: format.month(months.at(-1) ?? null),
        })}
        csvName="people-cost-by-month"
        legend={series.map(({ key, label, color }) => ({ key, label, color }))}
        table={{
          columns: [
            { label: t("home.costs.month") },
            ...series.map(({ label }) => ({ label, format: plain })),
            { label: t("home.costs.total"), format: plain },
          ],
          rows: months.map((month, index) => {
            const values = series.map(({ values }) => values[index] ?? null);
            return [
              format.month(month),
              ...values,
              values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
            ];
          }),
        }}
        empty={series.length === 0 ? <p className="sub">{t("home.costs.none")}</p> : undefined}
      >
        <MonthBars
          months={months}
          series={series}
          formatValue={write}
          formatTick={plain}
          description={t("home.costs.description", {
            total: format.compactMoney(Math.round(total), currency),
            unit: format.moneyUnit(currency),
            count: months.length,
          })}
        />
      </ChartFrame>
      {missing.length > 0 && series.length > 0 && (
        <p className="small muted">
          {t("home.costs.missing", { names: missing.join(t("home.reason.separator")) })}
        </p>
      )}
    </section>
  );
}
