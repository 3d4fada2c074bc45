import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ConversionNote } from "~/modules/access/conversion-notes";
import { ConvertedNote } from "~/modules/access/ui/converted-note";
import { TableFrame } from "~/ui/tables/table-frame";
import { costColours } from "./cost-colours";
import styles from "./costs.module.css";
import type { ShownTotals } from "./shown-costs";

interface Props {
  readonly totals: ShownTotals;
  readonly currency: string;
  readonly hiredOn: string;
  readonly conversions: readonly ConversionNote[];
}

/** All seven categories; an empty one says why. Each leads to its entries. */
export function CostTotalsTable({ totals, currency, hiredOn, conversions }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: string | null) => (minor === null ? "–" : format.money(minor, currency));
  return (
    <TableFrame label={t("people.costs.totals")}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("people.costs.category")}</th>
            <th scope="col" className="n">
              {t("people.costs.period")}
              <span className="unit">{currency}</span>
            </th>
            <th scope="col" className="n">
              {t("people.costs.share")}
              <span className="unit">%</span>
            </th>
            <th scope="col" className="n">
              {t("people.costs.last12")}
              <span className="unit">{currency}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.categories.map(({ category, periodMinor, last12Minor, share, reason }) => (
            <tr key={category}>
              <td className="nowrap" title={t(`people.costs.meaning.${category}`)}>
                <span
                  className={styles.swatch}
                  style={{
                    background: costColours[category].color,
                    borderColor: costColours[category].outline ?? "transparent",
                    visibility: reason ? "hidden" : "visible",
                  }}
                />
                {reason ? (
                  t(`people.costs.name.${category}`)
                ) : (
                  <Link to={`?category=${category}#ledger`}>{t(`people.costs.name.${category}`)}</Link>
                )}
              </td>
              {reason ? (
                <td className="n muted" colSpan={3}>
                  –{" "}
                  <span className="small">
                    {t(`people.costs.reason.${reason}`, { month: format.month(hiredOn) })}
                  </span>
                </td>
              ) : (
                <>
                  <td className="n">{money(periodMinor)}</td>
                  <td className="n">{format.percent(share)}</td>
                  <td className="n">{money(last12Minor)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t("people.costs.total")}</td>
            <td className="n">{money(totals.periodMinor)}</td>
            <td className="n">{totals.periodMinor === "0" ? "–" : format.percent(1)}</td>
            <td className="n">{money(totals.last12Minor)}</td>
          </tr>
        </tfoot>
      </table>
      <ConvertedNote notes={conversions} />
      {totals.withoutRate > 0 && (
        <p className="small muted">{t("people.costs.withoutRate", { count: totals.withoutRate })}</p>
      )}
    </TableFrame>
  );
}
