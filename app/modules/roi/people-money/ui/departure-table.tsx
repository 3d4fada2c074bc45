import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { TurnoverPart } from "~/modules/people/turnover-cost";
import { TableFrame } from "~/ui/tables/table-frame";
import type { PeopleMoneyData } from "../get-people-money.server";
import type { PartRange } from "../people-money";

const groups = {
  separation: ["separation"],
  vacancy: ["vacancy", "paySaved", "cover"],
  replacement: ["recruiting", "onboarding", "training"],
  ramp: ["ramp"],
} as const satisfies Record<string, readonly TurnoverPart[]>;

export function DepartureTable({ data: { money, page } }: { data: PeopleMoneyData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { departure, ramp } = money;
  if (!departure) return null;
  const write = (minor: number) => format.money(Math.round(minor), page.currency);
  const cells = ({ low, base, high }: PartRange) =>
    [low, base, high].map((minor, index) => (
      <td key={index} className={index === 1 ? "n strong" : "n"}>
        {write(minor)}
      </td>
    ));
  const times = ({ low, base, high }: PartRange, count: number): PartRange => ({
    low: low * count,
    base: base * count,
    high: high * count,
  });
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("peopleMoney.departure.title")}</h2>
          <p className="sub">{t("peopleMoney.departure.subtitle", { currency: page.currency })}</p>
        </div>
      </div>
      <TableFrame label={t("peopleMoney.departure.title")}>
        <table className="data" style={{ maxWidth: 820 }}>
          <thead>
            <tr>
              <th scope="col">{t("peopleMoney.departure.part")}</th>
              {(["low", "base", "high"] as const).map((end) => (
                <th key={end} scope="col" className="n">
                  {t(`peopleMoney.departure.${end}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
              <Fragment key={group}>
                {groups[group].map((part, index) => (
                  <tr key={part}>
                    <td>
                      {t(`people.leave.partName.${part}`)}
                      {index === 0 && (
                        <span className="second">{t(`peopleMoney.departure.group.${group}`)}</span>
                      )}
                    </td>
                    {cells(departure.parts[part])}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t("peopleMoney.departure.total")}</td>
              {cells(departure.total)}
            </tr>
            <tr>
              <td>{t("peopleMoney.departure.year", { count: departure.departures })}</td>
              {cells(times(departure.total, departure.departures))}
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <p className="sub" style={{ marginTop: 8 }}>
        {t("peopleMoney.departure.assumptions")}{" "}
        {t("peopleMoney.departure.ramp", {
          start: format.percent(ramp.start, { decimals: 0 }),
          base: ramp.months.base,
          low: ramp.months.low,
          high: ramp.months.high,
        })}
      </p>
    </section>
  );
}
