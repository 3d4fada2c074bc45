import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";

interface Month {
  readonly month: string;
  readonly ruleVersion: number;
  readonly ledgerMinor: number;
  readonly accountsMinor: number;
  readonly unusedMinor: number;
  readonly overheadMinor: number;
}

interface Props {
  readonly months: readonly Month[];
  readonly chosen: string | null;
  readonly currency: string;
}

/** Every month to the cent: what the ledger holds is what the three parts hold. */
export function CostMonthsTable({ months, chosen, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit = <span className="unit">{currency}</span>;
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th>{t("money.column.month")}</th>
            <th className="n">
              {t("money.cost.ledger")}
              {unit}
            </th>
            <th className="n">
              {t("money.cost.accounts")}
              {unit}
            </th>
            <th className="n">
              {t("money.cost.unused")}
              {unit}
            </th>
            <th className="n">
              {t("money.cost.overhead")}
              {unit}
            </th>
            <th>{t("money.cost.check")}</th>
            <th className="n">{t("money.cost.rule")}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((row) => {
            const difference = row.ledgerMinor - row.accountsMinor - row.unusedMinor - row.overheadMinor;
            return (
              <tr key={row.month} aria-current={row.month === chosen ? "true" : undefined}>
                <td>
                  <Link to={`?month=${row.month.slice(0, 7)}`} preventScrollReset>
                    {format.month(row.month)}
                  </Link>
                </td>
                <td className="n">{format.money(row.ledgerMinor, currency)}</td>
                <td className="n">{format.money(row.accountsMinor, currency)}</td>
                <td className="n">{format.money(row.unusedMinor, currency)}</td>
                <td className="n">{format.money(row.overheadMinor, currency)}</td>
                <td>
                  <StateMark tone={difference === 0 ? "good" : "bad"}>
                    {difference === 0 ? t("money.cost.addsUp") : format.money(difference, currency)}
                  </StateMark>
                </td>
                <td className="n">{row.ruleVersion}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
