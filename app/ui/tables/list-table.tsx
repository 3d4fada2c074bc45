import { Form, PrefetchPageLinks, useNavigate } from "@remix-run/react";
import { type MouseEvent, type PointerEvent, type ReactNode, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import folding from "./folding.module.css";
import type { ListSort } from "./list-query";
import { hrefWith } from "./list-query";
import styles from "./list-table.module.css";
import { SortHeader } from "./sort-header";
import { useListKeys } from "./use-list-keys";

/** One column: `cell` is a plain function and not a component, because a page has fifty rows. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly header: string;
  readonly unit?: string;
  /** Right-aligned. */
  readonly isNumber?: boolean;
  /** The name in `?sort=`; a column without one cannot be sorted by. */
  readonly sort?: string;
  readonly startsDescending?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** Always shown; the first column is. */
  readonly isFixed?: boolean;
  /** Offered by the column chooser, not shown at first. */
  readonly isExtra?: boolean;
  readonly className?: string;
  /** Where the cell stands when a phone folds the row into two lines; a list none of whose columns says so stays a table. */
  readonly phone?: PhonePlace;
}

interface PhonePlace {
  readonly line: 1 | 2;
  /** Words round the figure, as the heads are not there: "Revenue 418 k€". */
  readonly before?: string;
  readonly after?: string;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Attributes are plain: `href` in cells is followed without a reload by one listener on the table. */
  readonly params: URLSearchParams;
  readonly sort: ListSort;
  readonly next: string | null;
  readonly previous: string | null;
  readonly footer?: ReactNode;
  /** Links under these paths are fetched ahead on hover. Leave out those whose opening leaves an audit event. */
  readonly prefetch?: boolean;
  /** Rows can be chosen, and what is chosen goes to another page as `?param=id&param=id`. */
  readonly bulk?: BulkAction<Row> | undefined;
}

interface BulkAction<Row> {
  readonly action: string;
  readonly param: string;
  readonly labelOf: (row: Row) => string;
  /** What the button does with the chosen rows. */
  readonly button: string;
}

/** So many columns fit beside the navigation without scrolling sideways. */
const fittingColumns = 11;

/** The list every module uses: sort links, a row cursor, plain `<a href>` in the cells. */
export function ListTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  params,
  sort,
  next,
  previous,
  footer,
  prefetch = true,
  bulk,
}: Props<Row>) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const folds = columns.some((column) => column.phone);
  const cellMarks = columns.map((column, index) => ({
    className: cellClass(column),
    ...(folds && (index === 0 ? { "data-line": "name" } : phoneMarks(column))),
  }));
  const [ahead, setAhead] = useState<string | null>(null);
  const bulkForm = useId();
  useListKeys(frame, {
    next: next && hrefWith(params, { at: next }),
    previous: previous && hrefWith(params, { at: previous }),
  });

  function onClick(event: MouseEvent<HTMLElement>) {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const path = insidePath(event.target);
    if (!path) return;
    event.preventDefault();
    void navigate(path);
  }
  function onPointerOver(event: PointerEvent<HTMLElement>) {
    const path = insidePath(event.target);
    if (path) setAhead(path);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take the keyboard themselves
    // biome-ignore lint/a11y/noStaticElementInteractions: it only speeds up the links inside
    <div
      ref={frame}
      className={`table-frame ${styles.frame} ${folding.folds}`}
      data-many={columns.length > fittingColumns ? "" : undefined}
      data-folds={folds ? "" : undefined}
      onClick={onClick}
      onPointerOver={prefetch ? onPointerOver : undefined}
    >
      <table className="data" aria-label={label}>
        <thead>
          <tr>
            {bulk && <th className="wide-only no-print" />}
            {columns.map((column) => {
              const className =
                [column.isNumber && "n", column.className].filter(Boolean).join(" ") || undefined;
              return column.sort ? (
                <SortHeader
                  key={column.key}
                  name={column.sort}
                  startsDescending={column.startsDescending ?? column.isNumber ?? false}
                  sort={sort}
                  params={params}
                  className={className}
                  unit={column.unit}
                >
                  {column.header}
                </SortHeader>
              ) : (
                <th key={column.key} scope="col" className={className}>
                  {column.header}
                  {column.unit && <span className="unit">{column.unit}</span>}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {bulk && (
                <td className={`wide-only no-print ${styles.choose}`}>
                  <input
                    type="checkbox"
                    form={bulkForm}
                    name={bulk.param}
                    value={rowKey(row)}
                    aria-label={bulk.labelOf(row)}
                    data-choose=""
                  />
                </td>
              )}
              {columns.map((column, index) => (
                <td key={column.key} {...cellMarks[index]}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {footer && <tfoot>{footer}</tfoot>}
      </table>
      {bulk && (
        <Form id={bulkForm} method="get" action={bulk.action} className={`${styles.bulk} no-print`}>
          <button type="submit" className="button primary">
            {bulk.button}
          </button>
          <button type="reset" className="button">
            {t("common.table.chooseNone")}
          </button>
        </Form>
      )}
      {ahead && <PrefetchPageLinks page={ahead} />}
    </div>
  );
}

function cellClass(column: { isNumber?: boolean; className?: string }): string | undefined {
  if (!column.isNumber) return column.className;
  return column.className ? `n ${column.className}` : "n";
}

/** What somebody chose to see besides the usual columns gets a line of its own. */
function phoneMarks({ phone, isExtra, header }: Pick<ListColumn<never>, "phone" | "isExtra" | "header">) {
  if (phone) return { "data-line": phone.line, "data-before": phone.before, "data-after": phone.after };
  return isExtra ? { "data-line": 3, "data-before": header } : {};
}

function insidePath(target: EventTarget): string | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  const path = link?.getAttribute("href");
  return path?.startsWith("/") && !link?.target && !link?.hasAttribute("download") ? path : null;
}
