import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { minorDigits } from "~/kernel/money";
import type { ConversionNote } from "~/modules/access/conversion-notes";
import { ConvertedNote } from "~/modules/access/ui/converted-note";
import { ChartFrame } from "~/ui/charts/chart-frame";
import type { AccountHeader } from "../get-account.server";
import { type MonthAxis, monthAxis } from "../month-axis";
import type { AccountMonths } from "../prepare-account-months";
import styles from "./plot.module.css";
import { RevenuePlot } from "./revenue-plot";
import { MonthTicks, SatisfactionPlot, SatisfactionScale } from "./satisfaction-plot";

interface Props {
  readonly account: AccountHeader;
  readonly months: AccountMonths;
  readonly conversions: readonly ConversionNote[];
}

type PlotProps = Omit<Props, "conversions"> & { readonly axis: MonthAxis };

/** Revenue and satisfaction of three years, one under the other on the same months. */
export function OverviewCharts({ account, months, conversions }: Props) {
  const axis = monthAxis(months.months);
  return (
    <div className="stack">
      <div>
        <Revenue account={account} months={months} axis={axis} />
        <ConvertedNote notes={conversions} />
      </div>
      <div className="section">
        <Satisfaction account={account} months={months} axis={axis} />
      </div>
    </div>
  );
}

function Revenue({ account, months, axis }: PlotProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = account;
  const { recurringMinor, oneOffMinor } = months;
  const span = { from: format.month(axis.months[0]!), to: format.month(axis.months.at(-1)!) };
  const hasRevenue = [...recurringMinor, ...oneOffMinor].some((minor) => minor !== null && minor !== 0);
  const lastWhole = axis.months.length - 2;
  const hasOneOff = oneOffMinor.some((minor) => minor !== null && minor !== 0);
  return (
    <ChartFrame
      name="revenue"
      title={t("linkage.account.revenue.title")}
      subtitle={t("linkage.account.revenue.subtitle", { unit: format.moneyUnit(currency), ...span })}
      csvName={`${account.number}-revenue`}
      table={{
        columns: [
          { label: t("linkage.team.month") },
          {
            label: `${t("linkage.account.revenue.recurring")} (${currency})`,
            format: (v) => format.number(v, { decimals: 2 }),
          },
          {
            label: `${t("linkage.account.revenue.oneOff")} (${currency})`,
            format: (v) => format.number(v, { decimals: 2 }),
          },
        ],
        rows: axis.months.map((month, index) => [
          format.month(month),
          major(recurringMinor[index] ?? null, currency),
          major(oneOffMinor[index] ?? null, currency),
        ]),
      }}
      legend={
        hasOneOff
          ? [
              { key: "recurring", label: t("linkage.account.revenue.recurring"), color: "var(--mon)" },
              { key: "oneOff", label: t("linkage.account.revenue.oneOff"), color: "var(--mon-3)" },
            ]
          : undefined
      }
      empty={
        hasRevenue ? undefined : (
          <p className="sub">
            {t("linkage.account.revenue.empty")} {t("linkage.account.revenue.emptyHint")}
          </p>
        )
      }
    >
      <RevenuePlot
        axis={axis}
        recurringMinor={recurringMinor}
        oneOffMinor={oneOffMinor}
        currency={currency}
        description={t("linkage.account.revenue.description", {
          last: format.compactMoney(
            Math.round((recurringMinor[lastWhole] ?? 0) + (oneOffMinor[lastWhole] ?? 0)),
            currency,
          ),
          unit: format.moneyUnit(currency),
        })}
      />
      <div className={styles.framed}>
        <span />
        <MonthTicks axis={axis} />
      </div>
    </ChartFrame>
  );
}

function Satisfaction({ account, months, axis }: PlotProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { csat } = months;
  const span = { from: format.month(axis.months[0]!), to: format.month(axis.months.at(-1)!) };
  const last = csat.findLast((point) => point.mean !== null);
  const one = (value: number) => format.number(value, { decimals: 1 });
  return (
    <ChartFrame
      name="satisfaction"
      title={t("linkage.account.satisfaction.title")}
      subtitle={t("linkage.account.satisfaction.subtitle", span)}
      csvName={`${account.number}-satisfaction`}
      table={{
        columns: [
          { label: t("linkage.team.month") },
          { label: t("linkage.account.satisfaction.mean"), format: one },
          { label: t("linkage.account.satisfaction.low"), format: one },
          { label: t("linkage.account.satisfaction.high"), format: one },
          { label: t("linkage.account.satisfaction.n") },
        ],
        rows: axis.months.map((month, index) => {
          const { mean = null, lower = null, upper = null, n = 0 } = csat[index] ?? {};
          return [format.month(month), mean, lower, upper, n];
        }),
      }}
      empty={
        last ? undefined : (
          <p className="sub">
            {t("linkage.account.satisfaction.empty")} {t("linkage.account.satisfaction.emptyHint")}
          </p>
        )
      }
    >
      <div className={styles.framed}>
        <div className={styles.gutter}>
          <SatisfactionScale />
        </div>
        <SatisfactionPlot
          axis={axis}
          points={csat}
          description={t("linkage.account.satisfaction.description", {
            mean: format.number(last?.mean ?? null, { decimals: 1 }),
            n: last?.n ?? 0,
          })}
        />
        <span />
        <MonthTicks axis={axis} />
      </div>
      <p className={`sub ${styles.note}`}>
        {t(
          last?.lower === null ? "linkage.account.satisfaction.noBand" : "linkage.account.satisfaction.note",
        )}
      </p>
    </ChartFrame>
  );
}

/** A file wants plain amounts: minor units divided by what the currency has. */
function major(minor: number | null, currency: string): number | null {
  if (minor === null) return null;
  return minor / 10 ** minorDigits(currency);
}
