import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import type { PanelState } from "../get-panel-state.server";
import { panelColumns } from "../panel-columns";
import styles from "./panel-column-table.module.css";

const groups = ["outcome", "exposure", "handover"] as const;
type Column = (typeof panelColumns)[number];

const groupOf = ({ name, kind }: Column) => (name.includes("handover") ? "handover" : kind);

interface Props {
  readonly counts: PanelState["counts"];
}

/** Every column in its group: what it is called here and in the database, formula, unit, time and ledger. */
export function PanelColumnTables({ counts }: Props) {
  const { t } = useTranslation();
  return groups.map((group) => (
    <section key={group} className="section">
      <div className="section-head">
        <h2>{t(`panel.group.${group}`)}</h2>
      </div>
      <TableFrame label={t(`panel.group.${group}`)} folds>
        <table className={`data ${styles["columns"]}`}>
          <thead>
            <tr>
              <th scope="col">{t("panel.table.column")}</th>
              <th scope="col">{t("panel.table.formula")}</th>
              <th scope="col">{t("panel.table.unit")}</th>
              <th scope="col">{t("panel.table.timing")}</th>
              <th scope="col">{t("panel.table.source")}</th>
              {counts && (
                <th scope="col" className="n">
                  {t("panel.table.coverage")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {panelColumns
              .filter((column) => groupOf(column) === group)
              .map((column) => (
                <ColumnRow key={column.name} column={column} counts={counts} />
              ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  ));
}

function ColumnRow({ column, counts }: Props & { readonly column: Column }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" data-line="name">
        {t(`panel.column.${column.name}.name`)}
        <code>{column.name}</code>
      </th>
      <td data-line="text">{t(`panel.column.${column.name}.formula`)}</td>
      <td data-line="2">{t(`panel.unit.${column.unit}`)}</td>
      <td data-line="2">{t(`panel.timing.${column.timing}`)}</td>
      <td>
        {column.sources.map((source) => (
          <div key={source}>{t(`panel.source.${source}`)}</div>
        ))}
      </td>
      {counts && (
        <td className="n" data-line="1" data-after={column.isNullable ? "%" : undefined}>
          <Coverage column={column} counts={counts} />
        </td>
      )}
    </tr>
  );
}

function Coverage({
  column,
  counts,
}: {
  readonly column: Column;
  readonly counts: NonNullable<Props["counts"]>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!column.isNullable) return <span className="ink2">{t("panel.table.always")}</span>;
  const filled = counts.coverage[column.name];
  if (filled === undefined || counts.accountMonths === 0) return <span title={t("panel.notCounted")}>–</span>;
  return <>{format.number((100 * filled) / counts.accountMonths, { decimals: 1 })}</>;
}
