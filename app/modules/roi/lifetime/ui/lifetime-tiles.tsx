import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { MoneyTile } from "../../ui/money-tile";
import { type AcquisitionFigures, acquisitionFigures } from "../acquisition-figures";
import type { MoneySettings } from "../money-settings";
import type { Acquisition } from "../read-acquisition.server";
import type { Equity, LossYear } from "../read-lifetime.server";

interface Props {
  readonly equity: Equity;
  readonly acquisition: Acquisition;
  readonly years: readonly LossYear[];
  readonly settings: MoneySettings;
  readonly asOf: string;
  readonly currency: string;
  /** Too few people behind the cost of winning customers for this reader. */
  readonly isCacHidden: boolean;
}

export function LifetimeTiles({ equity, acquisition, years, settings, asOf, currency, isCacHidden }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit = format.moneyUnit(currency);
  const money = (minor: number) => format.compactMoney(Math.round(minor), currency);
  const withUnit = (minor: number) => `${money(minor)} ${unit}`;
  const orNotYet = (minor: number | null) =>
    minor === null ? t("money.input.notMeasurable") : withUnit(minor);
  const figures = acquisitionFigures(acquisition, { count: equity.newCount, clvMinor: equity.newClvMinor });
  const expectedNew = equity.newClvMinor;
  const lostYear = years.find((year) => year.year === Number(asOf.slice(0, 4)));
  const accounts = t("money.column.accounts");
  return (
    <div className="tiles">
      <MoneyTile
        label={t("money.figure.equity")}
        value={equity.valued > 0 ? money(equity.clvMinor + expectedNew) : null}
        unit={unit}
        reason={t("money.reason.noValues")}
        note={t("money.note.equity", { existing: withUnit(equity.clvMinor), fresh: withUnit(expectedNew) })}
        formula={t("money.formula.equity")}
        inputs={[
          { label: t("money.input.existing"), value: withUnit(equity.clvMinor) },
          {
            label: t("money.input.interval"),
            value: t("money.range", { low: money(equity.lowerMinor), high: withUnit(equity.upperMinor) }),
          },
          { label: t("money.input.expectedNew"), value: withUnit(expectedNew) },
          { label: accounts, value: format.number(equity.valued) },
          { label: t("money.input.withoutValue"), value: format.number(equity.withoutValue) },
        ]}
        asOf={asOf}
        rows={<Link to="#values">{t("money.rows.values")}</Link>}
      />
      <MoneyTile
        label={t("money.figure.clv")}
        value={equity.valued > 0 ? money(equity.clvMinor / equity.valued) : null}
        unit={unit}
        reason={t("money.reason.noValues")}
        note={t("money.note.interval", {
          low: money(equity.lowerMinor / Math.max(1, equity.valued)),
          high: money(equity.upperMinor / Math.max(1, equity.valued)),
        })}
        formula={t("money.formula.clv", {
          months: settings.horizonMonths,
          rate: format.percent(settings.discountRate),
        })}
        inputs={[
          { label: accounts, value: format.number(equity.valued) },
          { label: t("money.input.plain"), value: money(equity.plainMinor / Math.max(1, equity.valued)) },
          { label: t("money.input.negative"), value: format.number(equity.negative) },
        ]}
        asOf={asOf}
        rows={<Link to="#values">{t("money.rows.values")}</Link>}
      />
      <MoneyTile
        label={t("money.figure.cac")}
        value={figures.cacMinor === null ? null : money(figures.cacMinor)}
        unit={unit}
        reason={t(isCacHidden ? "money.hidden.too_few" : "money.reason.noneWon")}
        note={t("money.note.cac", { count: acquisition.won, n: format.number(acquisition.won) })}
        formula={t("money.formula.cac", { months: settings.salesCycleMonths })}
        inputs={[
          { label: t("money.input.direct"), value: withUnit(acquisition.directMinor) },
          { label: t("money.input.units"), value: withUnit(acquisition.unitsMinor) },
          {
            label: t("money.input.unitNames"),
            value: acquisition.units.map((each) => each.name).join(", ") || t("money.input.noUnits"),
          },
          { label: t("money.input.won"), value: format.number(acquisition.won) },
          { label: t("money.input.withCost"), value: format.number(acquisition.withCost) },
        ]}
        asOf={asOf}
        rows={<Link to="/money/costs">{t("money.rows.costs")}</Link>}
      />
      <Payback figures={figures} acquisition={acquisition} asOf={asOf} currency={currency} />
      <MoneyTile
        label={t("money.figure.defection", { year: asOf.slice(0, 4) })}
        value={lostYear ? money(lostYear.totalMinor) : null}
        unit={unit}
        reason={t("money.reason.noLosses")}
        note={
          lostYear && t("money.note.losses", { count: lostYear.losses, n: format.number(lostYear.losses) })
        }
        formula={t("money.formula.defection")}
        inputs={
          lostYear
            ? [
                { label: t("money.input.residual"), value: withUnit(lostYear.residualMinor) },
                { label: t("money.input.replacement"), value: orNotYet(lostYear.replacementMinor) },
                { label: t("money.input.referral"), value: orNotYet(lostYear.referralMinor) },
                { label: t("money.input.exit"), value: orNotYet(lostYear.exitMinor) },
              ]
            : []
        }
        asOf={asOf}
        rows={<Link to="#losses">{t("money.rows.losses")}</Link>}
      />
    </div>
  );
}

interface PaybackProps {
  readonly figures: AcquisitionFigures;
  readonly acquisition: Acquisition;
  readonly asOf: string;
  readonly currency: string;
}

function Payback({ figures, acquisition, asOf, currency }: PaybackProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { payback, cacMinor, ratio } = figures;
  const margin = acquisition.marginPerMonthMinor;
  const withUnit = (minor: number) =>
    `${format.compactMoney(Math.round(minor), currency)} ${format.moneyUnit(currency)}`;
  return (
    <MoneyTile
      label={t("money.figure.payback")}
      value={
        payback === null
          ? null
          : payback === "never"
            ? t("money.never")
            : format.number(payback, { decimals: 1 })
      }
      unit={typeof payback === "number" ? t("common.unit.months") : ""}
      reason={t("money.reason.noneWon")}
      note={ratio !== null && t("money.note.ratio", { ratio: format.number(ratio, { decimals: 1 }) })}
      formula={t("money.formula.payback")}
      inputs={[
        { label: t("money.figure.cac"), value: cacMinor === null ? "–" : withUnit(cacMinor) },
        { label: t("money.input.newMargin"), value: margin === null ? "–" : withUnit(margin) },
      ]}
      asOf={asOf}
    />
  );
}
