import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Formatter } from "~/i18n/format";
import { useFormat } from "~/i18n/use-format";
import { Sparkline } from "~/ui/charts/sparkline";
import { Definition } from "~/ui/primitives/definition";
import { StateMark, type Tone } from "~/ui/primitives/state-mark";
import type { Figure, FigureUnit, Part } from "../figure";
import styles from "./number-tile.module.css";

interface Props {
  readonly figure: Figure;
  readonly currency: string;
  /** "Nov 2025 – Oct 2026": what the figure covers. */
  readonly period: string;
  readonly asOf: string;
}

const colors: Partial<Record<Figure["id"], string>> = {
  grr: "var(--mon)",
  nrr: "var(--mon)",
  revenue: "var(--mon)",
  marginAfterPeopleCost: "var(--mon)",
  peopleCostPerRevenue: "var(--mon)",
  costPerHire: "var(--mon)",
  csat: "var(--cus)",
  nps: "var(--cus)",
  ces: "var(--cus)",
  logoChurn: "var(--cus)",
  customerRetention: "var(--cus)",
};

/** One figure: value with unit, interval and n, change with its meaning, trend; it opens to what it was made of. */
export function NumberTile({ figure, currency, period, asOf }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, unit, value, interval, n, previous, reason } = figure;
  const write = writerOf(format, unit, currency);
  return (
    <div className="tile">
      <Definition
        name={
          <>
            <span>{t(`home.figure.${id}`)}</span>
            <span className={styles.short}>{t(`home.short.${id}`)}</span>
          </>
        }
      >
        <p>{t(`home.definition.${id}`)}</p>
        <dl className="key-values">
          {figure.parts.map((part) => (
            <PartRow key={part.name} part={part} currency={currency} />
          ))}
          <dt>{t("home.period")}</dt>
          <dd>{period}</dd>
          <dt>{t("common.asOf")}</dt>
          <dd>{format.date(asOf)}</dd>
        </dl>
        <p className="small muted">{t(`home.source.${id}`)}</p>
      </Definition>
      {value === null ? (
        <>
          <div className="value muted">–</div>
          <p className="note">{t(`common.noValue.${reason ?? "no_data"}`)}</p>
        </>
      ) : (
        <>
          <div className="value">
            {write(value)}
            <small>{unitOf(t, format, unit, currency)}</small>
          </div>
          <p className="note">
            {interval && t("home.interval", { low: write(interval.lower), high: write(interval.upper) })}
            {interval && n !== null && " · "}
            {n !== null && t(`home.n.${countNoun(id)}`, { count: n, n: format.number(n) })}
          </p>
          {previous !== null && <Change figure={figure} text={writeChange(t, format, figure, currency)} />}
        </>
      )}
      <Sparkline values={figure.trend} color={colors[id] ?? "var(--emp)"} width={150} height={28} />
    </div>
  );
}

function Change({ figure, text }: { figure: Figure; text: string }) {
  const { t } = useTranslation();
  const { value, previous, goodDirection, isChangeClear } = figure;
  const rises = (value ?? 0) > (previous ?? 0);
  const compared = t(figure.id === "handovers" ? "home.onHalfYear" : "home.onYear", { change: text });
  if (value === previous) return <p className="change">{t("home.unchanged")}</p>;
  if (isChangeClear === false) {
    return (
      <p className="change">
        {compared}, {t("home.withinNoise")}
      </p>
    );
  }
  if (goodDirection === null) return <p className="change">{compared}</p>;
  const isBetter = rises === (goodDirection === "up");
  const tone: Tone = isBetter ? "good" : "warn";
  return (
    <p className={`change ${styles.change}`}>
      <StateMark tone={tone}>
        {compared}, {t(isBetter ? "home.better" : "home.worse")}
      </StateMark>
    </p>
  );
}

function PartRow({ part, currency }: { part: Part; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const written =
    part.unit === "money"
      ? `${format.compactMoney(Math.round(part.value), currency)} ${format.moneyUnit(currency)}`
      : format.number(part.value, { decimals: part.unit === "years" ? 1 : 0 });
  return (
    <>
      <dt>{t(`home.part.${part.name}` as "home.part.answers")}</dt>
      <dd>{written}</dd>
    </>
  );
}

function writerOf(format: Formatter, unit: FigureUnit, currency: string): (value: number) => string {
  switch (unit) {
    case "percent":
    case "percentPerYear":
      return (value) => format.percent(value);
    case "score":
      return (value) => format.number(value, { signed: true });
    case "scale5":
    case "scale7":
      return (value) => format.number(value, { decimals: 2 });
    case "hours":
      return (value) => format.number(value, { decimals: 1 });
    case "money":
    case "moneyPerYear":
      return (value) => format.compactMoney(Math.round(value), currency);
    case "count":
      return (value) => format.number(value);
  }
}

function unitOf(t: TFunction, format: Formatter, unit: FigureUnit, currency: string): string {
  switch (unit) {
    case "percent":
      return "%";
    case "percentPerYear":
      return `% ${t("common.unit.perYear")}`;
    case "scale5":
      return t("home.unit.of5");
    case "scale7":
      return t("home.unit.of7");
    case "hours":
      return t("home.unit.hoursPerFte");
    case "money":
      return format.moneyUnit(currency);
    case "moneyPerYear":
      return `${format.moneyUnit(currency)} ${t("common.unit.perYear")}`;
    case "score":
    case "count":
      return "";
  }
}

/** Shares change in points, money in per cent, the rest in its own unit. */
function writeChange(
  t: TFunction,
  format: Formatter,
  { unit, value, previous }: Figure,
  currency: string,
): string {
  const difference = (value ?? 0) - (previous ?? 0);
  switch (unit) {
    case "percent":
    case "percentPerYear":
      return t("home.points", { change: format.percent(difference, { signed: true }) });
    case "money":
    case "moneyPerYear":
      return previous
        ? `${format.percent(difference / Math.abs(previous), { signed: true })} %`
        : format.compactMoney(Math.round(difference), currency, { signed: true });
    case "score":
    case "count":
      return format.number(difference, { signed: true });
    default:
      return format.number(difference, { signed: true, decimals: unit === "hours" ? 1 : 2 });
  }
}

function countNoun(id: Figure["id"]): "answers" | "leavers" | "accounts" | "hires" {
  switch (id) {
    case "turnover":
    case "voluntaryTurnover":
    case "regrettedTurnover":
      return "leavers";
    case "logoChurn":
    case "customerRetention":
      return "accounts";
    case "costPerHire":
      return "hires";
    default:
      return "answers";
  }
}
