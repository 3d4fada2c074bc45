import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { csvHref } from "~/ui/charts/chart-table";
import { TableFrame } from "~/ui/tables/table-frame";
import type { ShownCostGroup } from "../hide-small-groups";
import { useGroupName } from "./group-name";

interface Props {
  readonly groups: readonly ShownCostGroup[];
  readonly total: number;
  readonly currency: string;
}

/** Which kinds of cost make the cost, to the cent; what is left out for want of a rate is named. */
export function CostGroupsTable({ groups, total, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useGroupName();
  const without = groups.filter((group) => group.withoutRate > 0);
  const file = csvHref({
    columns: [
      t("roi.figure.kind"),
      t("roi.figure.category"),
      t("roi.figure.reach"),
      t("roi.figure.entries"),
      `${t("roi.figure.amount")}, ${currency}`,
    ].map((label) => ({ label })),
    rows: groups.map((group) => [
      nameOf(group),
      t(`people.costs.name.${group.category}`),
      t(`roi.reach.${group.reach}`),
      group.rows,
      group.amountMinor === null
        ? t("roi.figure.hidden")
        : format.money(Math.round(group.amountMinor), currency),
    ]),
  });
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t("roi.figure.groupsTitle")}</h2>
        <div className="section-links no-print">
          <a href={file} download="costs.csv">
            CSV
          </a>
        </div>
      </div>
      <TableFrame label={t("roi.figure.groupsTitle")}>
        <table className="data" style={{ maxWidth: 900 }}>
          <thead>
            <tr>
              <th scope="col">{t("roi.figure.kind")}</th>
              <th scope="col">{t("roi.figure.category")}</th>
              <th scope="col">{t("roi.figure.reach")}</th>
              <th scope="col" className="n">
                {t("roi.figure.entries")}
              </th>
              <th scope="col" className="n">
                {t("roi.figure.amount")}
                <span className="unit">{currency}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <td>{nameOf(group)}</td>
                <td>{t(`people.costs.name.${group.category}`)}</td>
                <td>{t(`roi.reach.${group.reach}`)}</td>
                <td className="n">{format.number(group.rows)}</td>
                {group.amountMinor === null ? (
                  <td className="hidden-cell">
                    <span>{t("roi.figure.hidden")}</span>
                  </td>
                ) : (
                  <td className="n">{format.money(Math.round(group.amountMinor), currency)}</td>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={4}>{t("roi.figure.total")}</td>
              <td className="n">{format.money(Math.round(total), currency)}</td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      {without.length > 0 && (
        <p className="notice warn" style={{ marginTop: 12 }}>
          {t("roi.figure.withoutRate", {
            rows: format.number(without.reduce((sum, group) => sum + group.withoutRate, 0)),
            currencies: [...new Set(without.flatMap((group) => group.currenciesWithoutRate))].join(", "),
          })}
        </p>
      )}
    </section>
  );
}
