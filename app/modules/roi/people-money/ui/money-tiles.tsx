import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { writeMoney, writeMoneyWithUnit } from "../../returns/ui/money-words";
import type { PeopleMoneyData } from "../get-people-money.server";
import { humanCapitalFigures } from "../people-money";

/** The figures of people money, each with what it is made of; what cannot be measured says what would make it so. */
export function MoneyTiles({ data: { money, training, page } }: { data: PeopleMoneyData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = page;
  const unit = format.moneyUnit(currency);
  const short = (minor: number) => writeMoneyWithUnit(format, minor, currency);
  const { costPerHire, departure, operating } = money;
  const capital = humanCapitalFigures(money);
  const roi = training?.isMeasured ? training.roi : null;
  const percent = (share: number) => `${format.percent(share, { decimals: 0 })} %`;
  return (
    <div className="tiles">
      <Tile
        label={t("peopleMoney.figure.costPerHire")}
        value={
          costPerHire.hires > 0
            ? writeMoney(format, costPerHire.costMinor / costPerHire.hires, currency)
            : null
        }
        unit={unit}
        note={
          costPerHire.hires > 0
            ? t("peopleMoney.note.hires", { cost: short(costPerHire.costMinor), hires: costPerHire.hires })
            : t("peopleMoney.note.noHires", { cost: short(costPerHire.costMinor) })
        }
      />
      <Tile
        label={t("peopleMoney.figure.timeToFill")}
        value={null}
        unit=""
        note={t("peopleMoney.note.timeToFill")}
      />
      <Tile
        label={t("peopleMoney.figure.departure")}
        value={departure && writeMoney(format, departure.total.base, currency)}
        unit={unit}
        note={
          departure
            ? t("peopleMoney.note.departure", {
                low: short(departure.total.low),
                high: short(departure.total.high),
                departures: departure.departures,
              })
            : t("peopleMoney.note.noPay")
        }
      />
      <Tile
        label={t("peopleMoney.figure.trainingHours")}
        value={
          money.training.fteYears > 0
            ? format.number(money.training.hours / money.training.fteYears, { decimals: 1 })
            : null
        }
        unit="h"
        note={t("peopleMoney.note.hours", {
          hours: format.number(money.training.hours),
          fte: format.number(money.training.fteYears, { decimals: 1 }),
        })}
      />
      <Tile
        label={t("peopleMoney.figure.trainingCost")}
        value={writeMoney(format, money.training.feesMinor + money.training.timeMinor, currency)}
        unit={unit}
        note={t("peopleMoney.note.training", {
          fees: short(money.training.feesMinor),
          time: short(money.training.timeMinor),
        })}
      />
      <Tile
        label={<Link to="/return/training/roi">{t("peopleMoney.figure.trainingRoi")}</Link>}
        value={roi && format.percent(roi.base, { decimals: 0 })}
        unit="%"
        note={
          roi
            ? t("peopleMoney.note.trainingRoi", { low: percent(roi.low), high: percent(roi.high) })
            : t("peopleMoney.note.trainingAssumed")
        }
      />
      <Tile
        label={t("peopleMoney.figure.hcroi")}
        value={capital.hcroi === null ? null : format.number(capital.hcroi, { decimals: 2 })}
        unit="×"
        note={
          capital.hcroiIso === null
            ? t("peopleMoney.note.noPayroll")
            : t("peopleMoney.note.hcroi", { iso: format.number(capital.hcroiIso, { decimals: 2 }) })
        }
      />
      <Tile
        label={t("peopleMoney.figure.hcva")}
        value={capital.hcvaMinor === null ? null : writeMoney(format, capital.hcvaMinor, currency)}
        unit={unit}
        note={t("peopleMoney.note.hcva", { fte: format.number(operating.fteYears, { decimals: 1 }) })}
      />
    </div>
  );
}

function Tile({
  label,
  value,
  unit,
  note,
}: {
  label: ReactNode;
  value: string | null;
  unit: string;
  note: string;
}) {
  return (
    <div className="tile">
      <div className="label">{label}</div>
      {value === null ? (
        <div className="value muted">–</div>
      ) : (
        <div className="value">
          {value}
          <small>{unit}</small>
        </div>
      )}
      <p className="note">{note}</p>
    </div>
  );
}
