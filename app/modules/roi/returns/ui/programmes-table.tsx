import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { csvHref } from "~/ui/charts/chart-table";
import { StateMark, type Tone } from "~/ui/primitives/state-mark";
import { TableFrame } from "~/ui/tables/table-frame";
import type { GapCode } from "../build-programmes";
import type { ProgrammeRow as Row } from "../get-return-page.server";
import { type Reading, readingOf } from "../reading";
import type { ProgrammeKey } from "../return-rules";
import type { Range } from "../summarise-draws";
import { EvidenceBar } from "./evidence-bar";
import type { ProgrammeGaps } from "./gaps-list";
import { writeMoney } from "./money-words";
import { usePayback } from "./payback";

interface Props {
  readonly programmes: readonly Row[];
  readonly total: Row;
  readonly gaps: readonly ProgrammeGaps[];
  readonly currency: string;
  readonly horizonMonths: number;
}

const tones: Readonly<Record<Reading, Tone>> = {
  pays: "good",
  likely: "neutral",
  open: "neutral",
  unlikely: "warn",
  not_shown: "warn",
  not_measurable: "warn",
  no_cost: "neutral",
};

export function ProgrammesTable({ programmes, total, gaps, currency, horizonMonths }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit = format.moneyUnit(currency);
  const rows = [...programmes].sort((a, b) => b.net.base - a.net.base);
  const nameOf = (key: string) => t(`roi.programme.${key as ProgrammeKey}`);
  const plain = (minor: number) => writeMoney(format, minor, currency);
  const file = csvHref({
    columns: [
      t("roi.programmes.programme"),
      ...(["cost", "customers", "people", "net"] as const).map(
        (key) => `${t(`roi.programmes.${key}`)}, ${unit}`,
      ),
      t("roi.figure.low"),
      t("roi.figure.high"),
      `${t("roi.programmes.roi")}, %`,
      t("roi.programmes.payback"),
      t("roi.programmes.reading"),
    ].map((label) => ({ label })),
    rows: [...rows, total].map((row) => [
      nameOf(row.key),
      plain(row.cost.base),
      ...[row.customers.base, row.people.base].map((minor) => (row.isMeasured ? plain(minor) : null)),
      plain(row.net.base),
      ...[row.net.low, row.net.high].map((minor) => (row.isMeasured ? plain(minor) : null)),
      row.roi === null || !row.isMeasured ? null : format.percent(row.roi.base, { decimals: 0 }),
      row.paybackMonths.base,
      t(`roi.reading.${readingOf(row)}`),
    ]),
  });
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("roi.programmes.title")}</h2>
          <p className="sub">{t("roi.programmes.subtitle")}</p>
        </div>
        <div className="section-links no-print">
          <Link to="/return/rules">{t("roi.action.rules")}</Link>
          <a href={file} download="programmes.csv">
            CSV
          </a>
        </div>
      </div>
      <TableFrame label={t("roi.programmes.title")}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("roi.programmes.programme")}</th>
              {(["cost", "customers", "people", "net", "range"] as const).map((key) => (
                <th key={key} scope="col" className="n" aria-sort={key === "net" ? "descending" : undefined}>
                  {t(`roi.programmes.${key}`)}
                  <span className="unit">{unit}</span>
                </th>
              ))}
              <th scope="col" className="n">
                {t("roi.programmes.roi")}
                <span className="unit">%</span>
              </th>
              <th scope="col" className="n">
                {t("roi.programmes.payback")}
                <span className="unit">{t("roi.headline.months")}</span>
              </th>
              <th scope="col" style={{ paddingLeft: 24 }}>
                {t("roi.programmes.evidence")}
                <span className="unit">{t("roi.programmes.evidenceNote")}</span>
              </th>
              <th scope="col">{t("roi.programmes.reading")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ProgrammeRow
                key={row.key}
                row={row}
                name={nameOf(row.key)}
                gap={gaps.find(({ key }) => key === row.key)?.gaps[0] ?? null}
                currency={currency}
                horizonMonths={horizonMonths}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>
                <Link to="/return/all/net">{t("roi.programmes.all")}</Link>
              </td>
              <Amounts row={total} currency={currency} horizonMonths={horizonMonths} />
              <td colSpan={2} className="muted" style={{ fontWeight: 400, paddingLeft: 24 }}>
                {t("roi.programmes.together")}
              </td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
    </section>
  );
}

interface RowProps {
  readonly row: Row;
  readonly name: string;
  readonly gap: GapCode | null;
  readonly currency: string;
  readonly horizonMonths: number;
}

function ProgrammeRow({ row, name, gap, currency, horizonMonths }: RowProps) {
  const { t } = useTranslation();
  const reading = readingOf(row);
  return (
    <tr>
      <td className="nowrap">
        <Link to={`/return/${row.key}/net`}>{name}</Link>
      </td>
      <Amounts row={row} currency={currency} horizonMonths={horizonMonths} />
      <td style={{ paddingLeft: 24 }}>
        <EvidenceBar byGrade={row.byGrade} />
      </td>
      <td title={gap ? t(`roi.gap.${gap}`) : undefined}>
        <StateMark tone={tones[reading]}>{t(`roi.reading.${reading}`)}</StateMark>
      </td>
    </tr>
  );
}

interface AmountsProps {
  readonly row: Row;
  readonly currency: string;
  readonly horizonMonths: number;
}

/** Where nothing is measured the net is what was spent, and no benefit stands as one of 0. */
function Amounts({ row, currency, horizonMonths }: AmountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const payback = usePayback(horizonMonths);
  const plain = (minor: number) => writeMoney(format, minor, currency);
  const signed = (minor: number) => writeMoney(format, minor, currency, true);
  const open = (figure: string, text: string) => <Link to={`/return/${row.key}/${figure}`}>{text}</Link>;
  const isKnown = row.isMeasured;
  const none = (
    <>
      –<span className="second">{t("roi.programmes.notCounted")}</span>
    </>
  );
  const withRange = (figure: string, base: string, range: string | null) => (
    <>
      {open(figure, base)}
      {range !== null && <span className="second">{range}</span>}
    </>
  );
  const fromTo = ({ low, high }: Range, write: (value: number) => string) =>
    low === high ? null : t("roi.programmes.fromTo", { low: write(low), high: write(high) });
  const share = (value: number) => format.percent(value, { decimals: 0 });
  if (row.cost.base <= 0)
    return Array.from({ length: 7 }, (_, index) => (
      <td key={index} className="n muted">
        –
      </td>
    ));
  return (
    <>
      <td className="n">{open("cost", plain(row.cost.base))}</td>
      <td className="n">
        {isKnown ? withRange("customers", plain(row.customers.base), fromTo(row.customers, signed)) : none}
      </td>
      <td className="n">
        {isKnown ? withRange("people", plain(row.people.base), fromTo(row.people, signed)) : none}
      </td>
      <td className="n strong">{open("net", signed(row.net.base))}</td>
      <td className="n muted">
        {isKnown ? t("roi.programmes.fromTo", { low: signed(row.net.low), high: signed(row.net.high) }) : "–"}
      </td>
      <td className="n">
        {row.roi === null || !isKnown ? "–" : withRange("roi", share(row.roi.base), fromTo(row.roi, share))}
      </td>
      <td className="n">
        {isKnown ? withRange("payback", payback.short(row.paybackMonths.base), payback.range(row)) : "–"}
      </td>
    </>
  );
}
