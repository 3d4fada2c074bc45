import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ProgrammeReturn } from "../simulate-programmes";
import type { Range } from "../summarise-draws";
import { DensityChart } from "./density-chart";
import { writeMoney, writeMoneyWithUnit } from "./money-words";
import { usePayback } from "./payback";
import styles from "./returns.module.css";
import { useUnmeasured } from "./unmeasured";

interface Props {
  readonly result: ProgrammeReturn;
  readonly draws: number;
  readonly currency: string;
  readonly horizonMonths: number;
}

/** The answer first: net with its range and chance, what it is made of, and what it leaves out. */
export function Headline({ result, draws, currency, horizonMonths }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const payback = usePayback(horizonMonths);
  const unmeasured = useUnmeasured()(result);
  const missing = unmeasured && <span className="muted">{unmeasured}</span>;
  const unit = format.moneyUnit(currency);
  const signed = (minor: number) => writeMoney(format, minor, currency, true);
  const plain = (minor: number) => `${writeMoney(format, minor, currency)} ${unit}`;
  const { net, roi } = result;
  const rangeWords = ({ low, high }: Range, write: (value: number) => string) =>
    unmeasured || low === high ? null : t("roi.programmes.fromTo", { low: write(low), high: write(high) });
  return (
    <section className={styles.headline}>
      <div>
        <div className={styles.figures}>
          <Value
            className={styles.big}
            label={t("roi.headline.net")}
            to="/return/all/net"
            note={t("roi.headline.netNote", {
              draws: format.number(draws),
              median: signed(result.netMedian),
            })}
          >
            {signed(net.base)}
            <small>{unit}</small>
          </Value>
          <Value
            className={styles.middle}
            label={t("roi.headline.low")}
            to="/return/all/net"
            note={t("roi.headline.lowNote")}
          >
            {unmeasured ? "–" : signed(net.low)}
            {!unmeasured && <small>{unit}</small>}
          </Value>
          <Value
            className={styles.middle}
            label={t("roi.headline.high")}
            to="/return/all/net"
            note={t("roi.headline.highNote")}
          >
            {unmeasured ? "–" : signed(net.high)}
            {!unmeasured && <small>{unit}</small>}
          </Value>
          <Value
            className={styles.middle}
            label={t("roi.headline.chance")}
            to="/return/all/chance"
            note={t("roi.headline.chanceNote")}
          >
            {unmeasured ? "–" : format.percent(result.gainProbability, { decimals: 0 })}
            {!unmeasured && <small>%</small>}
          </Value>
        </div>
        <dl className={`facts ${styles.facts}`}>
          <Fact label={t("roi.headline.cost")} to="/return/all/cost" range={t("roi.headline.costRange")}>
            {plain(result.cost.base)}
          </Fact>
          <Fact
            label={t("roi.headline.customers")}
            to="/return/all/customers"
            range={rangeWords(result.customers, signed)}
          >
            {missing ?? plain(result.customers.base)}
          </Fact>
          <Fact
            label={t("roi.headline.people")}
            to="/return/all/people"
            range={rangeWords(result.people, signed)}
          >
            {missing ?? plain(result.people.base)}
          </Fact>
          <Fact
            label={t("roi.headline.undiscounted")}
            to="/return/all/net"
            range={rangeWords(result.undiscountedNet, signed)}
          >
            {missing ?? plain(result.undiscountedNet.base)}
          </Fact>
          <Fact
            label={t("roi.headline.roi")}
            to="/return/all/roi"
            range={roi && rangeWords(roi, (share) => format.percent(share, { decimals: 0 }))}
          >
            {roi === null ? (
              <span className="muted">{t("roi.headline.noCost")}</span>
            ) : (
              (missing ?? `${format.percent(roi.base, { decimals: 0 })} %`)
            )}
          </Fact>
          <Fact
            label={t("roi.headline.payback")}
            to="/return/all/payback"
            range={unmeasured ? null : payback.range(result)}
          >
            {missing ?? payback.base(result)}
          </Fact>
        </dl>
        <LeftOut result={result} currency={currency} />
      </div>
      <DensityChart result={result} currency={currency} horizonMonths={horizonMonths} />
    </section>
  );
}

function LeftOut({ result, currency }: { result: ProgrammeReturn; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = writeMoneyWithUnit(format, Math.abs(result.leftOut.base), currency);
  const isNothing = Math.round(result.leftOut.base) === 0;
  return (
    <p className={styles.grades}>
      <span className={styles.gradeA}>A</span>
      <span className={styles.gradeB}>B</span>
      <span>
        {t("roi.headline.onlyGraded")}{" "}
        {isNothing
          ? t("roi.headline.nothingLeftOut")
          : t(result.leftOut.base > 0 ? "roi.headline.leftOut" : "roi.headline.leftOutLoss", { amount })}{" "}
        {!isNothing && <Link to="/return/all/left-out">{t("roi.headline.seeLeftOut")}</Link>}
      </span>
    </p>
  );
}

interface ValueProps {
  readonly className?: string | undefined;
  readonly label: string;
  readonly to: string;
  readonly note: string;
  readonly children: ReactNode;
}

function Value({ className, label, to, note, children }: ValueProps) {
  return (
    <div className={className}>
      <Link to={to}>
        <span className={styles.label}>{label}</span>
        <span className={styles.value}>{children}</span>
      </Link>
      <p className={styles.note}>{note}</p>
    </div>
  );
}

interface FactProps {
  readonly label: string;
  readonly to: string;
  /** From the 5th to the 95th percentile. */
  readonly range: string | null;
  readonly children: ReactNode;
}

function Fact({ label, to, range, children }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Link to={to}>{children}</Link>
        {range !== null && <span className={styles.range}>{range}</span>}
      </dd>
    </div>
  );
}
