import { Link, useSearchParams } from "@remix-run/react";
import { type MouseEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ChartTable, csvHref } from "./chart-table";
import styles from "./charts.module.css";

interface Props {
  /** Short and unique on its page; `?view=<name>` opens the table view. */
  readonly name: string;
  /** The question the chart answers. */
  readonly title: string;
  /** Unit and period. */
  readonly subtitle?: ReactNode;
  readonly table: ChartTable;
  /** Without the ending. */
  readonly csvName: string;
  /** Named swatches, where labels beside the marks do not fit. */
  readonly legend?: readonly { key: string; label: string; color: string; outline?: string }[];
  /** Set where there is nothing to draw: the reason and the next step stand in the chart's place. */
  readonly empty?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its question, its table view and its file. Without JavaScript the view is a link, with it a switch. */
export function ChartFrame({ name, title, subtitle, table, csvName, legend, empty, children }: Props) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isTable = chosen ?? search.get("view") === name;
  const id = useId();
  const other = new URLSearchParams(search);
  if (isTable) other.delete("view");
  else other.set("view", name);
  function toggle(event: MouseEvent) {
    event.preventDefault();
    setChosen(!isTable);
  }
  return (
    <figure aria-labelledby={id}>
      <div className="section-head">
        <div>
          <h2 id={id}>{title}</h2>
          {subtitle && <p className="sub">{subtitle}</p>}
        </div>
        {!empty && (
          <div className="section-links no-print">
            <Link to={`?${other.toString()}`} onClick={toggle} replace preventScrollReset>
              {t(isTable ? "common.action.showChart" : "common.action.showTable")}
            </Link>
            <a href={csvHref(table)} download={`${csvName}.csv`}>
              CSV
            </a>
          </div>
        )}
      </div>
      {empty ?? (isTable ? <FrameTable label={title} table={table} /> : children)}
      {!empty && !isTable && legend && (
        <ul className={styles.legend}>
          {legend.map((entry) => (
            <li key={entry.key}>
              <span
                className={styles.swatch}
                style={{ background: entry.color, ...(entry.outline && { borderColor: entry.outline }) }}
              />
              {entry.label}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

interface FrameTableProps {
  readonly label: string;
  readonly table: ChartTable;
}

function FrameTable({ label, table: { columns, rows } }: FrameTableProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={`table-frame ${styles.table}`} aria-label={label} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column.label} scope="col" className={index > 0 ? "n" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((value, index) => (
                <td key={columns[index]?.label} className={index > 0 ? "n" : undefined}>
                  {value === null ? (
                    <span title={t("common.noValue.no_data")}>–</span>
                  ) : typeof value === "number" ? (
                    (columns[index]?.format?.(value) ?? value)
                  ) : (
                    value
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
