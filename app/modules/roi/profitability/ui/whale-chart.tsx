import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { curveSteps } from "../profit-report";
import type { ShownGroup } from "../read-profit-report.server";
import styles from "./whale-chart.module.css";

const width = 640;
const height = 260;
const margin = { top: 16, right: 64, bottom: 36, left: 64 };

/** Cumulative profit, best accounts first: how far above the end it rises is what the loss-making accounts eat. */
export function WhaleChart({ group, currency }: { group: ShownGroup; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { curve } = group;
  const money = (minor: number) => format.compactMoney(Math.round(minor), currency);
  const shares = Array.from({ length: curveSteps + 1 }, (_, step) => step / curveSteps);
  return (
    <section className="section">
      <ChartFrame
        name="whale"
        title={t("money.whale.title")}
        subtitle={t("money.whale.subtitle", { unit: format.moneyUnit(currency) })}
        csvName="whale-curve"
        table={{
          columns: [
            { label: t("money.whale.share"), format: (value) => format.percent(value, { decimals: 0 }) },
            { label: t("money.whale.cumulative"), format: money },
          ],
          rows: curve ? shares.map((share, step) => [share, curve.cumulativeMinor[step] ?? null]) : [],
        }}
        empty={curve ? undefined : <p className="sub">{t("money.whale.hidden")}</p>}
      >
        {curve && <Curve group={group} currency={currency} />}
      </ChartFrame>
      {curve && (
        <p className="sub" style={{ marginTop: 8 }}>
          {curve.topFifthShare === null
            ? t("money.whale.noShare", { money: money(curve.totalMinor), unit: format.moneyUnit(currency) })
            : t("money.whale.sentence", {
                share: format.percent(curve.topFifthShare, { decimals: 0 }),
                peak: format.percent(curve.positiveMinor / curve.totalMinor, { decimals: 0 }),
              })}{" "}
          {t("money.whale.key", {
            count: curve.keyAccounts,
            n: format.number(curve.keyAccounts),
            all: format.number(group.accounts),
            losing: format.number(curve.lossMaking),
          })}
          {group.topFifthRevenueShare !== null &&
            ` ${t("money.whale.revenue", { share: format.percent(group.topFifthRevenueShare, { decimals: 0 }) })}`}
        </p>
      )}
    </section>
  );
}

function Curve({ group, currency }: { group: ShownGroup; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const points = group.curve!.cumulativeMinor;
  const low = Math.min(0, ...points);
  const high = Math.max(1, ...points);
  const x = (step: number) => margin.left + (step / curveSteps) * (width - margin.left - margin.right);
  const y = (minor: number) =>
    margin.top + ((high - minor) / (high - low)) * (height - margin.top - margin.bottom);
  const path = points
    .map((minor, step) => `${step === 0 ? "M" : "L"}${x(step).toFixed(1)} ${y(minor).toFixed(1)}`)
    .join("");
  const peak = points.indexOf(Math.max(...points));
  const end = points.at(-1) ?? 0;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={styles.plot}
      role="img"
      aria-label={t("money.whale.description", {
        accounts: format.number(group.accounts),
        total: format.compactMoney(Math.round(end), currency),
        unit: format.moneyUnit(currency),
      })}
    >
      <line x1={x(0)} x2={x(curveSteps)} y1={y(0)} y2={y(0)} className={styles.zero} />
      {[0, 5, 10, 15, 20].map((step) => (
        <text key={step} x={x(step)} y={height - 12} textAnchor="middle" className={styles.axis}>
          {`${(step / curveSteps) * 100} %`}
        </text>
      ))}
      <path d={`${path}L${x(curveSteps)} ${y(0)}L${x(0)} ${y(0)}Z`} className={styles.area} />
      <path d={path} className={styles.line} />
      {points.map((minor, step) => (
        <circle key={step} cx={x(step)} cy={y(minor)} r={7} className={styles.hit}>
          <title>
            {t("money.whale.point", {
              share: Math.round((step / curveSteps) * 100),
              money: format.compactMoney(Math.round(minor), currency),
              unit: format.moneyUnit(currency),
            })}
          </title>
        </circle>
      ))}
      {peak !== curveSteps && (
        <text x={x(peak)} y={y(points[peak]!) - 6} textAnchor="middle" className={styles.label}>
          {format.compactMoney(Math.round(points[peak]!), currency)}
        </text>
      )}
      <text x={x(curveSteps) + 8} y={y(end) + 4} className={styles.label}>
        {format.compactMoney(Math.round(end), currency)}
      </text>
    </svg>
  );
}
