import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { CategorySplit, LedgerLine, UnitRest } from "../read-cost-months.server";

interface Props {
  readonly detail: {
    readonly month: string;
    readonly categories: readonly CategorySplit[];
    readonly lines: readonly LedgerLine[];
    readonly units: readonly UnitRest[];
    readonly accounts: number;
    readonly standardTime: number;
  };
  readonly currency: string;
}

/** One month by category, by line of the ledger with its rate, and what stayed with the units. */
export function CostMonthDetail({ detail, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit = <span className="unit">{currency}</span>;
  const money = (minor: number) => format.money(minor, currency);
  const month = format.month(detail.month);
  return (
    <>
      <section className="section">
        <div className="section-head">
          <div>
            <h2>{t("money.cost.byCategory", { month })}</h2>
            <p className="sub">
              {t("money.cost.standard", {
                count: detail.accounts,
                n: format.number(detail.accounts),
                standard: format.number(detail.standardTime),
              })}
            </p>
          </div>
        </div>
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("money.column.category")}</th>
                {(["ledger", "accounts", "unused", "overhead"] as const).map((column) => (
                  <th className="n" key={column}>
                    {t(`money.cost.${column}`)}
                    {unit}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {detail.categories.map((row) => (
                <tr key={row.category}>
                  <td>{t(`money.category.${row.category as "training"}`)}</td>
                  <td className="n">{money(row.ledgerMinor)}</td>
                  <td className="n">{money(row.accountsMinor)}</td>
                  <td className="n">{money(row.unusedMinor)}</td>
                  <td className="n">{money(row.overheadMinor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="section">
        <div className="section-head">
          <div>
            <h2>{t("money.cost.lines", { month })}</h2>
            <p className="sub">{t("money.cost.linesText")}</p>
          </div>
          <div className="section-links no-print">
            <a href={`/money/costs.csv?month=${detail.month.slice(0, 7)}`}>{t("money.cost.rows")}</a>
          </div>
        </div>
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("money.column.category")}</th>
                <th>{t("money.cost.source")}</th>
                <th className="n">{t("money.cost.entries")}</th>
                <th className="n">{t("money.cost.original")}</th>
                <th>{t("money.column.currency")}</th>
                <th className="n">{t("money.cost.rate")}</th>
                <th className="n">
                  {t("money.column.amount")}
                  {unit}
                </th>
              </tr>
            </thead>
            <tbody>
              {detail.lines.map((line) => (
                <tr key={`${line.category} ${line.source} ${line.currency}`}>
                  <td>{t(`money.category.${line.category as "training"}`)}</td>
                  <td>{t(`money.source.${line.source}`)}</td>
                  <td className="n">{format.number(line.entries)}</td>
                  <td className="n">{format.money(line.originalMinor, line.currency)}</td>
                  <td>{line.currency}</td>
                  <td className="n">
                    {line.rate === null ? t("money.cost.noRate") : Number(line.rate)}
                    {line.rateMonth !== null && line.rateMonth !== detail.month && (
                      <span className="second">{format.month(line.rateMonth)}</span>
                    )}
                  </td>
                  <td className="n">
                    {line.amountMinor === null ? t("money.cost.leftOut") : money(line.amountMinor)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="section">
        <div className="section-head">
          <div>
            <h2>{t("money.cost.byUnit", { month })}</h2>
            <p className="sub">{t("money.cost.byUnitText")}</p>
          </div>
        </div>
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("money.column.unit")}</th>
                {(["unused", "unitCost", "noAccounts"] as const).map((column) => (
                  <th className="n" key={column}>
                    {t(`money.cost.${column}`)}
                    {unit}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {detail.units.map((row) => (
                <tr key={row.unitId}>
                  <td>{row.unit ?? t("money.cost.noUnit")}</td>
                  <td className="n">{money(row.unusedMinor)}</td>
                  <td className="n">{money(row.unitCostMinor)}</td>
                  <td className="n">{money(row.noAccountsMinor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
