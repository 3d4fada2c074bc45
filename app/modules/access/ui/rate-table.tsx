import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import type { RateCell, RateTable as Rates } from "../list-exchange-rates.server";

/** A row a month, a column a currency; every cell leads to its form. */
export function RateTable({
  currencies,
  months,
  reportingCurrency,
}: Pick<Rates, "currencies" | "months" | "reportingCurrency">) {
  const { t } = useTranslation();
  const format = useFormat();
  const decimals = new Map(
    currencies.map((currency) => [
      currency,
      Math.max(
        0,
        ...months.flatMap(({ cells }) => cells.filter((cell) => cell.currency === currency).map(decimalsOf)),
      ),
    ]),
  );
  return (
    <TableFrame label={t("rates.title")}>
      <table className="data" style={{ width: "auto", minWidth: 320 }}>
        <thead>
          <tr>
            <th scope="col">{t("rates.month")}</th>
            {currencies.map((currency) => (
              <th key={currency} scope="col" className="n" style={{ minWidth: 110 }}>
                {currency}
                <span className="unit">{reportingCurrency}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, cells }) => (
            <tr key={month}>
              <td className="nowrap">{format.month(month)}</td>
              {cells.map((cell) => (
                <td key={cell.currency} className="n">
                  <Cell cell={cell} decimals={decimals.get(cell.currency) ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Cell({ cell, decimals }: { cell: RateCell; decimals: number }) {
  const { currency, month, rate, standsIn, amounts } = cell;
  const { t } = useTranslation();
  const format = useFormat();
  const edit = `?edit=${currency}+${month.slice(0, 7)}#rate`;
  if (rate !== null)
    return (
      <Link to={edit} className="ink2">
        {padded(rate, decimals)}
      </Link>
    );
  if (amounts === 0)
    return (
      <Link to={edit} className="muted" aria-label={t("rates.noneCell")}>
        –
      </Link>
    );
  return (
    <Link to={edit} style={{ color: standsIn ? "var(--warn)" : "var(--bad)" }}>
      {standsIn ? t("rates.gapCell", { month: format.month(standsIn) }) : t("rates.noneCell")}
    </Link>
  );
}

function decimalsOf({ rate }: RateCell): number {
  return rate?.split(".")[1]?.length ?? 0;
}

/** The points of one column stand below each other. */
function padded(rate: string, decimals: number): string {
  const [whole = "0", fraction = ""] = rate.split(".");
  return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, "0")}`;
}
