import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { PageHeader } from "~/ui/primitives/page-header";
import { benefitLines } from "../benefit-path";
import { figureWord } from "../figures";
import type { getReturnFigure } from "../get-return-figure.server";
import type { ProgrammeKey } from "../return-rules";
import type { Range } from "../summarise-draws";
import { CostGroupsTable } from "./cost-groups-table";
import { CostRowsTable } from "./cost-rows-table";
import { useLeverWords } from "./gaps-list";
import { InputsTable } from "./inputs-table";
import { writeMoney } from "./money-words";
import { usePayback } from "./payback";
import styles from "./returns.module.css";
import { useUnmeasured } from "./unmeasured";

export type FigureData = Awaited<ReturnType<typeof getReturnFigure>>;

/** One figure opened: value, formula, inputs, lines, and the rows it is the sum of. */
export function FigurePage({ data }: { data: FigureData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const leverWords = useLeverWords();
  const { figure, result, built, inputs, groups, rows, page, catalogue } = data;
  const { currency } = page;
  const unit = format.moneyUnit(currency);
  const signed = (minor: number) => writeMoney(format, minor, currency, true);
  const word = figureWord[figure];
  const isBenefit = figure !== "cost";
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/return">{t("roi.title")}</Link>}
        title={`${t(`roi.programme.${result.key as ProgrammeKey}`)}: ${t(`roi.figure.${word}`)}`}
        subtitle={t(`roi.figure.definition.${word}`)}
        scope={
          <>
            <span>
              {t("common.asOf")} <b>{format.date(page.asOf)}</b>
            </span>
            <span>
              {t("roi.scope.horizon")}{" "}
              <b>
                {t("roi.scope.horizonText", {
                  months: page.horizonMonths,
                  rate: format.percent(page.annualDiscountRate),
                })}
              </b>
            </span>
          </>
        }
      />
      <FigureValue data={data} />
      {built.map(({ model, gaps, lever }) => {
        const words = leverWords(lever);
        if (gaps.length === 0 && words === null) return null;
        return (
          <p key={model.key} className="sub" style={{ maxWidth: 820, marginTop: 8 }}>
            <b>{t(`roi.programme.${model.key}`)}</b> {words}{" "}
            {gaps.map((gap) => t(`roi.gap.${gap}`)).join(" ")}
          </p>
        );
      })}
      {isBenefit && (
        <section className="section">
          <h2>{t("roi.figure.benefitTitle")}</h2>
          <div className="table-frame">
            <table className="data" style={{ maxWidth: 760 }}>
              <thead>
                <tr>
                  <th scope="col">{t("roi.figure.line")}</th>
                  <RangeHeads unit={unit} />
                </tr>
              </thead>
              <tbody>
                <RangeRow name={t("roi.figure.cost")} range={negative(result.cost)} write={signed} />
                {benefitLines.map((line) => (
                  <RangeRow
                    key={line}
                    name={t(`roi.line.${line}`)}
                    range={result.lines[line]}
                    write={result.isMeasured ? signed : unknown}
                  />
                ))}
              </tbody>
              <tfoot>
                <RangeRow name={t("roi.figure.net")} range={result.net} write={signed} />
                <RangeRow
                  name={t("roi.headline.undiscounted")}
                  range={result.undiscountedNet}
                  write={result.isMeasured ? signed : unknown}
                />
                <RangeRow name={t("roi.figure.leftOut")} range={result.leftOut} write={signed} />
              </tfoot>
            </table>
          </div>
          <BreakEven result={result} />
        </section>
      )}
      {isBenefit && inputs.length > 0 && (
        <InputsTable inputs={inputs} catalogue={catalogue} page={page} margin={data.margin} />
      )}
      {groups.length > 0 && <CostGroupsTable groups={groups} total={result.cost.base} currency={currency} />}
      {figure === "cost" && (
        <section className="section">
          <div className="section-head">
            <div>
              <h2>{t("roi.figure.ledgerTitle")}</h2>
              <p className="sub">{rows ? t("roi.figure.ledgerText") : t("roi.figure.byMonth")}</p>
            </div>
          </div>
          {rows && <CostRowsTable rows={rows} currency={currency} />}
        </section>
      )}
    </div>
  );
}

/** A line that nothing measured feeds is not one of 0. */
const unknown = () => "–";

const negative = ({ low, base, high }: Range): Range => ({ low: -high, base: -base, high: -low });

function FigureValue({ data: { figure, result, page } }: { data: FigureData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const payback = usePayback(page.horizonMonths);
  const unmeasured = useUnmeasured()(result);
  const isKnown = figure === "cost" || figure === "net" || figure === "left-out";
  const money = (range: Range, isSigned: boolean) => ({
    write: (minor: number) => writeMoney(format, minor, page.currency, isSigned),
    unit: format.moneyUnit(page.currency),
    range,
  });
  const shown =
    figure === "roi"
      ? { write: (share: number) => format.percent(share, { decimals: 0 }), unit: "%", range: result.roi }
      : figure === "cost"
        ? money(result.cost, false)
        : figure === "customers" || figure === "people"
          ? money(result[figure], true)
          : figure === "left-out"
            ? money(result.leftOut, true)
            : money(result.net, true);
  if (unmeasured && !isKnown) return <p className={styles.opened}>{unmeasured}</p>;
  if (figure === "payback") return <p className={styles.opened}>{payback.withRange(result)}</p>;
  if (figure === "chance")
    return (
      <p className={styles.opened}>
        {format.percent(result.gainProbability, { decimals: 1 })} <small>%</small>
      </p>
    );
  if (!shown.range) return <p className={styles.opened}>{t("roi.headline.noCost")}</p>;
  return (
    <p className={styles.opened}>
      {shown.write(shown.range.base)} <small>{shown.unit}</small>
      {shown.range.low !== shown.range.high && (
        <small className="muted">
          {" "}
          {t("roi.headline.range", {
            low: shown.write(shown.range.low),
            high: shown.write(shown.range.high),
          })}
        </small>
      )}
    </p>
  );
}

function RangeHeads({ unit }: { unit: string }) {
  const { t } = useTranslation();
  return (["base", "low", "high"] as const).map((key) => (
    <th key={key} scope="col" className="n">
      {t(`roi.figure.${key}`)}
      <span className="unit">{unit}</span>
    </th>
  ));
}

function RangeRow({ name, range, write }: { name: string; range: Range; write: (minor: number) => string }) {
  return (
    <tr>
      <td>{name}</td>
      <td className="n strong">{write(range.base)}</td>
      <td className="n">{write(range.low)}</td>
      <td className="n">{write(range.high)}</td>
    </tr>
  );
}

function BreakEven({ result }: { result: FigureData["result"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counted, all } = result.breakEven;
  if (result.cost.base <= 0) return null;
  const share = (value: number) => format.percent(value, { decimals: 0 });
  return (
    <p className="sub" style={{ marginTop: 12 }}>
      <b>{t("roi.figure.breakEven")}</b>{" "}
      {counted === null
        ? t("roi.figure.breakEvenNone")
        : t("roi.figure.breakEvenText", { share: share(counted) })}{" "}
      {all !== null && all !== counted && t("roi.figure.breakEvenAll", { share: share(all) })}
    </p>
  );
}
