import { Link, useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "../primitives/icon";
import { Popover } from "../primitives/popover";
import styles from "./column-chooser.module.css";
import { hrefWith } from "./list-query";
import type { ListColumn } from "./list-table";

interface Props<Row> {
  readonly columns: readonly ListColumn<Row>[];
  readonly chosen: readonly ListColumn<Row>[];
  readonly params: URLSearchParams;
}

/** Which columns are shown, kept in the URL. Each choice is a link, so that it stands inside the filter form and works without JavaScript. */
export function ColumnChooser<Row>({ columns, chosen, params }: Props<Row>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const shown = new Set(chosen.map((column) => column.key));
  const hrefFor = (key: string) => {
    const keys = columns.filter((column) => (column.key === key) !== shown.has(column.key));
    return hrefWith(params, { columns: keys.map((column) => column.key) });
  };
  return (
    <Popover
      align="end"
      summary={
        <>
          <Icon name="table" size={14} />
          {t("common.table.columns")}
          <span className="muted">
            {t("common.table.columnsOf", { shown: shown.size, all: columns.length })}
          </span>
        </>
      }
    >
      <ul className={styles.list}>
        {columns
          .filter((column) => !column.isFixed)
          .map((column) => (
            <li key={column.key}>
              <Link
                to={hrefFor(column.key)}
                preventScrollReset
                role="checkbox"
                aria-checked={shown.has(column.key)}
                className={styles.choice}
                onKeyDown={(event) => {
                  if (event.key !== " ") return;
                  event.preventDefault();
                  void navigate(hrefFor(column.key), { preventScrollReset: true });
                }}
              >
                <span className={styles.box} aria-hidden="true" />
                {column.header}
                {column.unit && <span className="muted small">{column.unit}</span>}
              </Link>
            </li>
          ))}
      </ul>
      <Link to={hrefWith(params, { columns: null })} preventScrollReset className="small">
        {t("common.table.columnsReset")}
      </Link>
    </Popover>
  );
}
